package dev.parley.agreement;

import dev.parley.agreement.continuum.Continuum;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The family of α for units of 2016 (Krippendorff, Mathet, Bouvry and Widlöcher, Quality & Quantity 50, with its erratum).
 * Each annotator's line is cut into labelled segments and gaps; ℓ_ck is the length on which one annotator has c and another
 * k, over all ordered pairs of m annotators divided by m − 1. With row sums ℓ_c, their sum ℓ and W = Σ w,
 *
 * <pre>
 * α = 1 − Σ ℓ_ck δ / Σ ε_ck δ,   ε_ck = (ℓ_c ℓ_k − [c = k] Σ_c w) / (ℓ − W / ℓ),   δ nominal,
 * </pre>
 *
 * where w is length² for a unit and length for a gap. For more than two annotators published programs differ on w in cuα and
 * (k)uα; here it is the mean over the others of (length shared with their units)². Units of one annotator must not overlap,
 * whatever their labels.
 */
public final class UAlpha {

    /** Length on which one annotator has c and another k; the last row and column stand for gaps. */
    private final double[][] shared;

    /** Σ w of each label's units, and the total length of gaps. */
    private final double[] own;

    /** Σ w of the parts of each label's units that others labelled, too. */
    private final double[] covered;

    private final int labels;

    private UAlpha(int labels) {
        this.labels = labels;
        this.shared = new double[labels + 1][labels + 1];
        this.own = new double[labels + 1];
        this.covered = new double[labels];
    }

    /** What lines have in common, ready for the four figures; or why there is none. */
    public sealed interface Reading {

        record Read(UAlpha parts) implements Reading {}

        record Refused(Outcome.Reason reason) implements Reading {}
    }

    public static Reading of(Continuum continuum) {
        return of(continuum, continuum.labels());
    }

    /** @param labels how many there may be, for figures that are added up over several lines */
    static Reading of(Continuum continuum, int labels) {
        Outcome.Reason obstacle = obstacle(continuum);
        if (obstacle != null) {
            return new Reading.Refused(obstacle);
        }
        UAlpha parts = new UAlpha(labels);
        int[][] lines = new int[continuum.annotators()][];
        int[][] units = continuum.byAnnotator();
        for (int annotator = 0; annotator < lines.length; annotator++) {
            lines[annotator] = parts.line(continuum, units[annotator]);
        }
        for (int[] one : lines) {
            for (int[] other : lines) {
                if (one != other) {
                    parts.compare(one, other, lines.length - 1.0);
                }
            }
        }
        return new Reading.Read(parts);
    }

    /** How many numbers make up the parts. */
    static int numbers(int labels) {
        return (labels + 1) * (labels + 1) + labels + 1 + labels;
    }

    /** Writes down the parts; those of several lines may be added number by number. */
    void writeTo(double[] numbers) {
        int at = 0;
        for (double[] row : shared) {
            System.arraycopy(row, 0, numbers, at, row.length);
            at += row.length;
        }
        System.arraycopy(own, 0, numbers, at, own.length);
        System.arraycopy(covered, 0, numbers, at + own.length, covered.length);
    }

    static UAlpha of(double[] numbers, int labels) {
        UAlpha parts = new UAlpha(labels);
        int at = 0;
        for (double[] row : parts.shared) {
            System.arraycopy(numbers, at, row, 0, row.length);
            at += row.length;
        }
        System.arraycopy(numbers, at, parts.own, 0, parts.own.length);
        System.arraycopy(numbers, at + parts.own.length, parts.covered, 0, parts.covered.length);
        return parts;
    }

    private static Outcome.@Nullable Reason obstacle(Continuum continuum) {
        Outcome.Reason obstacle = AlphaU.obstacle(continuum);
        if (obstacle != null) {
            return obstacle;
        }
        for (int[] units : continuum.byAnnotator()) {
            int reached = 0;
            for (int unit : units) {
                if (continuum.lengthOf(unit) > 0) {
                    if (continuum.begin()[unit] < reached) {
                        return Outcome.Reason.OVERLAP_NOT_SUPPORTED;
                    }
                    reached = continuum.end()[unit];
                }
            }
        }
        return null;
    }

