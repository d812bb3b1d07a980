package dev.parley.agreement;

/**
 * Cohen's κ (Educational and Psychological Measurement 20, 1960): {@code (P_o − P_e) / (1 − P_e)} for two raters, where P_o
 * is the share of items with the same category and P_e = Σ p₁(c) p₂(c) what their own habits would give by chance. Items
 * that only one of them rated drop out. Undefined without common items and if both use one and the same category only.
 */
public final class CohenKappa {

    private CohenKappa() {}

    /** @param one, other columns of the raters, from 0 */
    public static Outcome of(Ratings<?> ratings, int one, int other) {
        Contingency table = Contingency.of(ratings, one, other);
        double chance = 0;
        for (int c = 0; c < table.first().length; c++) {
            chance += table.first()[c] * table.second()[c];
        }
        return table.beyond(chance);
    }
}
