package dev.parley.agreement;

/**
 * Gwet's AC1 (British Journal of Mathematical and Statistical Psychology 61, 2008): {@code (P_a − P_e) / (1 − P_e)} where P_a
 * is the mean share of agreeing pairs over the items with two ratings or more, π(c) the mean over all rated items of the
 * share of raters who chose c, and {@code P_e = Σ π(c) (1 − π(c)) / (K − 1)} for K categories that may be chosen. Stays high
 * where one category is nearly always right, and so hides failure at rare ones. Any number of raters, missing ratings
 * allowed. Undefined without items that two rated, and if there is one category only.
 */
public final class GwetAc1 {

    private GwetAc1() {}

    public static Outcome of(Ratings<?> ratings) {
        Outcome.Reason obstacle = ratings.obstacle();
        if (obstacle != null) {
            return Outcome.undefined(obstacle);
        }
        int categories = ratings.categories().size();
        if (categories < 2) {
            return Outcome.undefined(Outcome.Reason.NO_VARIATION);
        }
        int[] counts = new int[categories];
        double[] shares = new double[categories];
        double agreeing = 0;
        int paired = 0;
        int rated = 0;
        for (int item = 0; item < ratings.items(); item++) {
            int given = ratings.count(item, counts);
            rated += given > 0 ? 1 : 0;
            paired += given > 1 ? 1 : 0;
            for (int c = 0; c < categories && given > 0; c++) {
                shares[c] += (double) counts[c] / given;
                agreeing += given > 1 ? counts[c] * (counts[c] - 1.0) / (given * (given - 1.0)) : 0;
            }
        }
        double chance = 0;
        for (double share : shares) {
            double mean = share / rated;
            chance += mean * (1 - mean) / (categories - 1);
        }
        return Outcome.of((agreeing / paired - chance) / (1 - chance));
    }
}
