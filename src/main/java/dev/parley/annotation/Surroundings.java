package dev.parley.annotation;

import dev.parley.document.DocumentId;
import java.util.Optional;

/** What the annotations of a set may point to outside their document. */
interface Surroundings {

    /** Whether the project's registry has this entity. */
    boolean hasEntity(String id);

    /** An annotation the same annotator made in another document of the project. */
    Optional<Annotation> elsewhere(DocumentId document, String id);
}
