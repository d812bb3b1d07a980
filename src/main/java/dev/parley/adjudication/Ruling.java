package dev.parley.adjudication;

import dev.parley.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * What an adjudicator says about a disagreement.
 *
 * @param version number of the version taken, from 0; only for {@link Decision.Outcome#VERSION}
 * @param own the adjudicator's own annotation; only for {@link Decision.Outcome#OWN}
 * @param reason short, at most 200 characters
 * @param milliseconds how long it was on the screen, 0 to 86 400 000; absent if nobody measured
 * @param alike whether all open disagreements that look the same are settled the same way
 */
public record Ruling(
        Decision.Outcome outcome,
        @Nullable Integer version,
        @Nullable Annotation own,
        @Nullable String reason,
        @Nullable String note,
        @Nullable Integer milliseconds,
        boolean alike) {

    public Ruling(
            Decision.Outcome outcome,
            @Nullable Integer version,
            @Nullable Annotation own,
            @Nullable String reason,
            @Nullable String note,
            boolean alike) {
        this(outcome, version, own, reason, note, null, alike);
    }

    public static Ruling version(int number) {
        return new Ruling(Decision.Outcome.VERSION, number, null, null, null, false);
    }

    public static Ruling own(Annotation own) {
        return new Ruling(Decision.Outcome.OWN, null, own, null, null, false);
    }

    public static Ruling none() {
        return new Ruling(Decision.Outcome.NONE, null, null, null, null, false);
    }

    /** The same for a version of another number, whose disagreement was not on the screen. */
    Ruling forVersion(@Nullable Integer other) {
        return new Ruling(outcome, other, own, reason, note, null, alike);
    }
}
