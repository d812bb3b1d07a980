package dev.parley.document;

import org.jspecify.annotations.Nullable;

/**
 * Where and when a document was published, as far as anybody knows.
 *
 * @param published {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}: as precise as it is known
 * @param basis how that is known; absent with {@code published}
 */
public record Publication(
        @Nullable String published,
        @Nullable Basis basis,
        @Nullable String outlet,
        @Nullable String byline,
        @Nullable String url) {

    /** Nobody knows anything. */
    public static final Publication UNKNOWN = new Publication(null, null, null, null, null);

    public Publication {
        if ((published == null) != (basis == null)) {
            throw new IllegalArgumentException("a date and how it is known go together");
        }
    }

    /** How a date is known. */
    public enum Basis {
        /** It stands in the text. */
        TEXT,
        /** The file says so of itself. */
        METADATA,
        /** Somebody said so. */
        USER,
        /** It follows from something else, such as a weekday. */
        INFERRED
    }
}
