package dev.parley.exchange.foreign;

import dev.parley.document.DocumentId;

/** Names of files in archives: a folder per set, a file per document. */
final class FileNames {

    private FileNames() {}

    /** Without extension. */
    static String of(String set, DocumentId document) {
        return set.replaceAll("[^A-Za-z0-9._-]", "_") + "/" + document;
    }
}
