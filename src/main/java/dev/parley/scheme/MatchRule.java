package dev.parley.scheme;

/**
 * When two annotators' spans count as the same: their intersection over union, in code points, reaches the threshold.
 *
 * @param threshold above 0, at most 1
 */
public record MatchRule(double threshold) {

    public static final MatchRule DEFAULT = new MatchRule(0.5);
}
