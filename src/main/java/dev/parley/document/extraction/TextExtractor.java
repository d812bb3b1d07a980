package dev.parley.document.extraction;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Gets the text out of files whose format can hurt whoever parses it. */
interface TextExtractor {

    /**
     * @param type anything but plain text and archives
     * @param charset what a person chose, for formats that are text inside; null to find out
     */
    Extraction extract(Path file, FileType type, @Nullable String charset);
}
