package dev.parley.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a project's documents, oldest first.
 *
 * @param next what to ask for to go on; absent at the end
 */
public record DocumentPage(List<Document> items, @Nullable String next) {

    public DocumentPage {
        items = List.copyOf(items);
    }
}
