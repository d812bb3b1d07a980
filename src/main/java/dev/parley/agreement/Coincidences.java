package dev.parley.agreement;

import java.util.List;

/**
 * How often category c and category k were given to the same item by two raters (Krippendorff 2004, chapter 11): each
 * ordered pair of ratings of an item with m ratings adds 1/(m − 1), so that every pairable rating counts once. Items with
 * one rating drop out. Matrices of several documents may simply be added.
 *
 * @param categories in the order that counts for ordinal distances
 * @param counts symmetric, as wide as there are categories
 */
public record Coincidences<C>(List<C> categories, double[][] counts) {

    public static <C> Coincidences<C> of(Ratings<C> ratings) {
        int categories = ratings.categories().size();
        // whole pairs by the number of ratings their item has, so that no rounding depends on the order of items
        long[][] pairs = new long[ratings.raters() + 1][categories * categories];
        int[] given = new int[ratings.raters()];
        for (int item = 0; item < ratings.items(); item++) {
            int size = 0;
            for (int rater = 0; rater < given.length; rater++) {
                int category = ratings.at(item, rater);
                if (category >= 0) {
                    given[size++] = category;
                }
            }
            long[] ofSize = pairs[size];
            for (int one = 0; one < size; one++) {
                for (int other = one + 1; other < size; other++) {
                    ofSize[given[one] * categories + given[other]]++;
                }
            }
        }
        double[][] counts = new double[categories][categories];
        for (int size = 2; size < pairs.length; size++) {
            for (int c = 0; c < categories; c++) {
                for (int k = 0; k < categories; k++) {
                    double times = pairs[size][c * categories + k] / (size - 1.0);
                    counts[c][k] += times;
                    counts[k][c] += times;
                }
            }
        }
        return new Coincidences<>(ratings.categories(), counts);
    }

    /** Pairable ratings of each category. */
    double[] marginals() {
        double[] marginals = new double[counts.length];
        for (int c = 0; c < counts.length; c++) {
            for (double count : counts[c]) {
                marginals[c] += count;
            }
        }
        return marginals;
    }

    /** All pairable ratings. */
    double total() {
        double total = 0;
        for (double marginal : marginals()) {
            total += marginal;
        }
        return total;
    }

    /** Share of coincidences on the diagonal: 1 − D_o with nominal distances. */
    public Outcome observedAgreement() {
        double total = total();
        if (total == 0) {
            return Outcome.undefined(Outcome.Reason.NO_OVERLAP);
        }
        double same = 0;
        for (int c = 0; c < counts.length; c++) {
            same += counts[c][c];
        }
        return Outcome.of(same / total);
    }

    /** This category against all others. */
    public Coincidences<Boolean> only(int category) {
        double[][] two = new double[2][2];
        for (int c = 0; c < counts.length; c++) {
            for (int k = 0; k < counts.length; k++) {
                two[c == category ? 1 : 0][k == category ? 1 : 0] += counts[c][k];
            }
        }
        return new Coincidences<>(List.of(false, true), two);
    }
}