    /** Begin and label of each segment, gaps included, with the length of the line behind the last; adds to {@link #own}. */
    private int[] line(Continuum continuum, int[] units) {
        int[] line = new int[4 * units.length + 3];
        int size = 0;
        int reached = 0;
        for (int unit : units) {
            int begin = continuum.begin()[unit];
            if (continuum.lengthOf(unit) == 0) {
                continue;
            }
            if (begin > reached) {
                size = segment(line, size, reached, labels);
                own[labels] += begin - reached;
            }
            size = segment(line, size, begin, continuum.label()[unit]);
            own[continuum.label()[unit]] += Math.pow(continuum.lengthOf(unit), 2);
            reached = continuum.end()[unit];
        }
        if (reached < continuum.length()) {
            size = segment(line, size, reached, labels);
            own[labels] += continuum.length() - reached;
        }
        line[size++] = Math.max(reached, continuum.length());
        return Arrays.copyOf(line, size);
    }

    private static int segment(int[] line, int size, int begin, int label) {
        line[size] = begin;
        line[size + 1] = label;
        return size + 2;
    }

    private void compare(int[] one, int[] other, double others) {
        double labelled = 0;
        for (int i = 0, j = 0; i + 1 < one.length && j + 1 < other.length; ) {
            int end = Math.min(one[i + 2], other[j + 2]);
            int length = end - Math.max(one[i], other[j]);
            shared[one[i + 1]][other[j + 1]] += length / others;
            labelled += other[j + 1] == labels ? 0 : length;
            if (other[j + 2] == end) {
                j += 2;
            }
            if (one[i + 2] == end) {
                if (one[i + 1] != labels) {
                    covered[one[i + 1]] += labelled * labelled / others;
                }
                labelled = 0;
                i += 2;
            }
        }
    }

    /** uα: everything, gaps being a value among the others. */
    public Outcome all() {
        return alpha(shared, own);
    }

    /** |uα: what is relevant at all, whatever its label. */
    public Outcome relevance() {
        double[][] two = new double[2][2];
        for (int c = 0; c <= labels; c++) {
            for (int k = 0; k <= labels; k++) {
                two[c == labels ? 1 : 0][k == labels ? 1 : 0] += shared[c][k];
            }
        }
        return alpha(two, new double[] {sum(own) - own[labels], own[labels]});
    }

    /** Share of the length that two labelled, over all of it. */
    public double coverage() {
        double all = 0;
        double both = 0;
        for (int c = 0; c <= labels; c++) {
            for (int k = 0; k <= labels; k++) {
                all += shared[c][k];
                both += c < labels && k < labels ? shared[c][k] : 0;
            }
        }
        return both / all;
    }

    /** cuα: the labels of what two labelled. */
    public Outcome labels() {
        return alpha(labelled(), covered);
    }

    /** (k)uα: how reliably this label is given where two labelled. */
    public Outcome label(int label) {
        double[][] both = labelled();
        double all = 0;
        double given = 0;
        for (int c = 0; c < labels; c++) {
            all += sum(both[c]);
            given += both[label][c];
        }
        if (given == 0) {
            return Outcome.undefined(Outcome.Reason.NO_OVERLAP);
        }
        double observed = (given - both[label][label]) / given;
        double expected = (all - given) / (all - covered[label] / given);
        return all - given <= 0 ? Outcome.undefined(Outcome.Reason.NO_VARIATION) : Outcome.of(1 - observed / expected);
    }

    private double[][] labelled() {
        double[][] both = new double[labels][labels];
        for (int c = 0; c < labels; c++) {
            System.arraycopy(shared[c], 0, both[c], 0, labels);
        }
        return both;
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static Outcome alpha(double[][] shared, double[] weights) {
        double[] rows = new double[shared.length];
        for (int c = 0; c < shared.length; c++) {
            rows[c] = sum(shared[c]);
        }
        double all = sum(rows);
        if (all == 0) {
            return Outcome.undefined(Outcome.Reason.NO_OVERLAP);
        }
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < shared.length; c++) {
            for (int k = 0; k < shared.length; k++) {
                if (c != k) {
                    observed += shared[c][k];
                    expected += rows[c] * rows[k];
                }
            }
        }
        if (expected == 0) {
            return Outcome.undefined(Outcome.Reason.NO_VARIATION);
        }
        double scale = all - sum(weights) / all;
        return scale <= 0
                ? Outcome.undefined(Outcome.Reason.NO_VARIATION)
                : Outcome.of(1 - observed * scale / expected);
    }
}
