package dev.parley.document;

import dev.parley.account.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the texts a document has had. A text never changes; a correction is another text of the same document.
 *
 * @param number from 1
 * @param sha256 of the UTF-8 text, lower-case hex
 * @param codePoints length of the text in code points
 * @param utf16 length of the text in UTF-16 units
 * @param replaced by whom, when and why another took its place; absent for the one that holds
 */
public record Revision(
        DocumentId document,
        int number,
        String sha256,
        int codePoints,
        int utf16,
        @Nullable Replaced replaced) {

    /** @param reason 1 to 500 characters */
    public record Replaced(String reason, UserId by, Instant at) {}
}
