package dev.parley.agreement;

/**
 * Krippendorff's α: 1 − D_o/D_e (Content Analysis, 2nd ed. 2004, chapter 11; "Computing Krippendorff's
 * Alpha-Reliability", 2011). With coincidences o(c,k), their row sums n(c) and their sum n,
 * {@code α = 1 − (n − 1) · Σ o(c,k) δ²(c,k) / Σ n(c) n(k) δ²(c,k)}.
 *
 * <p>Any number of raters, missing ratings allowed. Undefined if no item has two ratings, and if all pairable ratings are
 * the same: agreement is perfect then, but nothing is known about chance.
 */
public final class KrippendorffAlpha {

    private KrippendorffAlpha() {}

    public static Outcome of(Ratings<?> ratings, Distance distance) {
        Outcome.Reason obstacle = ratings.obstacle();
        return obstacle != null ? Outcome.undefined(obstacle) : of(Coincidences.of(ratings), distance);
    }

    public static Outcome of(Coincidences<?> coincidences, Distance distance) {
        double[][] observed = coincidences.counts();
        double[] marginals = coincidences.marginals();
        double total = coincidences.total();
        double disagreement = 0;
        double expected = 0;
        for (int c = 0; c < marginals.length; c++) {
            for (int k = 0; k < marginals.length; k++) {
                if (marginals[c] > 0 && marginals[k] > 0) {
                    double apart = distance.squared(c, k, marginals);
                    disagreement += observed[c][k] * apart;
                    expected += marginals[c] * marginals[k] * apart;
                }
            }
        }
        if (total == 0) {
            return Outcome.undefined(Outcome.Reason.NO_OVERLAP);
        }
        if (expected == 0) {
            return Outcome.undefined(Outcome.Reason.NO_VARIATION);
        }
        return Outcome.of(1 - (total - 1) * disagreement / expected);
    }
}
