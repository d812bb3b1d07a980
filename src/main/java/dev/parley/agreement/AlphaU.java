package dev.parley.agreement;

import dev.parley.agreement.continuum.Continuum;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Krippendorff's α for units on a line (Content Analysis, 2nd ed. 2004, chapter 11; Quality & Quantity 38, 2004), label by
 * label: {@code 1 − Σ D_o / Σ D_e}. Two units that meet differ by (Δbegin)² + (Δend)², a unit inside the other's gap by its
 * length², anything else by 0. With m annotators, a line of length L, N units of lengths l and gaps g, each summed over all
 * annotators and divided by L²:
 *
 * <pre>
 * D_o = Σ over ordered pairs of annotators / (m (m − 1))
 * D_e = 2L · Σ_units [(N − 1)/3 · (2l³ − 3l² + l) + l² · Σ_{g ≥ l} (g − l + 1)] / (mL (mL − 1) − Σ l (l − 1))
 * </pre>
 *
 * <p>Lengths count squared, so a few long units outweigh many short ones, and the figure can fall far below 0. Units
 * without length count for nothing. Undefined if the units of one annotator with the same label overlap. Time
 * O(m² · n + n log n) for n units.
 */
public final class AlphaU {

    private AlphaU() {}

    /**
     * What one line adds for one label; lines may be added. Not divided by L², so that a line counts by its size.
     *
     * @param observed L² D_o
     * @param expected L² D_e
     */
    public record Parts(double observed, double expected) {

        public static final Parts NONE = new Parts(0, 0);

        public Parts plus(Parts other) {
            return new Parts(observed + other.observed, expected + other.expected);
        }

        public Outcome value() {
            return expected == 0 ? Outcome.undefined(Outcome.Reason.NO_UNITS) : Outcome.of(1 - observed / expected);
        }
    }

    /** Over all labels. */
    public static Outcome of(Continuum continuum) {
        Outcome.Reason obstacle = obstacle(continuum);
        if (obstacle != null) {
            return Outcome.undefined(obstacle);
        }
        Parts sum = Parts.NONE;
        for (int label = 0; label < continuum.labels(); label++) {
            sum = sum.plus(parts(continuum, label));
        }
        return sum.value();
    }

    /** One label alone. */
    public static Outcome of(Continuum continuum, int label) {
        Outcome.Reason obstacle = obstacle(continuum);
        return obstacle != null
                ? Outcome.undefined(obstacle)
                : parts(continuum, label).value();
    }

    /** Why there is no figure for a line, if so. */
    static Outcome.@Nullable Reason obstacle(Continuum continuum) {
        if (continuum.annotators() == 0) {
            return Outcome.Reason.NO_DATA;
        }
        if (continuum.annotators() == 1) {
            return Outcome.Reason.ONE_ANNOTATOR;
        }
        if (continuum.units() == 0) {
            return Outcome.Reason.NO_UNITS;
        }
        boolean mass = false;
        for (int unit = 0; unit < continuum.units(); unit++) {
            mass |= continuum.lengthOf(unit) > 0;
        }
        return !mass ? Outcome.Reason.NO_MASS : overlaps(continuum) ? Outcome.Reason.OVERLAP_NOT_SUPPORTED : null;
    }

    private static boolean overlaps(Continuum continuum) {
        for (int[] units : continuum.byAnnotator()) {
            int[] reached = new int[continuum.labels()];
            for (int unit : units) {
                int label = continuum.label()[unit];
                if (continuum.lengthOf(unit) > 0) {
                    if (continuum.begin()[unit] < reached[label]) {
                        return true;
                    }
                    reached[label] = continuum.end()[unit];
                }
            }
        }
        return false;
    }

    /** @param continuum without an {@link #obstacle} */
    static Parts parts(Continuum continuum, int label) {
        int[][] rows = new int[continuum.annotators()][];
        int[][] own = continuum.byAnnotator();
        int units = 0;
        for (int annotator = 0; annotator < rows.length; annotator++) {
            rows[annotator] = bounds(continuum, own[annotator], label);
            units += rows[annotator].length / 2;
        }
        if (units == 0) {
            return Parts.NONE;
        }
        double observed = 0;
        for (int one = 0; one < rows.length; one++) {
            for (int other = one + 1; other < rows.length; other++) {
                observed += observed(rows[one], rows[other]);
            }
        }
        double annotators = rows.length;
        return new Parts(2 * observed / (annotators * (annotators - 1)), expected(rows, units, continuum.length()));
    }

    /** Begin and end of each unit with a label, in turns. */
    private static int[] bounds(Continuum continuum, int[] units, int label) {
        int[] bounds = new int[2 * units.length];
        int size = 0;
        for (int unit : units) {
            if (continuum.label()[unit] == label && continuum.lengthOf(unit) > 0) {
                bounds[size++] = continuum.begin()[unit];
                bounds[size++] = continuum.end()[unit];
            }
        }
        return Arrays.copyOf(bounds, size);
    }

    /** One walk along both lines: whatever meets is compared, whatever meets nothing stands in a gap. */
    private static double observed(int[] one, int[] other) {
        double sum = 0;
        boolean[] met = new boolean[other.length / 2];
        int first = 0;
        for (int i = 0; i < one.length; i += 2) {
            while (first < other.length && other[first + 1] <= one[i]) {
                first += 2;
            }
            boolean meets = false;
            for (int j = first; j < other.length && other[j] < one[i + 1]; j += 2) {
                meets = true;
                met[j / 2] = true;
                sum += square((double) one[i] - other[j]) + square((double) one[i + 1] - other[j + 1]);
            }
            sum += meets ? 0 : square((double) one[i + 1] - one[i]);
        }
        for (int j = 0; j < other.length; j += 2) {
            sum += met[j / 2] ? 0 : square((double) other[j + 1] - other[j]);
        }
        return sum;
    }

    private static double square(double number) {
        return number * number;
    }

    private static double expected(int[][] rows, int units, int length) {
        long[] gaps = gaps(rows, units, length);
        Arrays.sort(gaps);
        long[] fromHere = new long[gaps.length + 1];
        for (int gap = gaps.length - 1; gap >= 0; gap--) {
            fromHere[gap] = fromHere[gap + 1] + gaps[gap];
        }
        double sum = 0;
        double within = 0;
        for (int[] row : rows) {
            for (int i = 0; i < row.length; i += 2) {
                double unit = (double) row[i + 1] - row[i];
                int roomy = firstAtLeast(gaps, (long) unit);
                double places = fromHere[roomy] - (gaps.length - roomy) * (unit - 1);
                sum += (units - 1) / 3.0 * unit * (2 * unit - 1) * (unit - 1) + unit * unit * places;
                within += unit * (unit - 1);
            }
        }
        double all = (double) rows.length * length;
        return 2.0 * length * sum / (all * (all - 1) - within);
    }

    private static long[] gaps(int[][] rows, int units, int length) {
        long[] gaps = new long[units + rows.length];
        int size = 0;
        for (int[] row : rows) {
            int before = 0;
            for (int i = 0; i < row.length; i += 2) {
                gaps[size++] = row[i] - before;
                before = row[i + 1];
            }
            gaps[size++] = length - before;
        }
        return gaps;
    }

    private static int firstAtLeast(long[] sorted, long wanted) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
