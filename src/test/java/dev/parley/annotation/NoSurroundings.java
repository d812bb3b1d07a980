package dev.parley.annotation;

import dev.parley.document.DocumentId;
import java.util.Optional;

/** A project with an empty registry and one document. */
final class NoSurroundings implements Surroundings {

    @Override
    public boolean hasEntity(String id) {
        return false;
    }

    @Override
    public Optional<Annotation> elsewhere(DocumentId document, String id) {
        return Optional.empty();
    }
}
