package dev.parley.annotation;

import dev.parley.account.UserId;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links of mentions to entities, read from the entity's side. Sets of discarded documents are not found. */
@Repository
class LinkRepository {

    private static final String LINKED = """
            FROM annotation
            JOIN entity ON entity.id = annotation.entity_id
            JOIN annotation_set ON annotation_set.id = annotation.set_id
            JOIN app_user ON app_user.id = annotation_set.user_id
            JOIN document ON document.id = annotation_set.document_id AND document.deleted_at IS NULL
            """;

    /** The link was made before its entity was split, and since then neither the mention was edited nor the split settled. */
    private static final String TO_CHECK = """
            EXISTS (
                SELECT 1
                FROM entity_change
                JOIN edit ON edit.set_id = annotation.set_id AND edit.sequence = annotation.sequence
                WHERE entity_change.entity_id = entity.canonical_id AND entity_change.kind = 'SPLIT'
                  AND entity_change.undone_at IS NULL AND entity_change.settled_at IS NULL
                  AND entity_change.done_at > edit.at)
            """;

    private static final String COUNTS = """
            SELECT entity.canonical_id, COUNT(*) AS links
            """ + LINKED + """
            WHERE entity.canonical_id IN (:entities) AND entity.project_id = :projectId
              AND (:all OR annotation_set.user_id = :viewer)
            GROUP BY entity.canonical_id
            """;

    private static final String LINKS = """
            SELECT annotation_set.id AS set_id, document.id AS document_id, document.title, app_user.name AS annotator,
                   annotation.id, annotation.kind, annotation.body,
            """ + TO_CHECK + """
                   AS to_check
            """ + LINKED + """
            WHERE entity.canonical_id = :entity AND (:all OR annotation_set.user_id = :viewer)
            """;

    private static final String IN_ORDER = """
            ORDER BY document.created_at, document.id, annotation.start_offset, app_user.name, annotation.id
            LIMIT :limit OFFSET :offset
            """;

    private static final String DOCUMENTS = """
            SELECT document.id
            """ + LINKED + """
            WHERE entity.canonical_id = :entity AND (:all OR annotation_set.user_id = :viewer)
            GROUP BY document.id, document.created_at
            ORDER BY document.created_at, document.id
            LIMIT :limit OFFSET :offset
            """;

    private static final String OF_DOCUMENTS = """
              AND document.id IN (:documents)
            """;

    private static final String CLAIMS = """
            SELECT annotation_set.id AS set_id, document.id AS document_id, document.title, app_user.name AS annotator,
                   annotation.id, annotation.kind, annotation.body, FALSE AS to_check
            FROM annotation
            JOIN annotation_set ON annotation_set.id = annotation.set_id
            JOIN app_user ON app_user.id = annotation_set.user_id
            JOIN document ON document.id = annotation_set.document_id AND document.deleted_at IS NULL
            WHERE annotation.kind = 'CLAIM' AND NOT annotation.deleted AND document.id IN (:documents)
              AND (:all OR annotation_set.user_id = :viewer)
            ORDER BY document.created_at, document.id
            """;

    private static final String LAST = """
            SELECT entity.canonical_id, MAX(annotation.start_offset) AS last_start
            """ + LINKED + """
            WHERE entity.canonical_id IN (:entities) AND annotation_set.document_id = :documentId
              AND annotation_set.user_id = :reader AND annotation.start_offset < :before
            GROUP BY entity.canonical_id
            """;

    private static final String OF_SET_TO_CHECK = """
            SELECT annotation.id
            """ + LINKED + """
            WHERE annotation_set.document_id = :documentId AND annotation_set.user_id = :annotator AND
            """ + TO_CHECK;

    private final JdbcClient jdbc;

    LinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose links are looked at: everybody's or one person's. */
    record Sight(boolean all, UserId viewer) {}

    /** An annotation and where it stands. */
    record Placed(
            UUID set, DocumentId document, String title, String annotator, Annotation annotation, boolean toCheck) {}

    Map<String, Integer> counts(Sight sight, ProjectId project, Collection<String> entities) {
        return byEntity(
                seen(jdbc.sql(COUNTS), sight)
                        .param("projectId", project.value())
                        .param("entities", entities),
                "links");
    }

    Map<String, Integer> last(UserId reader, DocumentId document, int before, Collection<String> entities) {
        return byEntity(
                jdbc.sql(LAST)
                        .param("entities", entities)
                        .param("documentId", document.value())
                        .param("reader", reader.value())
                        .param("before", before),
                "last_start");
    }

    private static Map<String, Integer> byEntity(JdbcClient.StatementSpec statement, String column) {
        Map<String, Integer> found = new HashMap<>();
        statement.query(row -> {
            found.put(row.getString("canonical_id"), row.getInt(column));
        });
        return found;
    }

    List<Placed> links(Sight sight, String entity, boolean onlyToCheck, int offset, int limit) {
        return seen(jdbc.sql(LINKS + (onlyToCheck ? "AND " + TO_CHECK : "") + IN_ORDER), sight)
                .param("entity", entity)
                .param("limit", limit)
                .param("offset", offset)
                .query(LinkRepository::placed)
                .list();
    }

    /** All links to an entity in some documents. */
    List<Placed> links(Sight sight, String entity, Collection<DocumentId> documents) {
        return seen(jdbc.sql(LINKS + OF_DOCUMENTS), sight)
                .param("entity", entity)
                .param("documents", documents.stream().map(DocumentId::value).toList())
                .query(LinkRepository::placed)
                .list();
    }

    List<DocumentId> documents(Sight sight, String entity, int offset, int limit) {
        return seen(jdbc.sql(DOCUMENTS), sight)
                .param("entity", entity)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new DocumentId(row.getObject("id", UUID.class)))
                .list();
    }

    List<Placed> claims(Sight sight, Collection<DocumentId> documents) {
        return seen(jdbc.sql(CLAIMS), sight)
                .param("documents", documents.stream().map(DocumentId::value).toList())
                .query(LinkRepository::placed)
                .list();
    }

    /** Ids of mentions of a set whose links are to be looked at again. */
    Set<String> toCheck(DocumentId document, UserId annotator) {
        return Set.copyOf(jdbc.sql(OF_SET_TO_CHECK)
                .param("documentId", document.value())
                .param("annotator", annotator.value())
                .query(String.class)
                .list());
    }

    private static JdbcClient.StatementSpec seen(JdbcClient.StatementSpec statement, Sight sight) {
        return statement
                .param("all", sight.all())
                .param("viewer", sight.viewer().value());
    }

    private static Placed placed(ResultSet row, int number) throws SQLException {
        return new Placed(
                row.getObject("set_id", UUID.class),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getString("title"),
                row.getString("annotator"),
                AnnotationJson.parse(Kind.valueOf(row.getString("kind")), row.getString("body")),
                row.getBoolean("to_check"));
    }
}
