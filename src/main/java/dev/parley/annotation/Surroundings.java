package dev.parley.annotation;

import dev.parley.document.DocumentId;
import java.util.Optional;

/** What the annotations of a set may point to outside their document. */
interface Surroundings {

    /** Why a mention of the document cannot be linked to an entity, in a sentence; empty if it can. */
    Optional<String> linkProblem(String entity);

    /** Whether the link of a mention was made before its entity was split, and nobody looked at it since. */
    boolean isToCheck(String mention);

    /** An annotation the same annotator made in another document of the project. */
    Optional<Annotation> elsewhere(DocumentId document, String id);
}
