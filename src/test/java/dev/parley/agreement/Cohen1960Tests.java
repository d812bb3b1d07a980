package dev.parley.agreement;

import static dev.parley.agreement.Figures.contingency;
import static dev.parley.agreement.Figures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The worked example of "A coefficient of agreement for nominal scales", p. 45, as counts of 200. */
class Cohen1960Tests {

    private final Ratings<Integer> ratings = contingency(new int[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});

    @Test
    void givesKappa() {
        assertThat(figure(CohenKappa.of(ratings, 0, 1))).isEqualTo(0.4915254237288136, within(1e-9));
    }

    @Test
    void givesWhatOthersMakeOfTheSameTable() {
        assertThat(figure(PercentAgreement.of(ratings))).isEqualTo(0.7, within(1e-9));
        assertThat(figure(ScottPi.of(ratings, 0, 1))).isEqualTo(0.48717948717948717, within(1e-9));
        assertThat(figure(KrippendorffAlpha.of(ratings, Distance.NOMINAL)))
                .isEqualTo(0.48846153846153845, within(1e-9));
    }

    @Test
    void hasNoKappaIfBothAlwaysSayTheSame() {
        Ratings<Integer> same = contingency(new int[][] {{5}});

        assertThat(CohenKappa.of(same, 0, 1)).isEqualTo(Outcome.undefined(Outcome.Reason.NO_VARIATION));
        assertThat(figure(PercentAgreement.of(same))).isEqualTo(1);
    }
}
