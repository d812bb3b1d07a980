package dev.parley.agreement.continuum;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Clusters of units while they are being improved. Each unit starts alone in the cluster of its own number. */
final class Clustering {

    static final int NONE = -1;
    /** What is gained by less is rounding. */
    static final double ROUNDING = 1e-12;

    private static final int MOST_ROUNDS = 50;

    private final UnitGraph graph;
    private final int annotators;
    private final double pairs;
    private final int[] clusterOf;
    /** One row per cluster, one place per annotator. */
    private final int[] members;

    private final int[] sizes;
    /** When each cluster got other members, in ticks of {@link #clock}. */
    private final int[] changed;

    private int clock;

    Clustering(UnitGraph graph) {
        this.graph = graph;
        this.annotators = graph.annotators();
        this.pairs = graph.pairs();
        this.clusterOf = new int[graph.units()];
        this.members = new int[graph.units() * annotators];
        this.sizes = new int[graph.units()];
        this.changed = new int[graph.units()];
        Arrays.fill(members, NONE);
        for (int unit = 0; unit < graph.units(); unit++) {
            put(unit, unit);
        }
    }

    int clusterOf(int unit) {
        return clusterOf[unit];
    }

    int member(int cluster, int annotator) {
        return members[cluster * annotators + annotator];
    }

    void put(int unit, int cluster) {
        clusterOf[unit] = cluster;
        members[cluster * annotators + graph.annotatorOf(unit)] = unit;
        sizes[cluster]++;
    }

    void take(int unit) {
        int cluster = clusterOf[unit];
        members[cluster * annotators + graph.annotatorOf(unit)] = NONE;
        sizes[cluster]--;
        clusterOf[unit] = NONE;
    }

    /** Has it that these clusters are looked at again. */
    private void change(int one, int other) {
        changed[one] = ++clock;
        changed[other] = clock;
    }

    /** What time it is, for {@link #hasChanged}. */
    int now() {
        return clock;
    }

    boolean hasChanged(int cluster, int since) {
        return changed[cluster] > since;
    }

