package dev.parley.adjudication;

import java.util.Arrays;
import java.util.List;

/**
 * Which class each item most likely has, and how often each annotator mistakes which class for which, worked out together
 * from nothing but what the annotators said (Dawid & Skene 1979, Applied Statistics 28(1), 20–28).
 *
 * <p>With p<sub>j</sub> the share of class j, π<sup>k</sup><sub>jl</sub> the probability that annotator k says l where j
 * is right, and n<sup>k</sup><sub>il</sub> how often k said l about item i, the probability that i has class j is
 * proportional to p<sub>j</sub> Π<sub>k,l</sub> (π<sup>k</sup><sub>jl</sub>)<sup>n</sup>. Expectation and maximisation
 * take turns from the shares of votes, which is a fixed starting point, as there are several optima.
 *
 * <p>Few votes for each item leave the error rates without anchor, and the estimate may turn into its mirror image; so
 * pseudo-counts say beforehand that annotators are mostly right, and items whose class is known stay what they are.
 */
final class DawidSkene {

    private static final int MOST_ROUNDS = 200;
    private static final double SETTLED = 1e-9;
    /** Keeps logarithms of what never happened finite. */
    private static final double TINY = 1e-12;

    /** Somebody said that an item has a class; all three count from 0. */
    record Vote(int item, int annotator, int label) {}

    /**
     * What is believed of annotators before they are heard.
     *
     * @param strength as how many items of each class this counts; 0 for the pure method
     * @param accuracy share of these they would have got right, 0 to 1; the rest is spread evenly
     */
    record Prior(double strength, double accuracy) {

        static final Prior NONE = new Prior(0, 0);

        double count(int right, int said, int classes) {
            double wrong = classes == 1 ? 0 : strength * (1 - accuracy) / (classes - 1);
            return right == said ? strength * accuracy : wrong;
        }
    }

    private final int items;
    private final int annotators;
    private final int classes;
    private final List<Vote> votes;
    private final int[] known;
    private final Prior prior;
    private final double[][] posteriors;
    private final double[] shares;
    private final double[][][] errors;

    private DawidSkene(int items, int annotators, int classes, List<Vote> votes, int[] known, Prior prior) {
        this.items = items;
        this.annotators = annotators;
        this.classes = classes;
        this.votes = votes;
        this.known = known;
        this.prior = prior;
        this.posteriors = new double[items][classes];
        this.shares = new double[classes];
        this.errors = new double[annotators][classes][classes];
    }

    /** @param known for each item the class it is known to have, or -1 */
    static DawidSkene estimate(int items, int annotators, int classes, List<Vote> votes, int[] known, Prior prior) {
        DawidSkene estimate = new DawidSkene(items, annotators, classes, votes, known, prior);
        estimate.startFromVotes();
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            estimate.maximise();
            double likelihood = estimate.expect();
            if (Math.abs(likelihood - before) < SETTLED * (1 + Math.abs(likelihood))) {
                break;
            }
            before = likelihood;
        }
        return estimate;
    }

    /** The probability of each class for an item; sums to 1. */
    double[] posterior(int item) {
        return posteriors[item].clone();
    }

    /** How often each class is right, over all items. */
    double[] shares() {
        return shares.clone();
    }

    /** How often an annotator says which class (second index) where which is right (first index). */
    double[][] errorRates(int annotator) {
        return Arrays.stream(errors[annotator]).map(double[]::clone).toArray(double[][]::new);
    }

    /** Logarithm of the probability of all votes under the estimate. */
    double logLikelihood() {
        return expect();
    }

    private void startFromVotes() {
        votes.forEach(vote -> posteriors[vote.item][vote.label]++);
        for (int item = 0; item < items; item++) {
            clampOrNormalise(item);
        }
    }

    private void maximise() {
        Arrays.fill(shares, 0);
        for (double[] posterior : posteriors) {
            for (int j = 0; j < classes; j++) {
                shares[j] += posterior[j] / Math.max(1, items);
            }
        }
        for (double[][] table : errors) {
            for (int j = 0; j < classes; j++) {
                for (int l = 0; l < classes; l++) {
                    table[j][l] = prior.count(j, l, classes);
                }
            }
        }
        for (Vote vote : votes) {
            for (int j = 0; j < classes; j++) {
                errors[vote.annotator][j][vote.label] += posteriors[vote.item][j];
            }
        }
        for (double[][] table : errors) {
            for (double[] row : table) {
                double sum = Arrays.stream(row).sum();
                for (int l = 0; l < classes; l++) {
                    row[l] = sum == 0 ? 0 : row[l] / sum;
                }
            }
        }
    }

    /** @return log likelihood of the votes */
    private double expect() {
        double[] logShares = logarithms(shares);
        double[][][] logErrors = Arrays.stream(errors)
                .map(table -> Arrays.stream(table).map(DawidSkene::logarithms).toArray(double[][]::new))
                .toArray(double[][][]::new);
        for (double[] posterior : posteriors) {
            System.arraycopy(logShares, 0, posterior, 0, classes);
        }
        for (Vote vote : votes) {
            for (int j = 0; j < classes; j++) {
                posteriors[vote.item][j] += logErrors[vote.annotator][j][vote.label];
            }
        }
        double likelihood = 0;
        for (int item = 0; item < items; item++) {
            double highest = Arrays.stream(posteriors[item]).max().orElse(0);
            double sum = 0;
            for (int j = 0; j < classes; j++) {
                posteriors[item][j] = Math.exp(posteriors[item][j] - highest);
                sum += posteriors[item][j];
            }
            likelihood += highest + Math.log(sum);
            clampOrNormalise(item);
        }
        return likelihood;
    }

    private void clampOrNormalise(int item) {
        double[] posterior = posteriors[item];
        if (known[item] >= 0) {
            Arrays.fill(posterior, 0);
            posterior[known[item]] = 1;
            return;
        }
        double sum = Arrays.stream(posterior).sum();
        for (int j = 0; j < classes; j++) {
            posterior[j] = sum == 0 ? 1.0 / classes : posterior[j] / sum;
        }
    }

    private static double[] logarithms(double[] probabilities) {
        return Arrays.stream(probabilities).map(p -> Math.log(p + TINY)).toArray();
    }
}
