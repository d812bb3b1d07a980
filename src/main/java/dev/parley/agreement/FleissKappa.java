package dev.parley.agreement;

/**
 * Fleiss' κ (Psychological Bulletin 76, 1971) for any number of interchangeable raters: P̄ is the mean share of agreeing
 * pairs per item, P̄_e = Σ p(c)² with the share p(c) of all ratings; {@code κ = (P̄ − P̄_e) / (1 − P̄_e)}.
 *
 * <p>Every item needs the same number of ratings; with holes the measure does not exist and α is the one to take.
 */
public final class FleissKappa {

    private FleissKappa() {}

    public static Outcome of(Ratings<?> ratings) {
        Outcome.Reason obstacle = ratings.obstacle();
        if (obstacle != null) {
            return Outcome.undefined(obstacle);
        }
        double[] shares = new double[ratings.categories().size()];
        double agreeing = 0;
        int given = 0;
        int[] counts = new int[shares.length];
        for (int item = 0; item < ratings.items(); item++) {
            int inItem = ratings.count(item, counts);
            double pairs = 0;
            for (int c = 0; c < counts.length; c++) {
                pairs += counts[c] * (counts[c] - 1.0);
                shares[c] += counts[c];
            }
            if (item > 0 && inItem != given) {
                return Outcome.undefined(Outcome.Reason.UNEQUAL_RATINGS);
            }
            if (inItem < 2) {
                return Outcome.undefined(Outcome.Reason.UNEQUAL_RATINGS);
            }
            given = inItem;
            agreeing += pairs / (given * (given - 1.0));
        }
        double chance = 0;
        for (double share : shares) {
            double ofAll = share / ((double) ratings.items() * given);
            chance += ofAll * ofAll;
        }
        double mean = agreeing / ratings.items();
        return 1 - chance < 1e-12
                ? Outcome.undefined(Outcome.Reason.NO_VARIATION)
                : Outcome.of((mean - chance) / (1 - chance));
    }
}