    private int emptyCluster(int near) {
        if (sizes[near] == 0) {
            return near;
        }
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (sizes[cluster] == 0) {
                return cluster;
            }
        }
        throw new IllegalStateException("more clusters than units");
    }

    /** What a cluster costs beyond 1, if this unit is added: the sum over its members of (d − 1) / C(m,2). */
    double joining(int unit, int cluster) {
        double sum = 0;
        for (int annotator = 0; annotator < annotators; annotator++) {
            int member = member(cluster, annotator);
            if (member != NONE) {
                sum += graph.between(unit, member) - 1;
            }
        }
        return sum / pairs;
    }

    double cost() {
        double unlike = 0;
        double missing = 0;
        for (int size : sizes) {
            missing += size > 0 ? pairs - size * (size - 1) / 2.0 : 0;
        }
        for (int unit = 0; unit < clusterOf.length; unit++) {
            for (int edge = graph.firstEdge(unit); edge < graph.lastEdge(unit); edge++) {
                int other = graph.target(edge);
                unlike += other > unit && clusterOf[other] == clusterOf[unit] ? graph.cost(edge) : 0;
            }
        }
        return (unlike + missing) / pairs;
    }

    /** Joins the clusters of the most alike units first, as long as it pays. */
    void joinGreedily() {
        long[] order = new long[graph.edges()];
        int[] unitOf = new int[2 * graph.edges()];
        int size = 0;
        for (int unit = 0; unit < graph.units(); unit++) {
            for (int edge = graph.firstEdge(unit); edge < graph.lastEdge(unit); edge++) {
                unitOf[edge] = unit;
                if (graph.target(edge) > unit) {
                    // the bits of a float that is not negative sort like the number
                    order[size++] = (long) Float.floatToIntBits((float) graph.cost(edge)) << 32 | edge;
                }
            }
        }
        Arrays.sort(order, 0, size);
        for (int i = 0; i < size; i++) {
            int edge = (int) order[i];
            join(clusterOf[unitOf[edge]], clusterOf[graph.target(edge)]);
        }
    }

    private void join(int into, int from) {
        if (into == from) {
            return;
        }
        double change = -1;
        for (int annotator = 0; annotator < annotators; annotator++) {
            int moving = member(from, annotator);
            if (moving != NONE && member(into, annotator) != NONE) {
                return;
            }
            change += moving == NONE ? 0 : joining(moving, into);
        }
        if (change < -ROUNDING) {
            change(into, from);
            for (int annotator = 0; annotator < annotators; annotator++) {
                int moving = member(from, annotator);
                if (moving != NONE) {
                    take(moving);
                    put(moving, into);
                }
            }
        }
    }

    /** Takes turns at re-matching each annotator and re-splitting neighbours, where something changed, until nothing does. */
    void refine() {
        Resplitting resplitting = new Resplitting(graph, this);
        int[] rematched = new int[annotators];
        Arrays.fill(rematched, NONE);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int before = clock;
            for (int annotator = 0; annotator < annotators; annotator++) {
                if (rematched[annotator] < clock) {
                    rematch(annotator);
                    rematched[annotator] = clock;
                }
            }
            resplitting.pass();
            if (clock == before) {
                return;
            }
        }
    }

    /** Gives the units of one annotator the best places among the clusters of the others: exact, and never worse. */
    void rematch(int annotator) {
        int[] rows = new int[graph.units()];
        int[] before = new int[graph.units()];
        int count = 0;
        for (int unit = 0; unit < graph.units(); unit++) {
            if (graph.annotatorOf(unit) == annotator) {
                before[count] = clusterOf[unit];
                rows[count++] = unit;
                take(unit);
            }
        }
        int[] from = new int[count + 1];
        int[] columns = new int[16];
        double[] gains = new double[16];
        int[] seenBy = new int[graph.units()];
        int size = 0;
        for (int row = 0; row < count; row++) {
            int unit = rows[row];
            for (int edge = graph.firstEdge(unit); edge < graph.lastEdge(unit); edge++) {
                int cluster = clusterOf[graph.target(edge)];
                if (seenBy[cluster] == row + 1) {
                    continue;
                }
                seenBy[cluster] = row + 1;
                double gain = 1 - joining(unit, cluster);
                if (gain > ROUNDING) {
                    if (size == columns.length) {
                        columns = Arrays.copyOf(columns, 2 * size);
                        gains = Arrays.copyOf(gains, 2 * size);
                    }
                    columns[size] = cluster;
                    gains[size++] = gain;
                }
            }
            from[row + 1] = size;
        }
        int[] chosen = new SparseAssignment(from, columns, gains, graph.units()).solve();
        for (int row = 0; row < count; row++) {
            if (chosen[row] != SparseAssignment.NONE) {
                put(rows[row], chosen[row]);
            }
        }
        int empty = 0;
        for (int row = 0; row < count; row++) {
            if (chosen[row] == SparseAssignment.NONE) {
                int alone = before[row];
                if (sizes[alone] > 0) {
                    while (sizes[empty] > 0) {
                        empty++;
                    }
                    alone = empty;
                }
                put(rows[row], alone);
            }
            if (clusterOf[rows[row]] != before[row]) {
                change(before[row], clusterOf[rows[row]]);
            }
        }
    }

    /** Makes these the members of two clusters that held the same units before; {@code second} may be empty. */
    void replace(int first, int second, int[] ofFirst, int[] ofSecond) {
        int other = second == NONE ? emptyCluster(first) : second;
        change(first, other);
        for (int annotator = 0; annotator < annotators; annotator++) {
            for (int cluster : new int[] {first, other}) {
                int member = member(cluster, annotator);
                if (member != NONE) {
                    take(member);
                }
            }
        }
        for (int annotator = 0; annotator < annotators; annotator++) {
            if (ofFirst[annotator] != NONE) {
                put(ofFirst[annotator], first);
            }
            if (ofSecond[annotator] != NONE) {
                put(ofSecond[annotator], other);
            }
        }
    }

    /** Puts these units, whose clusters hold nobody else, into groups of their own. */
    void regroup(int[] units, int[] groups) {
        for (int unit : units) {
            take(unit);
        }
        int[] clusterOfGroup = new int[units.length];
        Arrays.fill(clusterOfGroup, NONE);
        for (int place = 0; place < units.length; place++) {
            int group = groups[place];
            if (clusterOfGroup[group] == NONE) {
                clusterOfGroup[group] = emptyCluster(units[place]);
            }
            put(units[place], clusterOfGroup[group]);
        }
    }

    /** Groups these units as another clustering has them. */
    void regroup(int[] units, Clustering other) {
        Map<Integer, Integer> number = new HashMap<>();
        int[] groups = new int[units.length];
        for (int place = 0; place < units.length; place++) {
            groups[place] = number.computeIfAbsent(other.clusterOf[units[place]], any -> number.size());
        }
        regroup(units, groups);
    }

    int size(int cluster) {
        return sizes[cluster];
    }

    /** Clusters numbered by their first units. */
    int[] numbers() {
        int[] number = new int[sizes.length];
        Arrays.fill(number, NONE);
        int[] numbers = new int[clusterOf.length];
        int next = 0;
        for (int unit = 0; unit < clusterOf.length; unit++) {
            if (number[clusterOf[unit]] == NONE) {
                number[clusterOf[unit]] = next++;
            }
            numbers[unit] = number[clusterOf[unit]];
        }
        return numbers;
    }
}
