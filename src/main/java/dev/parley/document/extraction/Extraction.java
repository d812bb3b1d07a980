package dev.parley.document.extraction;

import org.jspecify.annotations.Nullable;

/** What came of reading a file. */
public sealed interface Extraction {

    /**
     * The file has text.
     *
     * @param text as it will stay: no carriage returns, no control characters but tab and line feed, never blank
     * @param title the headline, where the format names one
     * @param language BCP 47 tag, where the format names one
     */
    record Extracted(
            String text,
            FileType type,
            Provenance provenance,
            @Nullable String title,
            @Nullable String language) implements Extraction {}

    /** @param reason a sentence for the person who sent the file */
    record Unreadable(String reason) implements Extraction {}
}
