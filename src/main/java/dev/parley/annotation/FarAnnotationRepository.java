package dev.parley.annotation;

import dev.parley.account.UserId;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What one person said in several documents of a project. Sets of discarded documents are not found. */
@Repository
class FarAnnotationRepository {

    private static final String OWN = """
            SELECT document.id AS document_id, document.title, annotation.id, annotation.kind, annotation.body
            FROM annotation_set
            JOIN document ON document.id = annotation_set.document_id AND document.deleted_at IS NULL
            JOIN annotation ON annotation.set_id = annotation_set.id AND NOT annotation.deleted
            WHERE annotation_set.user_id = :userId AND document.project_id = :projectId
            """;

    private static final String OF_DOCUMENTS = """
              AND document.id IN (:documents) AND annotation.kind = :kind
            """;

    private static final String BY_ID = """
              AND document.id IN (:documents) AND annotation.id IN (:ids)
            """;

    private static final String LEADING_TO = """
              AND document.id <> :documentId AND annotation.to_document_id = :toDocument
            """;

    private static final String LEADING_FROM = """
              AND document.id = :documentId AND annotation.to_document_id <> :toDocument
            """;

    private static final String RECENT = """
            SELECT annotation_set.document_id
            FROM annotation_set
            JOIN document ON document.id = annotation_set.document_id AND document.deleted_at IS NULL
            JOIN edit ON edit.set_id = annotation_set.id AND edit.sequence = annotation_set.sequence
            WHERE annotation_set.user_id = :userId AND document.project_id = :projectId
              AND document.id <> :documentId
            ORDER BY edit.at DESC, document.id
            LIMIT :limit
            """;

    private final JdbcClient jdbc;

    FarAnnotationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param title of the document */
    record Row(DocumentId document, String title, Annotation annotation) {}

    /** One's annotations of a kind in some documents, in no order. */
    List<Row> inDocuments(ProjectId project, UserId user, Collection<DocumentId> documents, Kind kind) {
        return documents.isEmpty()
                ? List.of()
                : own(project, user, OF_DOCUMENTS)
                        .param("documents", ids(documents))
                        .param("kind", kind.name())
                        .query(FarAnnotationRepository::row)
                        .list();
    }

    /** One's annotations with these ids, some of which may be those of others. */
    List<Row> withIds(ProjectId project, UserId user, Collection<DocumentId> documents, Collection<String> ids) {
        return documents.isEmpty()
                ? List.of()
                : own(project, user, BY_ID)
                        .param("documents", ids(documents))
                        .param("ids", ids)
                        .query(FarAnnotationRepository::row)
                        .list();
    }

    /** One's relations in other documents that lead to this one. */
    List<Row> leadingTo(ProjectId project, UserId user, DocumentId document) {
        return relations(project, user, document, LEADING_TO);
    }

    /** One's relations in this document that lead to others. */
    List<Row> leadingFrom(ProjectId project, UserId user, DocumentId document) {
        return relations(project, user, document, LEADING_FROM);
    }

    private List<Row> relations(ProjectId project, UserId user, DocumentId document, String which) {
        return own(project, user, which)
                .param("documentId", document.value())
                .param("toDocument", document.toString())
                .query(FarAnnotationRepository::row)
                .list();
    }

    /** The documents one worked on last, except one. */
    List<DocumentId> recent(ProjectId project, UserId user, DocumentId except, int limit) {
        return jdbc.sql(RECENT)
                .param("projectId", project.value())
                .param("userId", user.value())
                .param("documentId", except.value())
                .param("limit", limit)
                .query((row, _) -> new DocumentId(row.getObject("document_id", UUID.class)))
                .list();
    }

    private JdbcClient.StatementSpec own(ProjectId project, UserId user, String which) {
        return jdbc.sql(OWN + which).param("projectId", project.value()).param("userId", user.value());
    }

    private static List<UUID> ids(Collection<DocumentId> documents) {
        return documents.stream().map(DocumentId::value).toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getString("title"),
                AnnotationJson.parse(Kind.valueOf(row.getString("kind")), row.getString("body")));
    }
}
