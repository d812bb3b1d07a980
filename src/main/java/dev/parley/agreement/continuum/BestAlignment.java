package dev.parley.agreement.continuum;

/**
 * The cheapest way to put units of several annotators into clusters, at most one of each annotator to a cluster. A cluster
 * costs the mean over all pairs of annotators, where a pair with a missing side costs 1 (Mathet et al. 2015). Proven best
 * for two annotators and where everything that could hang together has at most {@value ExactSearch#MOST_UNITS} units;
 * elsewhere the best that greedy joining, re-matching one annotator at a time and re-splitting neighbouring clusters find.
 *
 * @param clusterOf number of each unit's cluster, from 0 without gaps, in the order of their first units
 * @param clusters how many there are
 * @param cost of all of them together
 * @param atLeast no alignment costs less; equal to {@code cost} if this one is proven best
 */
public record BestAlignment(int[] clusterOf, int clusters, double cost, double atLeast) {

    /** @throws IllegalArgumentException with fewer than two annotators */
    public static BestAlignment of(UnitGraph graph) {
        if (graph.annotators() < 2) {
            throw new IllegalArgumentException("aligning needs two annotators, not " + graph.annotators());
        }
        Clustering clustering = new Clustering(graph);
        if (graph.annotators() == 2) {
            clustering.rematch(0);
            return of(clustering, clustering.cost());
        }
        clustering.joinGreedily();
        clustering.refine();
        // a second way in, annotator by annotator, ends elsewhere often enough to be worth its time
        Clustering other = new Clustering(graph);
        other.refine();
        return of(clustering, ExactSearch.improve(graph, clustering, other));
    }

    private static BestAlignment of(Clustering clustering, double atLeast) {
        int[] numbers = clustering.numbers();
        int clusters = 0;
        for (int number : numbers) {
            clusters = Math.max(clusters, number + 1);
        }
        double cost = clustering.cost();
        return new BestAlignment(numbers, clusters, cost, Math.min(cost, atLeast));
    }

    /** The units of each cluster. */
    public int[][] members() {
        int[] sizes = new int[clusters];
        for (int cluster : clusterOf) {
            sizes[cluster]++;
        }
        int[][] members = new int[clusters][];
        for (int cluster = 0; cluster < clusters; cluster++) {
            members[cluster] = new int[sizes[cluster]];
        }
        for (int unit = clusterOf.length - 1; unit >= 0; unit--) {
            members[clusterOf[unit]][--sizes[clusterOf[unit]]] = unit;
        }
        return members;
    }
}
