package dev.parley.annotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch of edits.
 *
 * @param sequence of the set after the batch
 * @param results one per edit, in the order sent
 */
public record EditOutcome(long sequence, List<Result> results) {

    public EditOutcome {
        results = List.copyOf(results);
    }

    /**
     * @param id of the edit
     * @param reason one or more sentences why it was rejected; absent otherwise
     */
    public record Result(String id, Status status, @Nullable String reason) {}

    public enum Status {
        /** Stored now. */
        APPLIED,
        /** Stored before, under the same id; nothing changed. */
        REPEATED,
        /** Not stored. */
        REJECTED
    }
}
