package dev.parley.agreement;

import static dev.parley.agreement.Figures.contingency;
import static dev.parley.agreement.Figures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The first example of "Inter-coder agreement for computational linguistics", p. 558. */
class ArtsteinPoesio2008Tests {

    private final Ratings<Integer> ratings = contingency(new int[][] {{20, 10}, {20, 50}});

    @Test
    void givesPercentagePiAndKappa() {
        assertThat(figure(PercentAgreement.of(ratings))).isEqualTo(0.7, within(1e-9));
        assertThat(figure(ScottPi.of(ratings, 0, 1))).isEqualTo(0.34065934065934067, within(1e-9));
        assertThat(figure(CohenKappa.of(ratings, 0, 1))).isEqualTo(0.34782608695652173, within(1e-9));
    }
}
