package dev.parley.adjudication;

import java.util.Collection;

/**
 * How many of the open disagreements would come out wrong if each went to its likeliest version: the sum of the
 * probabilities that this one is wrong, with a 95 % interval from their variance Σ p (1 − p). It knows nothing of what all
 * annotators missed, nor of what they all got wrong together.
 */
public record ErrorsLeft(double estimate, double low, double high) {

    private static final double TWO_SIDED_95 = 1.96;

    /** @param wrong for each open disagreement the probability that its likeliest version is wrong */
    static ErrorsLeft of(Collection<Double> wrong) {
        double sum = 0;
        double variance = 0;
        for (double p : wrong) {
            sum += p;
            variance += p * (1 - p);
        }
        double half = TWO_SIDED_95 * Math.sqrt(variance);
        return new ErrorsLeft(sum, Math.max(0, sum - half), Math.min(wrong.size(), sum + half));
    }
}
