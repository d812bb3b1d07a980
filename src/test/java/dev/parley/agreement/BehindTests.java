package dev.parley.agreement;

import static dev.parley.agreement.Readings.SCHEME;
import static dev.parley.agreement.Readings.by;
import static dev.parley.agreement.Readings.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each figure leads to the disagreements that lower it, and to no other. */
class BehindTests {

    private final Alignment alignment = Alignment.of(
            document(),
            SCHEME,
            List.of(
                    by("ada")
                            .mention("same", "0-10", "PERSON")
                            .mention("moved", "20-30", "ORG")
                            .mention("renamed", "40-50", "ORG")
                            .mention("alone", "60-70", "GPE")
                            .mention("far", "80-100", "GPE")
                            .handedIn(),
                    by("bo").mention("same", "0-10", "PERSON")
                            .mention("moved", "20-29", "ORG")
                            .mention("renamed", "40-50", "GPE")
                            .mention("far", "80-88", "GPE")
                            .handedIn()));

    private List<String> behind(String measure, String... labels) {
        return behind(new Behind(measure, List.of(labels), Set.of()));
    }

    private List<String> behind(Behind figure) {
        return Disagreements.in(alignment).stream()
                .filter(found -> figure.includes(found))
                .map(found -> found.versions().getFirst().annotation().id())
                .toList();
    }

    @Test
    void leadsFromEachFigureToWhatLowersIt() {
        assertThat(behind("found-f1")).containsExactly("alone", "far");
        assertThat(behind("boundary")).containsExactly("moved", "far");
        assertThat(behind("label-alpha")).containsExactly("renamed");
        assertThat(behind("gamma")).containsExactly("moved", "renamed", "alone", "far");
        assertThat(behind("attribute:level")).isEmpty();
    }

    @Test
    void narrowsToALabelOrToTwoThatWereTakenForEachOther() {
        assertThat(behind("found-f1", "GPE")).containsExactly("alone");
        assertThat(behind("label-alpha", "ORG", "GPE")).containsExactly("renamed");
        assertThat(behind("label-alpha", "ORG", "PERSON")).isEmpty();
    }

    @Test
    void looksAtTheAnnotatorsAskedFor() {
        assertThat(behind(new Behind(null, List.of(), Set.of("ada", "bo")))).hasSize(4);
        assertThat(behind(new Behind(null, List.of(), Set.of("ada", "cy")))).isEmpty();
    }

    @Test
    void standsInAnAddress() {
        Behind cell = new Behind("attribute:level", List.of("ORG", "GPE"), Set.of("bo", "ada"));

        assertThat(cell.written()).isEqualTo("attribute:level,label:ORG,label:GPE,annotator:ada,annotator:bo");
        assertThat(Behind.of(cell.written())).isEqualTo(cell);
        assertThat(Behind.of("")).isEqualTo(Behind.ANYTHING);
        assertThat(behind(Behind.of("no-such-measure"))).isEmpty();
    }

    /** A figure is 1 exactly where nothing stands behind it. */
    @Test
    void findsNothingBehindAFullFigure() {
        for (int seed = 0; seed < 10; seed++) {
            Alignment random = Alignment.of(document(), SCHEME, SyntheticReadings.sets(seed, 2, 6));
            List<Measured> figures = Reporter.of(SCHEME, List.of(random))
                    .report("entity"::equals)
                    .layers()
                    .getFirst()
                    .outcomes();
            for (Measured figure : figures) {
                if (List.of("found-f1", "boundary", "label-alpha").contains(figure.measure())
                        && figure.outcome() instanceof Outcome.Value(double value)) {
                    long lowering = Disagreements.in(random).stream()
                            .filter(found -> new Behind(figure.measure(), List.of(), Set.of()).includes(found))
                            .count();
                    assertThat(value == 1)
                            .as(figure.measure() + " of seed " + seed)
                            .isEqualTo(lowering == 0);
                }
            }
        }
    }
}
