package dev.parley.agreement.continuum;

/**
 * How disorderly a continuum lies in its best alignment.
 *
 * @param cost of the alignment; the published disorder is this divided by the mean number of units per annotator
 * @param atLeast no alignment costs less
 * @param units per annotator, on average
 * @param categories how unlike the labels of aligned units are
 */
public record Disorder(double cost, double atLeast, double units, Categories categories) {

    /**
     * Labels of aligned pairs (Mathet 2017): each pair counts by how well it lies, {@code max(0, 1 − d_pos)}, and by
     * {@code 1/(n − 1)} in a cluster of n. Units without a partner say nothing about labels.
     *
     * @param unlike weights of the pairs with different labels, over all of them and, from place 1 on, over those in which
     *     label k = 0, 1, … takes part
     * @param all weights of all such pairs
     */
    public record Categories(double[] unlike, double[] all) {

        /** Share of unlike pairs, or NaN if no two units with that label were aligned; place 0 is over all labels. */
        public double share(int place) {
            return all[place] == 0 ? Double.NaN : unlike[place] / all[place];
        }
    }

    public double perUnit() {
        return cost / units;
    }

    /** @param labels how many labels there may be */
    static Disorder of(Continuum continuum, Dissimilarity dissimilarity, int labels) {
        BestAlignment best = BestAlignment.of(dissimilarity.graph(continuum));
        double[] unlike = new double[labels + 1];
        double[] all = new double[labels + 1];
        for (int[] members : best.members()) {
            for (int i = 0; i < members.length; i++) {
                for (int j = i + 1; j < members.length; j++) {
                    add(continuum, members[i], members[j], members.length - 1, unlike, all);
                }
            }
        }
        return new Disorder(best.cost(), best.atLeast(), continuum.meanUnits(), new Categories(unlike, all));
    }

    private static void add(Continuum continuum, int one, int other, int partners, double[] unlike, double[] all) {
        double weight = Math.max(0, 1 - Dissimilarity.position(continuum, one, other)) / partners;
        int label = continuum.label()[one];
        int second = continuum.label()[other];
        int[] places = label == second ? new int[] {0, label + 1} : new int[] {0, label + 1, second + 1};
        for (int place : places) {
            all[place] += weight;
            unlike[place] += label == second ? 0 : weight;
        }
    }
}
