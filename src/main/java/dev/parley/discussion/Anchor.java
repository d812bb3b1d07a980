package dev.parley.discussion;

import dev.parley.document.Span;
import org.jspecify.annotations.Nullable;

/**
 * What of a document a thread is about.
 *
 * @param subject the key of an annotation, a disagreement or whatever else a package keeps, up to 300 characters; only that
 *     package reads it. Absent if the thread is about the words alone
 * @param span the words; absent if it is about no particular ones
 */
public record Anchor(@Nullable String subject, @Nullable Span span) {

    /** The document as a whole. */
    public static final Anchor DOCUMENT = new Anchor(null, null);
}
