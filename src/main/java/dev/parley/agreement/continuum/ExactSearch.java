package dev.parley.agreement.continuum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks through all clusterings of what hangs together, where that is little, and bounds the rest from below. Two units
 * hang together if joining them could pay, that is up to a cost of C(m,2) + 1; whatever does not hang together is never
 * joined in a best alignment.
 */
final class ExactSearch {

    static final int MOST_UNITS = 12;

    private final UnitGraph graph;
    private final int[] units;
    /** The least that placing each of the remaining units can add. */
    private final double[] rest;

    private final int[] cluster;
    private final int[] best;
    private final boolean[][] taken;
    private double bestCost;

    private ExactSearch(UnitGraph graph, int[] units, double known) {
        this.graph = graph;
        this.units = units;
        this.cluster = new int[units.length];
        this.best = new int[units.length];
        this.taken = new boolean[units.length][graph.annotators()];
        this.bestCost = known - Clustering.ROUNDING;
        this.rest = new double[units.length + 1];
        Arrays.fill(best, Clustering.NONE);
        for (int place = units.length - 1; place >= 0; place--) {
            rest[place] = rest[place + 1] + Math.min(1, cheapest(place));
        }
    }

    /**
     * Takes, for whatever hangs together, the better of two clusterings, and the best where it can be proven.
     *
     * @param clustering gets the outcome
     * @return what every alignment costs at least
     */
    static double improve(UnitGraph graph, Clustering clustering, Clustering other) {
        double atLeast = 0;
        for (int[] units : components(graph)) {
            double cost = cost(graph, clustering, units);
            double second = cost(graph, other, units);
            if (second < cost - Clustering.ROUNDING) {
                clustering.regroup(units, other);
                cost = second;
            }
            if (units.length <= MOST_UNITS) {
                ExactSearch search = new ExactSearch(graph, units, cost);
                search.place(0, 0, 0);
                atLeast += search.apply(clustering) ? search.bestCost : cost;
            } else {
                atLeast += Math.min(cost, bound(graph, units));
            }
        }
        return atLeast;
    }

    private static List<int[]> components(UnitGraph graph) {
        double most = graph.pairs() + 1;
        boolean[] seen = new boolean[graph.units()];
        List<int[]> components = new ArrayList<>();
        int[] queue = new int[graph.units()];
        for (int start = 0; start < graph.units(); start++) {
            if (seen[start]) {
                continue;
            }
            int size = 0;
            queue[size++] = start;
            seen[start] = true;
            for (int next = 0; next < size; next++) {
                for (int edge = graph.firstEdge(queue[next]); edge < graph.lastEdge(queue[next]); edge++) {
                    int other = graph.target(edge);
                    if (!seen[other] && graph.cost(edge) <= most) {
                        seen[other] = true;
                        queue[size++] = other;
                    }
                }
            }
            components.add(Arrays.copyOf(queue, size));
        }
        return components;
    }

    /** What a component's clusters cost; an alignment that improved on every join keeps within components. */
    private static double cost(UnitGraph graph, Clustering clustering, int[] units) {
        double cost = 0;
        for (int unit : units) {
            int cluster = clustering.clusterOf(unit);
            int first = Clustering.NONE;
            for (int annotator = 0; annotator < graph.annotators(); annotator++) {
                int member = clustering.member(cluster, annotator);
                if (member != Clustering.NONE) {
                    first = first == Clustering.NONE ? member : first;
                    cost += member == unit ? 0 : (graph.between(unit, member) - 1) / graph.pairs() / 2;
                }
            }
            cost += first == unit ? 1 : 0;
        }
        return cost;
    }

    /**
     * Each unit's share of its cluster, 1/n + half of its own pairs, with the best partner of each annotator whether or
     * not somebody else has it.
     */
    private static double bound(UnitGraph graph, int[] units) {
        double bound = 0;
        double[] nearest = new double[graph.annotators()];
        for (int unit : units) {
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            for (int edge = graph.firstEdge(unit); edge < graph.lastEdge(unit); edge++) {
                int annotator = graph.annotatorOf(graph.target(edge));
                nearest[annotator] = Math.min(nearest[annotator], graph.cost(edge));
            }
            Arrays.sort(nearest);
            double least = 1;
            double sum = 0;
            for (int partners = 1; partners < graph.annotators(); partners++) {
                sum += nearest[partners - 1] - 1;
                least = Math.min(least, 1.0 / (partners + 1) + sum / graph.pairs() / 2);
            }
            bound += least;
        }
        return bound;
    }

    private double cheapest(int place) {
        double[] nearest = new double[graph.annotators()];
        for (int earlier = 0; earlier < place; earlier++) {
            double share = (graph.between(units[place], units[earlier]) - 1) / graph.pairs();
            int annotator = graph.annotatorOf(units[earlier]);
            nearest[annotator] = Math.min(nearest[annotator], share);
        }
        return Arrays.stream(nearest).sum();
    }

    private void place(int place, int clusters, double cost) {
        if (cost + rest[place] >= bestCost) {
            return;
        }
        if (place == units.length) {
            bestCost = cost;
            System.arraycopy(cluster, 0, best, 0, units.length);
            return;
        }
        int annotator = graph.annotatorOf(units[place]);
        for (int into = 0; into <= clusters; into++) {
            if (!taken[into][annotator]) {
                double added = into == clusters ? 1 : 0;
                for (int earlier = 0; earlier < place; earlier++) {
                    if (cluster[earlier] == into) {
                        added += (graph.between(units[place], units[earlier]) - 1) / graph.pairs();
                    }
                }
                if (added < Double.POSITIVE_INFINITY) {
                    taken[into][annotator] = true;
                    cluster[place] = into;
                    place(place + 1, Math.max(clusters, into + 1), cost + added);
                    taken[into][annotator] = false;
                }
            }
        }
    }

    private boolean apply(Clustering clustering) {
        if (best[0] == Clustering.NONE) {
            return false;
        }
        clustering.regroup(units, best);
        return true;
    }
}
