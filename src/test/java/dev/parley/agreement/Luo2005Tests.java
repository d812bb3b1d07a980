package dev.parley.agreement;

import static dev.parley.agreement.Figures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The example of "On coreference resolution performance metrics": twelve mentions in groups of five, two and five. */
class Luo2005Tests {

    private static final int[] KEY = {1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3};
    private static final int[] SMALL_WITH_LARGE = {1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2};
    private static final int[] LARGE_WITH_LARGE = {1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1};

    @Test
    void tellsAHarmlessMergeFromABadOneByBCubedAndCeaf() {
        Coreference harmless = Coreference.of(KEY, SMALL_WITH_LARGE);
        Coreference bad = Coreference.of(KEY, LARGE_WITH_LARGE);

        assertThat(figure(harmless.muc().f1())).isEqualTo(0.947, within(5e-4));
        assertThat(figure(bad.muc().f1())).isEqualTo(0.947, within(5e-4));
        assertThat(figure(harmless.bCubed().f1())).isEqualTo(0.865, within(5e-4));
        assertThat(figure(bad.bCubed().f1())).isEqualTo(0.737, within(5e-4));
        assertThat(figure(harmless.ceafE().f1())).isEqualTo(0.733, within(5e-4));
        assertThat(figure(bad.ceafE().f1())).isEqualTo(0.667, within(5e-4));
    }

    @Test
    void weighsLinksByTheSizeOfTheirGroupInLea() {
        // recall: all links of all groups are kept; precision: (5 · 10/10 + 7 · (1 + 10)/21) / 12
        double precision = (5 + 7 * 11.0 / 21) / 12;

        assertThat(figure(Coreference.of(KEY, SMALL_WITH_LARGE).lea().f1()))
                .isEqualTo(2 * precision / (1 + precision), within(1e-12));
    }

    @Test
    void givesOneToTheSameGroupsUnderOtherNames() {
        Coreference same =
                Coreference.of(KEY, Arrays.stream(KEY).map(group -> 70 - group).toArray());

        assertThat(figure(same.bCubed().f1())).isEqualTo(1);
        assertThat(figure(same.ceafE().f1())).isEqualTo(1);
        assertThat(figure(same.lea().f1())).isEqualTo(1);
        assertThat(figure(same.muc().f1())).isEqualTo(1);
    }

    @Test
    void hasNoFigureWithoutCommonMentions() {
        Coreference nothing = Coreference.of(new int[0], new int[0]);

        assertThat(nothing.bCubed().f1()).isEqualTo(Outcome.undefined(Outcome.Reason.NO_OVERLAP));
        assertThat(nothing.ceafE().f1()).isEqualTo(Outcome.undefined(Outcome.Reason.NO_OVERLAP));
    }
}
