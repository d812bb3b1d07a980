package dev.parley.annotation;

import dev.parley.document.DocumentId;
import org.jspecify.annotations.Nullable;

/** A typed tie between two annotations. {@code type} is the id of one of the scheme's relation types. */
public record Relation(String id, String type, End from, End to) implements Annotation {

    /**
     * @param kind a mention or a claim
     * @param annotation its id
     * @param document the document it belongs to; absent for the relation's own
     */
    public record End(
            Kind kind, String annotation, @Nullable DocumentId document) {}
}
