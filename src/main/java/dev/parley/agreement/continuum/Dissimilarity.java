package dev.parley.agreement.continuum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How unlike two units are (Mathet, Widlöcher and Métivier 2015): {@code positions · d_pos + labels · d_cat} with
 * {@code d_pos = ((|Δbegin| + |Δend|) / (l₁ + l₂))²} and d_cat 1 for different labels, else 0. A missing partner costs 1
 * (their Δ∅), so both parts are in terms of that. Two units without length are alike if they stand at the same place, and
 * never come together otherwise.
 *
 * @param positions their α; above 0
 * @param labels their β; 0 to look at places alone
 */
public record Dissimilarity(double positions, double labels) {

    /** As published, and as used for the alignment behind the measures. */
    public static final Dissimilarity USUAL = new Dissimilarity(3, 1);

    public Dissimilarity {
        if (!(positions > 0) || !(labels >= 0)) {
            throw new IllegalArgumentException("weights %s and %s".formatted(positions, labels));
        }
    }

    public double between(Continuum continuum, int one, int other) {
        return positions * position(continuum, one, other)
                + (continuum.label()[one] == continuum.label()[other] ? 0 : labels);
    }

    /** d_pos alone. */
    static double position(Continuum continuum, int one, int other) {
        long apart = Math.abs((long) continuum.begin()[one] - continuum.begin()[other])
                + Math.abs((long) continuum.end()[one] - continuum.end()[other]);
        if (apart == 0) {
            return 0;
        }
        double share = (double) apart / ((long) continuum.lengthOf(one) + continuum.lengthOf(other));
        return share * share;
    }

    /**
     * All pairs that could be together in a best alignment. A unit stays in a cluster only while its partners cost it at
     * most C(m,2) more than being alone; with m − 2 perfect partners the last one may cost C(m,2) + m − 1.
     */
    public UnitGraph graph(Continuum continuum) {
        int annotators = continuum.annotators();
        double most = annotators * (annotators - 1) / 2.0 + annotators - 1;
        UnitGraph.Builder graph = new UnitGraph.Builder(annotators, continuum.annotator());
        double reach = Math.sqrt(most / positions);
        List<int[]> sizes = sizeClasses(continuum);
        for (int size = 0; size < sizes.size(); size++) {
            int[] large = sizes.get(size);
            for (int smaller = 0; smaller <= size; smaller++) {
                connect(continuum, graph, large, sizes.get(smaller), reach, most, size == smaller);
            }
        }
        return graph.build();
    }

    /** Units by the number of digits of their length, each class by middle, so that one long unit widens no search. */
    private static List<int[]> sizeClasses(Continuum continuum) {
        List<List<Integer>> classes = new ArrayList<>();
        for (int unit = 0; unit < continuum.units(); unit++) {
            int digits = Integer.SIZE - Integer.numberOfLeadingZeros(continuum.lengthOf(unit));
            while (classes.size() <= digits) {
                classes.add(new ArrayList<>());
            }
            classes.get(digits).add(unit);
        }
        return classes.stream()
                .map(units -> units.stream()
                        .sorted((one, other) -> Long.compare(middle(continuum, one), middle(continuum, other)))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toList();
    }

    /** Twice the middle of a unit. */
    private static long middle(Continuum continuum, int unit) {
        return (long) continuum.begin()[unit] + continuum.end()[unit];
    }

    /** The middles of two units are apart by at most half of what their ends are, which sees to a narrow window. */
    private void connect(
            Continuum continuum,
            UnitGraph.Builder graph,
            int[] large,
            int[] small,
            double reach,
            double most,
            boolean same) {
        if (large.length == 0 || small.length == 0) {
            return;
        }
        int longest = Arrays.stream(small).map(continuum::lengthOf).max().orElse(0);
        int first = 0;
        long furthest = 0;
        for (int unit : large) {
            furthest = Math.max(furthest, continuum.lengthOf(unit));
        }
        double widest = reach * (furthest + longest);
        for (int unit : large) {
            long middle = middle(continuum, unit);
            double window = reach * ((double) continuum.lengthOf(unit) + longest);
            while (first < small.length && middle(continuum, small[first]) < middle - widest) {
                first++;
            }
            for (int at = first; at < small.length && middle(continuum, small[at]) <= middle + window; at++) {
                int other = small[at];
                if (continuum.annotator()[unit] != continuum.annotator()[other] && (!same || unit < other)) {
                    double apart = between(continuum, unit, other);
                    if (apart <= most) {
                        graph.add(unit, other, apart);
                    }
                }
            }
        }
    }
}
