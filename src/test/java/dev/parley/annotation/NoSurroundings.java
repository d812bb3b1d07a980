package dev.parley.annotation;

import dev.parley.document.DocumentId;
import java.util.Optional;

/** A project with an empty registry and one document. */
final class NoSurroundings implements Surroundings {

    @Override
    public Optional<String> linkProblem(String entity) {
        return Optional.of("The project's registry has no entity “%s”.".formatted(entity));
    }

    @Override
    public boolean isToCheck(String mention) {
        return false;
    }

    @Override
    public Optional<Annotation> elsewhere(DocumentId document, String id) {
        return Optional.empty();
    }
}
