package dev.parley.assignment;

import dev.parley.annotation.Progress;
import dev.parley.document.Document;
import java.util.List;

/**
 * A document and everybody who reads it.
 *
 * @param readers by annotator name
 */
public record Assignment(Document document, List<Progress> readers) {

    public Assignment {
        readers = List.copyOf(readers);
    }
}
