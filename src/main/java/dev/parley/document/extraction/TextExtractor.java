package dev.parley.document.extraction;

import java.nio.file.Path;

/** Gets the text out of files whose format can hurt whoever parses it. */
interface TextExtractor {

    /** @param type PDF, DOCX or HTML */
    Extraction extract(Path file, FileType type);
}
