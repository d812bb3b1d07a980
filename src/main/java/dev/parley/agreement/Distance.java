package dev.parley.agreement;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/**
 * How far two categories are apart, squared, as Krippendorff's α uses it.
 */
@FunctionalInterface
public interface Distance {

    /**
     * @param c number of one category, in order
     * @param k number of the other
     * @param marginals pairable ratings of each category; ordinal distances depend on them
     */
    double squared(int c, int k, double[] marginals);

    /** Different is different. */
    Distance NOMINAL = (c, k, marginals) -> c == k ? 0 : 1;

    /** Ranks: the ratings that lie between two categories, half of their own included. */
    Distance ORDINAL = (c, k, marginals) -> {
        double between = 0;
        for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
            between += marginals[g];
        }
        double distance = c == k ? 0 : between - (marginals[c] + marginals[k]) / 2;
        return distance * distance;
    };

    /** @param values the number each category stands for */
    static Distance interval(double[] values) {
        return square(values, (c, k) -> c - k);
    }

    /** @param values the number each category stands for, 0 being none of it */
    static Distance ratio(double[] values) {
        return square(values, (c, k) -> c + k == 0 ? 0 : (c - k) / (c + k));
    }

    /**
     * Sets by the share of their members that they do not have in common, 1 − |A ∩ B| / |A ∪ B|; two empty ones are the
     * same. Taken as it is, not squared.
     *
     * @param sets the set each category stands for
     */
    static Distance jaccard(List<? extends Set<?>> sets) {
        return (c, k, marginals) -> 1 - SetOverlap.of(sets.get(c), sets.get(k)).jaccard();
    }

    /**
     * MASI (Passonneau, LREC 2006): 1 − Jaccard · M, with M = 1 for equal sets, ⅔ where one holds the other, ⅓ where both
     * have something of their own, 0 where nothing is common. Taken as it is, not squared.
     *
     * @param sets the set each category stands for
     */
    static Distance masi(List<? extends Set<?>> sets) {
        return (c, k, marginals) -> 1 - SetOverlap.of(sets.get(c), sets.get(k)).masi();
    }

    private static Distance square(double[] values, DoubleBinaryOperator distance) {
        return (c, k, marginals) -> {
            double apart = distance.applyAsDouble(values[c], values[k]);
            return apart * apart;
        };
    }
}
