package dev.parley.adjudication;

import static dev.parley.agreement.Readings.SCHEME;
import static dev.parley.agreement.Readings.by;
import static dev.parley.agreement.Readings.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adjudication.MergePlan.Pick;
import dev.parley.adjudication.MergeRule.Strategy;
import dev.parley.agreement.Alignment;
import dev.parley.agreement.Disagreement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergePlanTests {

    private final Docket docket = new Docket(
            new Aligned(
                    Alignment.of(
                            document(),
                            SCHEME,
                            List.of(
                                    by("ada")
                                            .mention("a1", "0-5", "PERSON")
                                            .mention("a2", "10-15", "ORG")
                                            .handedIn(),
                                    by("bo").mention("b1", "0-5", "PERSON")
                                            .mention("b2", "10-15", "PERSON")
                                            .handedIn(),
                                    by("cy").mention("c1", "0-5", "ORG").handedIn())),
                    3),
            List.of());

    private Optional<Integer> taken(MergeRule rule, int disagreement) {
        Disagreement asked = docket.disagreements().get(disagreement);
        return MergePlan.of(rule, List.of(docket)).pick(asked).map(Pick::version);
    }

    @Test
    void takesTheMajorityWhereThereIsOne() {
        assertThat(taken(MergeRule.of(Strategy.MAJORITY), 0)).contains(0);
        assertThat(taken(MergeRule.of(Strategy.MAJORITY), 1)).isEmpty();
        assertThat(taken(new MergeRule(Strategy.MAJORITY, 0.5, 3, 1, null, null), 0))
                .isEmpty();
        assertThat(taken(new MergeRule(Strategy.MAJORITY, 0.5, 2, 2, null, null), 0))
                .isEmpty();
        assertThat(taken(new MergeRule(Strategy.MAJORITY, 0.7, 2, 1, null, null), 0))
                .isEmpty();
    }

    @Test
    void takesWhatIsLikelyEnough() {
        assertThat(taken(new MergeRule(Strategy.DAWID_SKENE, 0.6, 1, 1, null, null), 0))
                .contains(0);
        assertThat(taken(new MergeRule(Strategy.DAWID_SKENE, 1, 1, 1, null, null), 0))
                .isEmpty();
    }

    @Test
    void takesWhatTheTrustedOneSaysEvenIfThatIsNothing() {
        assertThat(taken(MergeRule.trusting("cy"), 0)).contains(1);
        Disagreement second = docket.disagreements().get(1);
        int nothing = IntStream.range(0, second.versions().size())
                .filter(i -> second.versions().get(i).annotation() == null)
                .findFirst()
                .orElseThrow();
        assertThat(taken(MergeRule.trusting("cy"), 1)).contains(nothing);
        assertThat(taken(MergeRule.trusting("nobody"), 0)).isEmpty();
    }

    @Test
    void leavesOtherLayersAlone() {
        assertThat(taken(new MergeRule(Strategy.MAJORITY, 0.5, 2, 1, null, "claim"), 0))
                .isEmpty();
        assertThat(taken(MergeRule.of(Strategy.UNANIMOUS), 0)).isEmpty();
    }

    @Test
    void picksAboutOneInTwentyForAudit() {
        long audited = IntStream.range(0, 20_000)
                .filter(i -> MergePlan.isAudited("disagreement-" + i * 7919))
                .count();

        assertThat(audited).isBetween(800L, 1200L);
    }
}
