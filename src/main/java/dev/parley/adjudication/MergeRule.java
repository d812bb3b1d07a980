package dev.parley.adjudication;

import dev.parley.problem.ProblemException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule that decides without a person.
 *
 * @param threshold for the majority the least share of those who took part, above which a version is taken; for
 *     Dawid–Skene the least probability; 0 to 1
 * @param support for the majority how many must hold the version, at least 1
 * @param margin for the majority how many more must hold it than the next, at least 1
 * @param annotator sign-in name of the one who is trusted; absent for the other strategies
 * @param layer only this one; all if absent
 */
public record MergeRule(
        Strategy strategy,
        double threshold,
        int support,
        int margin,
        @Nullable String annotator,
        @Nullable String layer) {

    public enum Strategy {
        /** Decides nothing: what all agree on is gold without a decision. Tells how much that is. */
        UNANIMOUS(0),
        /** The version that most hold. */
        MAJORITY(0.5),
        /** The version a model of all annotators' reliability holds likely enough. */
        DAWID_SKENE(0.95),
        /** What one trusted annotator says. */
        ANNOTATOR(0);

        private final double usual;

        Strategy(double usual) {
            this.usual = usual;
        }

        /** The threshold where none is given. */
        public double usualThreshold() {
            return usual;
        }

        /** As in HTTP and exports: {@code dawid-skene}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Strategy> of(String wire) {
            return Stream.of(values())
                    .filter(strategy -> strategy.wire().equals(wire))
                    .findFirst();
        }
    }

    public MergeRule {
        if (!(threshold >= 0 && threshold <= 1) || support < 1 || margin < 1) {
            throw new IllegalArgumentException(
                    "threshold %s, support %d, margin %d".formatted(threshold, support, margin));
        }
        if ((strategy == Strategy.ANNOTATOR) != (annotator != null)) {
            throw new IllegalArgumentException("an annotator is named if and only if one is trusted");
        }
    }

    /** What a person asked for. @throws ProblemException invalid, naming the limit that makes no sense */
    public static MergeRule checked(
            Strategy strategy,
            double threshold,
            int support,
            int margin,
            @Nullable String annotator,
            @Nullable String layer) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw ProblemException.invalid("The limit is a number from 0 to 1.");
        }
        if (strategy == Strategy.MAJORITY && (support < 1 || margin < 1)) {
            throw ProblemException.invalid("A majority is held by at least one, and ahead by at least one.");
        }
        if (strategy == Strategy.ANNOTATOR && annotator == null) {
            throw ProblemException.invalid("Choose the annotator whose versions are taken.");
        }
        return new MergeRule(
                strategy,
                threshold,
                Math.max(1, support),
                Math.max(1, margin),
                strategy == Strategy.ANNOTATOR ? annotator : null,
                layer);
    }

    /** A strategy with its usual limits. */
    public static MergeRule of(Strategy strategy) {
        return new MergeRule(strategy, strategy.usualThreshold(), 2, 1, null, null);
    }

    /** What one annotator says. */
    public static MergeRule trusting(String annotator) {
        return new MergeRule(Strategy.ANNOTATOR, 0, 1, 1, annotator, null);
    }
}
