package dev.parley.scheme;

import java.util.Map;
import java.util.Optional;

/**
 * A rule that annotations should keep.
 *
 * @param name what annotators read, by language tag; the id is shown where empty
 * @param when the annotations it is about; all that have its fields if absent
 * @param require what must be true of them
 */
public record Check(
        String id, Map<String, String> name, Severity severity, Optional<Condition> when, Condition require) {

    public enum Severity {
        /** Blocks submission. */
        ERROR,
        /** Asks once. */
        WARN,
        /** Is shown only. */
        HINT
    }
}
