package dev.parley.agreement.continuum;

import java.util.Arrays;

/**
 * Units and which of them may lie in one cluster at what cost, in compressed rows. Two units without an edge never come
 * together. Costs are in terms of a unit left alone, which costs 1.
 */
public final class UnitGraph {

    private final int annotators;
    private final int[] annotatorOf;
    private final int[] from;
    private final int[] other;
    private final double[] cost;

    private UnitGraph(int annotators, int[] annotatorOf, int[] from, int[] other, double[] cost) {
        this.annotators = annotators;
        this.annotatorOf = annotatorOf;
        this.from = from;
        this.other = other;
        this.cost = cost;
    }

    public int annotators() {
        return annotators;
    }

    public int units() {
        return annotatorOf.length;
    }

    public int edges() {
        return other.length / 2;
    }

    int annotatorOf(int unit) {
        return annotatorOf[unit];
    }

    /** Pairs of annotators: what the cost of a cluster is the mean over. */
    double pairs() {
        return annotators * (annotators - 1) / 2.0;
    }

    int firstEdge(int unit) {
        return from[unit];
    }

    int lastEdge(int unit) {
        return from[unit + 1];
    }

    int target(int edge) {
        return other[edge];
    }

    double cost(int edge) {
        return cost[edge];
    }

    /** Infinite for two that never come together. */
    double between(int one, int two) {
        int place = Arrays.binarySearch(other, from[one], from[one + 1], two);
        return place < 0 ? Double.POSITIVE_INFINITY : cost[place];
    }

    /** Collects edges; each pair of units of different annotators at most once. */
    public static final class Builder {

        private final int annotators;
        private final int[] annotatorOf;
        private int[] ones = new int[64];
        private int[] others = new int[64];
        private double[] costs = new double[64];
        private int size;

        public Builder(int annotators, int[] annotatorOf) {
            this.annotators = annotators;
            this.annotatorOf = annotatorOf.clone();
        }

        public void add(int one, int other, double cost) {
            if (size == ones.length) {
                ones = Arrays.copyOf(ones, 2 * size);
                others = Arrays.copyOf(others, 2 * size);
                costs = Arrays.copyOf(costs, 2 * size);
            }
            ones[size] = one;
            others[size] = other;
            costs[size++] = cost;
        }

        public UnitGraph build() {
            int units = annotatorOf.length;
            // twice a stable counting sort: by the one end, then by the other, so that each row is ordered
            int[] byFirst = sorted(ones, others, units);
            int[] from = new int[units + 1];
            int[] target = new int[2 * size];
            double[] cost = new double[2 * size];
            int[] order = new int[2 * size];
            for (int edge = 0; edge < 2 * size; edge++) {
                from[end(byFirst[edge], ones, others) + 1]++;
            }
            for (int unit = 0; unit < units; unit++) {
                from[unit + 1] += from[unit];
            }
            int[] filled = from.clone();
            for (int edge : byFirst) {
                order[filled[end(edge, ones, others)]++] = edge;
            }
            for (int place = 0; place < order.length; place++) {
                target[place] = end(order[place], others, ones);
                cost[place] = costs[order[place] % Math.max(1, size)];
            }
            return new UnitGraph(annotators, annotatorOf, from, target, cost);
        }

        /** Both directions of every edge, ordered by the end they lead to. */
        private int[] sorted(int[] ones, int[] others, int units) {
            int[] count = new int[units + 1];
            for (int edge = 0; edge < 2 * size; edge++) {
                count[end(edge, others, ones) + 1]++;
            }
            for (int unit = 0; unit < units; unit++) {
                count[unit + 1] += count[unit];
            }
            int[] order = new int[2 * size];
            for (int edge = 0; edge < 2 * size; edge++) {
                order[count[end(edge, others, ones)]++] = edge;
            }
            return order;
        }

        /** Edges from {@code size} on are the same ones read backwards. */
        private int end(int edge, int[] forwards, int[] backwards) {
            return edge < size ? forwards[edge] : backwards[edge - size];
        }
    }
}
