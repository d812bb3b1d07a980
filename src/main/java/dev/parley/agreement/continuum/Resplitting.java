package dev.parley.agreement.continuum;

/** Tries, for two clusters that touch, every way to share their members out again: 2^(m−1) ways for m annotators. */
final class Resplitting {

    private static final int NONE = Clustering.NONE;

    private final UnitGraph graph;
    private final Clustering clustering;
    private final int annotators;
    /** (d − 1) / C(m,2) between the members of the two clusters at hand: first those of the one, then of the other. */
    private final double[][] share;

    private final int[] units;
    /** When everything had been looked at last. */
    private int looked = NONE;

    Resplitting(UnitGraph graph, Clustering clustering) {
        this.graph = graph;
        this.clustering = clustering;
        this.annotators = graph.annotators();
        this.share = new double[2 * annotators][2 * annotators];
        this.units = new int[2 * annotators];
    }

    /** Looks at clusters that changed since the last pass, and those they touch. */
    void pass() {
        int since = looked;
        looked = clustering.now();
        int[] seenBy = new int[graph.units()];
        for (int unit = 0; unit < graph.units(); unit++) {
            for (int edge = graph.firstEdge(unit); edge < graph.lastEdge(unit); edge++) {
                int own = clustering.clusterOf(unit);
                int other = clustering.clusterOf(graph.target(edge));
                if (own < other && seenBy[other] != unit + 1 && hasChanged(own, other, since)) {
                    seenBy[other] = unit + 1;
                    split(own, other);
                }
            }
        }
        for (int cluster = 0; cluster < graph.units(); cluster++) {
            if (clustering.size(cluster) > 2 && clustering.hasChanged(cluster, since)) {
                split(cluster, NONE);
            }
        }
    }

    private boolean hasChanged(int own, int other, int since) {
        return clustering.hasChanged(own, since) || clustering.hasChanged(other, since);
    }

    private void split(int first, int second) {
        load(first, second);
        int most = 1 << (annotators - 1);
        double best = cost(0);
        int chosen = 0;
        for (int turned = 1; turned < most; turned++) {
            double cost = cost(turned);
            if (cost < best - Clustering.ROUNDING) {
                best = cost;
                chosen = turned;
            }
        }
        if (chosen != 0) {
            int[] ofFirst = new int[annotators];
            int[] ofSecond = new int[annotators];
            for (int annotator = 0; annotator < annotators; annotator++) {
                ofFirst[annotator] = units[place(annotator, chosen, 0)];
                ofSecond[annotator] = units[place(annotator, chosen, 1)];
            }
            clustering.replace(first, second, ofFirst, ofSecond);
        }
    }

    private void load(int first, int second) {
        for (int annotator = 0; annotator < annotators; annotator++) {
            units[annotator] = clustering.member(first, annotator);
            units[annotators + annotator] = second == NONE ? NONE : clustering.member(second, annotator);
        }
        for (int one = 0; one < units.length; one++) {
            for (int other = one + 1; other < units.length; other++) {
                boolean both = units[one] != NONE && units[other] != NONE;
                share[one][other] = both ? (graph.between(units[one], units[other]) - 1) / graph.pairs() : 0;
                share[other][one] = share[one][other];
            }
        }
    }

    /** Where the member of an annotator comes from that goes to the first (0) or second (1) side. */
    private int place(int annotator, int turned, int side) {
        int turn = annotator == 0 ? 0 : turned >> (annotator - 1) & 1;
        return (side ^ turn) * annotators + annotator;
    }

    private double cost(int turned) {
        double cost = 0;
        for (int side = 0; side < 2; side++) {
            boolean any = false;
            for (int one = 0; one < annotators; one++) {
                int place = place(one, turned, side);
                if (units[place] == NONE) {
                    continue;
                }
                any = true;
                for (int other = one + 1; other < annotators; other++) {
                    cost += share[place][place(other, turned, side)];
                }
            }
            cost += any ? 1 : 0;
        }
        return cost;
    }
}
