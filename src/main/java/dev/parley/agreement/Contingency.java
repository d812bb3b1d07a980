package dev.parley.agreement;

/**
 * Two raters against each other: how often the one said c where the other said k, as shares of the items both rated.
 *
 * @param items number of items both rated
 * @param observed share of items with the same category
 * @param first share of each category with the first rater
 * @param second share of each category with the second
 */
record Contingency(double items, double observed, double[] first, double[] second) {

    static Contingency of(Ratings<?> ratings, int one, int other) {
        double[][] table = ratings.contingency(one, other);
        double[] first = new double[table.length];
        double[] second = new double[table.length];
        double items = 0;
        double same = 0;
        for (int c = 0; c < table.length; c++) {
            same += table[c][c];
            for (int k = 0; k < table.length; k++) {
                items += table[c][k];
                first[c] += table[c][k];
                second[k] += table[c][k];
            }
        }
        for (int c = 0; c < table.length && items > 0; c++) {
            first[c] /= items;
            second[c] /= items;
        }
        return new Contingency(items, items == 0 ? 0 : same / items, first, second);
    }

    /** Agreement beyond what chance alone would give. */
    Outcome beyond(double chance) {
        if (items == 0) {
            return Outcome.undefined(Outcome.Reason.NO_OVERLAP);
        }
        // rounding can leave a certain agreement by chance a hair under 1
        return 1 - chance < 1e-12
                ? Outcome.undefined(Outcome.Reason.NO_VARIATION)
                : Outcome.of((observed - chance) / (1 - chance));
    }
}
