package dev.parley.agreement;

import static dev.parley.agreement.Figures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The example of four observers and twelve units in "Content Analysis", 2nd edition, p. 230. */
class Krippendorff2004Tests {

    private static final double[] VALUES = {1, 2, 3, 4, 5};

    private final Ratings<Integer> ratings = Ratings.of(List.of(
            item(1, 1, null, 1),
            item(2, 2, 3, 2),
            item(3, 3, 3, 3),
            item(3, 3, 3, 3),
            item(2, 2, 2, 2),
            item(1, 2, 3, 4),
            item(4, 4, 4, 4),
            item(1, 1, 2, 1),
            item(2, 2, 2, 2),
            item(null, 5, 5, 5),
            item(null, null, 1, 1),
            item(null, null, 3, null)));

    private static List<@Nullable Integer> item(@Nullable Integer... ratings) {
        return Arrays.asList(ratings);
    }

    @Test
    void givesTheNominalAlpha() {
        assertThat(figure(KrippendorffAlpha.of(ratings, Distance.NOMINAL))).isEqualTo(0.743421052631579, within(1e-9));
    }

    @Test
    void givesTheOrdinalAlpha() {
        assertThat(figure(KrippendorffAlpha.of(ratings, Distance.ORDINAL))).isEqualTo(0.8153875037548813, within(1e-9));
    }

    @Test
    void givesTheIntervalAlpha() {
        assertThat(figure(KrippendorffAlpha.of(ratings, Distance.interval(VALUES))))
                .isEqualTo(0.8491071428571428, within(1e-9));
    }

    @Test
    void givesTheRatioAlpha() {
        assertThat(figure(KrippendorffAlpha.of(ratings, Distance.ratio(VALUES))))
                .isEqualTo(0.797402774711612, within(1e-9));
    }

    @Test
    void tellsTheTwoSharesOfAgreementApart() {
        assertThat(figure(PercentAgreement.of(ratings))).isEqualTo(0.7818181818181819, within(1e-9));
        assertThat(figure(Coincidences.of(ratings).observedAgreement())).isEqualTo(0.8, within(1e-9));
    }

    @Test
    void willNotComputeFleissWithHoles() {
        assertThat(FleissKappa.of(ratings)).isEqualTo(Outcome.undefined(Outcome.Reason.UNEQUAL_RATINGS));
    }
}
