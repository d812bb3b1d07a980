package dev.parley.agreement;

/**
 * Cohen's weighted κ (Psychological Bulletin 70, 1968) for two raters and ordered categories: {@code 1 − Σ w·o / Σ w·e} with
 * the observed shares o(c,k), the shares e(c,k) = p₁(c) p₂(k) that their own habits would give by chance, and weights
 * |c − k| or (c − k)² that say how bad it is to take c for k. Items that only one of them rated drop out. Undefined without
 * common items and if both use one and the same category only.
 */
public final class WeightedKappa {

    private WeightedKappa() {}

    /** How a disagreement grows with the number of steps between the categories. */
    public enum Weights {
        LINEAR,
        QUADRATIC;

        double of(int c, int k) {
            double steps = Math.abs(c - k);
            return this == LINEAR ? steps : steps * steps;
        }
    }

    /** @param one, other columns of the raters, from 0 */
    public static Outcome of(Ratings<?> ratings, int one, int other, Weights weights) {
        double[][] table = ratings.contingency(one, other);
        Contingency shares = Contingency.of(ratings, one, other);
        if (shares.items() == 0) {
            return Outcome.undefined(Outcome.Reason.NO_OVERLAP);
        }
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < table.length; c++) {
            for (int k = 0; k < table.length; k++) {
                observed += weights.of(c, k) * table[c][k] / shares.items();
                expected += weights.of(c, k) * shares.first()[c] * shares.second()[k];
            }
        }
        return expected == 0 ? Outcome.undefined(Outcome.Reason.NO_VARIATION) : Outcome.of(1 - observed / expected);
    }
}
