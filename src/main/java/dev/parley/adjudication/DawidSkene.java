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
 *
 * <p>A round costs one step for each vote and class. What is learnt about a single item afterwards is taken in at the cost
 * of its own votes: the item's share of all counts is exchanged and the rates follow (Neal & Hinton 1998); the other items
 * are asked with the new rates, but not heard again until the next estimate.
 */
final class DawidSkene {

    static final int UNKNOWN = -1;
    private static final int MOST_ROUNDS = 200;
    private static final double SETTLED = 1e-9;
    /** Keeps a single vote that was never seen before from making everything impossible. */
    private static final double TINY = 1e-12;
    /** Products below this are made larger, so that an item with many votes does not vanish. */
    private static final double SMALL = 1e-200;

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
    private final Prior prior;
    private final int[] known;
    /** Where the votes about each item start; one entry more than there are items. */
    private final int[] from;
    /** Of each vote the row of {@link #counts} and {@link #rates} it speaks of. */
    private final int[] row;
    /** What each item counts as in {@link #counts}, item by item. */
    private final double[] posteriors;
    /** Of each class, over all items. */
    private final double[] shares;
    /** How often an annotator said a class, by the class that was right: rows by annotator and class said. */
    private final double[] counts;
    /** {@link #counts} as shares of all an annotator said where that class was right; never quite 0. */
    private final double[] rates;

    private double logLikelihood;

    private DawidSkene(int items, int annotators, int classes, List<Vote> votes, int[] known, Prior prior) {
        this.items = items;
        this.annotators = annotators;
        this.classes = classes;
        this.prior = prior;
        this.known = known.clone();
        this.from = new int[items + 1];
        this.row = new int[votes.size()];
        this.posteriors = new double[items * classes];
        this.shares = new double[classes];
        this.counts = new double[annotators * classes * classes];
        this.rates = new double[counts.length];
        votes.forEach(vote -> from[vote.item + 1]++);
        for (int item = 0; item < items; item++) {
            from[item + 1] += from[item];
        }
        int[] filled = from.clone();
        votes.forEach(vote -> row[filled[vote.item]++] = row(vote.annotator, vote.label));
    }

    private int row(int annotator, int label) {
        return (annotator * classes + label) * classes;
    }

    /** @param known for each item the class it is known to have, or {@link #UNKNOWN} */
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
        double[] posterior = new double[classes];
        weigh(item, posterior, 0);
        return posterior;
    }

    /** How often each class is right, over all items. */
    double[] shares() {
        return shares.clone();
    }

    /** How often an annotator says which class (second index) where which is right (first index). */
    double[][] errorRates(int annotator) {
        double[][] table = new double[classes][classes];
        for (int said = 0; said < classes; said++) {
            for (int right = 0; right < classes; right++) {
                table[right][said] = rates[row(annotator, said) + right];
            }
        }
        return table;
    }

    /** Logarithm of the probability of all votes under the estimate. */
    double logLikelihood() {
        return logLikelihood;
    }

    /** Takes in what an item is known to be from now on. @param label {@link #UNKNOWN} if it is open again */
    void learn(int item, int label) {
        known[item] = label;
        double[] now = posterior(item);
        for (int j = 0; j < classes; j++) {
            double change = now[j] - posteriors[item * classes + j];
            posteriors[item * classes + j] = now[j];
            shares[j] += change / items;
            for (int vote = from[item]; vote < from[item + 1]; vote++) {
                counts[row[vote] + j] += change;
            }
        }
        for (int vote = from[item]; vote < from[item + 1]; vote++) {
            follow(row[vote] / (classes * classes));
        }
    }

    private void startFromVotes() {
        for (int item = 0; item < items; item++) {
            for (int vote = from[item]; vote < from[item + 1]; vote++) {
                posteriors[item * classes + row[vote] / classes % classes]++;
            }
            normalise(item, posteriors, item * classes);
        }
    }

    private void maximise() {
        for (int annotator = 0; annotator < annotators; annotator++) {
            for (int said = 0; said < classes; said++) {
                for (int right = 0; right < classes; right++) {
                    counts[row(annotator, said) + right] = prior.count(right, said, classes);
                }
            }
        }
        Arrays.fill(shares, 0);
        for (int item = 0; item < items; item++) {
            int at = item * classes;
            for (int j = 0; j < classes; j++) {
                shares[j] += posteriors[at + j];
            }
            for (int vote = from[item]; vote < from[item + 1]; vote++) {
                int into = row[vote];
                for (int j = 0; j < classes; j++) {
                    counts[into + j] += posteriors[at + j];
                }
            }
        }
        for (int j = 0; j < classes; j++) {
            shares[j] /= Math.max(1, items);
        }
        for (int annotator = 0; annotator < annotators; annotator++) {
            follow(annotator);
        }
    }

    /** Makes an annotator's rates what the counts say. */
    private void follow(int annotator) {
        for (int right = 0; right < classes; right++) {
            double sum = 0;
            for (int said = 0; said < classes; said++) {
                sum += counts[row(annotator, said) + right];
            }
            for (int said = 0; said < classes; said++) {
                int at = row(annotator, said) + right;
                rates[at] = sum == 0 ? 0 : counts[at] / sum;
            }
        }
    }

    /** @return log likelihood of the votes */
    private double expect() {
        logLikelihood = 0;
        for (int item = 0; item < items; item++) {
            logLikelihood += weigh(item, posteriors, item * classes);
        }
        return logLikelihood;
    }

    /** Writes an item's posterior down. @return logarithm of the probability of its votes */
    private double weigh(int item, double[] into, int at) {
        for (int j = 0; j < classes; j++) {
            into[at + j] = shares[j] + TINY;
        }
        double scaled = 0;
        for (int vote = from[item]; vote < from[item + 1]; vote++) {
            int rate = row[vote];
            double largest = 0;
            for (int j = 0; j < classes; j++) {
                into[at + j] *= rates[rate + j] + TINY;
                largest = Math.max(largest, into[at + j]);
            }
            if (largest < SMALL) {
                for (int j = 0; j < classes; j++) {
                    into[at + j] /= largest;
                }
                scaled += Math.log(largest);
            }
        }
        return scaled + Math.log(normalise(item, into, at));
    }

    /** Makes weights probabilities, or what is known. @return what the weights summed up to */
    private double normalise(int item, double[] weights, int at) {
        double sum = 0;
        for (int j = 0; j < classes; j++) {
            sum += weights[at + j];
        }
        for (int j = 0; j < classes; j++) {
            weights[at + j] =
                    known[item] >= 0 ? (known[item] == j ? 1 : 0) : sum == 0 ? 1.0 / classes : weights[at + j] / sum;
        }
        return sum;
    }
}
