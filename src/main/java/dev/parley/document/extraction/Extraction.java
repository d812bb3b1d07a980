package dev.parley.document.extraction;

import java.util.List;

/** What came of reading a file. */
public sealed interface Extraction {

    /**
     * The file has text.
     *
     * @param text as it will stay: no carriage returns, no control characters but tab and line feed, never blank
     */
    record Extracted(String text, FileType type, Provenance provenance, Imprint imprint) implements Extraction {}

    /**
     * @param reason a sentence for the person who sent the file
     * @param charsets what the bytes could be read as if somebody says so; empty if that would not help
     */
    record Unreadable(String reason, List<String> charsets) implements Extraction {

        public Unreadable {
            charsets = List.copyOf(charsets);
        }

        Unreadable(String reason) {
            this(reason, List.of());
        }
    }
}
