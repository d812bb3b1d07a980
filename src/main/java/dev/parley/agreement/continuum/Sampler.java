package dev.parley.agreement.continuum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** How a continuum is made in which annotators agree by chance only, to compare the real one with. */
public enum Sampler {

    /**
     * Each annotator gets the units of somebody drawn at random, pushed on by a random distance; what leaves the end comes
     * in at the start (Mathet et al. 2015). Units stay as long, as many and as close to each other as people mark them.
     * The distances of two annotators differ by at least half a mean unit where there is room for it.
     */
    SHUFFLE {
        @Override
        Continuum sample(Continuum real, Random random) {
            int[][] own = real.byAnnotator();
            double apart = meanLength(real) / 2;
            List<Integer> distances = new ArrayList<>();
            List<Continuum.Unit> units = new ArrayList<>();
            for (int annotator = 0; annotator < real.annotators(); annotator++) {
                int distance = distance(real.length(), apart, distances, random);
                distances.add(distance);
                for (int unit : own[random.nextInt(own.length)]) {
                    int begin = Math.floorMod(real.begin()[unit] - distance, real.length());
                    units.add(new Continuum.Unit(annotator, begin, begin + real.lengthOf(unit), real.label()[unit]));
                }
            }
            return Continuum.of(real.annotators(), real.length(), units);
        }
    },

    /**
     * Each annotator gets as many units, as long and as far apart, as the means and deviations of all of them say, with
     * labels as frequent as they are.
     */
    STATISTICAL {
        @Override
        Continuum sample(Continuum real, Random random) {
            int[][] own = real.byAnnotator();
            Spread counts = Spread.of(
                    Arrays.stream(own).mapToDouble(units -> units.length).toArray());
            Spread lengths = Spread.of(
                    IntStream.range(0, real.units()).mapToDouble(real::lengthOf).toArray());
            Spread gaps = Spread.of(gaps(real, own));
            List<Continuum.Unit> units = new ArrayList<>();
            for (int annotator = 0; annotator < real.annotators(); annotator++) {
                double at = 0;
                int count = Math.abs((int) Math.round(counts.draw(random)));
                for (int i = 0; i < count; i++) {
                    int begin = Math.max(0, (int) Math.round(at + gaps.draw(random)));
                    int length = Math.max(1, (int) Math.round(Math.abs(lengths.draw(random))));
                    int label = real.label()[random.nextInt(real.units())];
                    units.add(new Continuum.Unit(annotator, begin, begin + length, label));
                    at = begin + length;
                }
            }
            return Continuum.of(real.annotators(), real.length(), units);
        }
    };

    private static final int MOST_TRIES = 20;

    abstract Continuum sample(Continuum real, Random random);

    private static double meanLength(Continuum real) {
        double sum = 0;
        for (int unit = 0; unit < real.units(); unit++) {
            sum += real.lengthOf(unit);
        }
        return real.units() == 0 ? 0 : sum / real.units();
    }

    private static int distance(int length, double apart, List<Integer> taken, Random random) {
        int distance = random.nextInt(length);
        for (int tries = 1; tries < MOST_TRIES && isNear(distance, length, apart, taken); tries++) {
            distance = random.nextInt(length);
        }
        return distance;
    }

    private static boolean isNear(int distance, int length, double apart, List<Integer> taken) {
        return taken.stream().anyMatch(other -> {
            int straight = Math.abs(distance - other);
            return Math.min(straight, length - straight) < apart;
        });
    }

    /** From the end of each unit, or the start of the line, to the begin of the annotator's next; below 0 in overlaps. */
    private static double[] gaps(Continuum real, int[][] own) {
        double[] gaps = new double[real.units()];
        int size = 0;
        for (int[] units : own) {
            int before = 0;
            for (int unit : units) {
                gaps[size++] = real.begin()[unit] - before;
                before = real.end()[unit];
            }
        }
        return gaps;
    }

    private record Spread(double mean, double deviation) {

        static Spread of(double[] values) {
            double mean = Arrays.stream(values).average().orElse(0);
            double squares = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(0);
            return new Spread(mean, Math.sqrt(squares));
        }

        double draw(Random random) {
            return mean + deviation * random.nextGaussian();
        }
    }
}
