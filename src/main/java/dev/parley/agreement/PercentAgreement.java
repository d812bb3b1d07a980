package dev.parley.agreement;

/**
 * Share of agreeing pairs of ratings among all pairs that rated the same item. Not corrected for chance. With missing
 * ratings this differs from {@link Coincidences#observedAgreement()}, which gives every rating the same weight instead of
 * every pair.
 */
public final class PercentAgreement {

    private PercentAgreement() {}

    public static Outcome of(Ratings<?> ratings) {
        Outcome.Reason obstacle = ratings.obstacle();
        if (obstacle != null) {
            return Outcome.undefined(obstacle);
        }
        double agreeing = 0;
        double pairs = 0;
        int[] counts = new int[ratings.categories().size()];
        for (int item = 0; item < ratings.items(); item++) {
            double given = ratings.count(item, counts);
            for (int count : counts) {
                agreeing += count * (count - 1.0);
            }
            pairs += given * (given - 1);
        }
        return Outcome.of(agreeing / pairs);
    }
}
