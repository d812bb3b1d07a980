package dev.parley.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap over documents: marks inside one document depend on each other, documents do not. A measure is a
 * function of a sum of numbers per document, so a resample costs one addition for each number that is not zero.
 */
final class Bootstrap {

    static final int RESAMPLES = 2_000;
    /** Below this an interval says little, and the report says so. */
    static final int ENOUGH_DOCUMENTS = 10;

    /** The same seed every time: the same data give the same interval. */
    static final long SEED = 20_041_122;

    /** The numbers of one document that are not zero. */
    record Counts(int[] places, double[] values) {

        static Counts of(double[] all) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < all.length; i++) {
                if (all[i] != 0) {
                    places.add(i);
                }
            }
            int[] where = places.stream().mapToInt(Integer::intValue).toArray();
            return new Counts(
                    where, Arrays.stream(where).mapToDouble(i -> all[i]).toArray());
        }

        void addTo(double[] sum, int times) {
            for (int i = 0; i < places.length; i++) {
                sum[places[i]] += times * values[i];
            }
        }
    }

    private Bootstrap() {}

    /**
     * The interval of a measure, if there are at least two documents and it exists in at least half of the resamples.
     *
     * @param width how many numbers each document has
     * @param measure of the sums; NaN where it does not exist
     */
    static Optional<Interval> interval(List<Counts> documents, int width, ToDoubleFunction<double[]> measure) {
        if (documents.size() < 2) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = new double[RESAMPLES];
        int defined = 0;
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double value = measure.applyAsDouble(resample(documents, width, random));
            if (!Double.isNaN(value)) {
                values[defined++] = value;
            }
        }
        if (defined * 2 < RESAMPLES) {
            return Optional.empty();
        }
        double[] sorted = Arrays.copyOf(values, defined);
        Arrays.sort(sorted);
        double undefined = 1 - (double) defined / RESAMPLES;
        return Optional.of(new Interval(quantile(sorted, 0.025), quantile(sorted, 0.975), undefined));
    }

    static double[] sum(List<Counts> documents, int width) {
        double[] sum = new double[width];
        documents.forEach(document -> document.addTo(sum, 1));
        return sum;
    }

    static boolean isEmpty(double[] sums) {
        return Arrays.stream(sums).allMatch(number -> number == 0);
    }

    private static double[] resample(List<Counts> documents, int width, SplittableRandom random) {
        int[] times = new int[documents.size()];
        for (int draw = 0; draw < times.length; draw++) {
            times[random.nextInt(times.length)]++;
        }
        double[] sum = new double[width];
        for (int document = 0; document < times.length; document++) {
            if (times[document] > 0) {
                documents.get(document).addTo(sum, times[document]);
            }
        }
        return sum;
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
