package dev.parley.agreement;

/**
 * Scott's π (Public Opinion Quarterly 19, 1955): like Cohen's κ, but chance is drawn from the habits of both raters
 * together, P_e = Σ ((p₁(c) + p₂(c)) / 2)². Items that only one of them rated drop out. Undefined without common items and
 * if only one category occurs.
 */
public final class ScottPi {

    private ScottPi() {}

    /** @param one, other columns of the raters, from 0 */
    public static Outcome of(Ratings<?> ratings, int one, int other) {
        Contingency table = Contingency.of(ratings, one, other);
        double chance = 0;
        for (int c = 0; c < table.first().length; c++) {
            double share = (table.first()[c] + table.second()[c]) / 2;
            chance += share * share;
        }
        return table.beyond(chance);
    }
}
