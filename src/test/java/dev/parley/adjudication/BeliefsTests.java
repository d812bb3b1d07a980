package dev.parley.adjudication;

import static dev.parley.agreement.Readings.SCHEME;
import static dev.parley.agreement.Readings.by;
import static dev.parley.agreement.Readings.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.agreement.Alignment;
import dev.parley.agreement.Disagreement;
import dev.parley.annotation.AnnotationSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeliefsTests {

    private static Docket docket(AnnotationSet... sets) {
        Alignment alignment = Alignment.of(document(), SCHEME, List.of(sets));
        return new Docket(new Aligned(alignment, sets.length), List.of());
    }

    private static Docket threeAgainstEachOther() {
        return docket(
                by("ada").mention("a1", "0-5", "PERSON").handedIn(),
                by("bo").mention("b1", "0-5", "PERSON").handedIn(),
                by("cy").mention("c1", "0-5", "ORG").handedIn());
    }

    @Test
    void countsVotesWhileFewAreDecided() {
        Docket docket = threeAgainstEachOther();
        Disagreement disagreement = docket.disagreements().getFirst();

        double[] posteriors = Beliefs.of(List.of(docket)).posteriors(disagreement);

        assertThat(posteriors[0]).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(posteriors[1]).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(Beliefs.of(List.of(docket)).wrong(disagreement)).isCloseTo(1.0 / 3, within(1e-9));
    }

    @Test
    void isUndecidedBetweenTwo() {
        Docket docket = docket(by("ada").mention("a1", "0-5", "PERSON").handedIn(), by("bo").handedIn());

        assertThat(Beliefs.of(List.of(docket)).wrong(docket.disagreements().getFirst()))
                .isEqualTo(0.5);
    }

    @Test
    void believesTheMajorityOfEqualAnnotators() {
        Docket docket = threeAgainstEachOther();
        Disagreement disagreement = docket.disagreements().getFirst();

        double[] posteriors = Beliefs.modelled(List.of(docket)).posteriors(disagreement);

        assertThat(posteriors[0]).isGreaterThan(0.7);
        assertThat(posteriors[1]).isLessThan(0.3);
    }

    @Test
    void sharesWhatIsLeftOverToNoneOfThem() {
        Docket docket = docket(
                by("ada").mention("a1", "0-5", "PERSON").handedIn(),
                by("bo").mention("b1", "0-9", "PERSON").handedIn());
        Disagreement disagreement = docket.disagreements().getFirst();

        double[] posteriors = Beliefs.modelled(List.of(docket)).posteriors(disagreement);

        assertThat(posteriors[0]).isCloseTo(posteriors[1], within(1e-6));
        assertThat(posteriors[0] + posteriors[1]).isBetween(0.8, 0.999);
    }
}
