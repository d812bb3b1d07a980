package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.Mention.Link;
import dev.parley.document.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An annotation as its row holds it.
 *
 * @param body as JSON; the last value if deleted
 * @param sequence of the edit that wrote it last
 * @param entity the one a mention is linked to. Where a set is read, the one that stands for it now if that is another;
 *     absent if there is nothing to say
 * @param start where a linked mention begins
 * @param label what of the scheme it is; absent if deleted, and where a set is read
 * @param toDocument the document a relation leads to, where it says so
 */
record StoredAnnotation(
        String id,
        Kind kind,
        String body,
        long sequence,
        boolean deleted,
        @Nullable String entity,
        int start,
        @Nullable String label,
        @Nullable DocumentId toDocument) {

    /** An annotation as it is after an edit. */
    static StoredAnnotation of(Annotation annotation, String body, long sequence) {
        Link link = annotation instanceof Mention mention ? mention.link() : null;
        int start = annotation instanceof Mention mention
                ? mention.spans().getFirst().start()
                : 0;
        return new StoredAnnotation(
                annotation.id(),
                annotation.kind(),
                body,
                sequence,
                false,
                link == null ? null : link.entity(),
                start,
                label(annotation),
                annotation instanceof Relation relation ? relation.to().document() : null);
    }

    /** What of the scheme an annotation is, for finding documents by it; claims are all of one kind. */
    static String label(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> mention.label();
            case Claim ignored -> "claim";
            case Relation relation -> relation.type();
        };
    }

    /** The annotation, its link redirected to the entity that stands for it now. */
    Annotation value() {
        Annotation value = AnnotationJson.parse(kind, body);
        return entity != null && value instanceof Mention mention ? mention.linkedTo(entity) : value;
    }

    /** A row with the columns of the table. */
    static StoredAnnotation of(ResultSet row, int number) throws SQLException {
        return of(row, null);
    }

    static StoredAnnotation of(ResultSet row, @Nullable String redirectedTo) throws SQLException {
        return new StoredAnnotation(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("body"),
                row.getLong("sequence"),
                row.getBoolean("deleted"),
                redirectedTo,
                0,
                null,
                null);
    }
}
