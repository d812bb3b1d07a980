package dev.parley.annotation;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The annotations of a set, one by one: what changed, and writing what changes. */
@Repository
class AnnotationRepository {

    private static final String CHANGED = """
            SELECT id, kind, body, sequence, deleted
            FROM annotation
            WHERE set_id = :setId AND sequence > :since
            ORDER BY sequence
            """;

    private static final String FIND_ANNOTATION = """
            SELECT annotation.id, annotation.kind, annotation.body, annotation.sequence, annotation.deleted
            FROM annotation
            JOIN annotation_set ON annotation_set.id = annotation.set_id
            JOIN document ON document.id = annotation_set.document_id AND document.deleted_at IS NULL
            WHERE annotation_set.document_id = :documentId AND annotation_set.user_id = :userId
              AND document.project_id = :projectId AND annotation.id = :id AND NOT annotation.deleted
            """;

    private static final String UPDATE_ANNOTATION = """
            UPDATE annotation
            SET kind = :kind, body = :body, sequence = :sequence, deleted = :deleted,
                entity_id = :entityId, start_offset = :startOffset, label = :label, to_document_id = :toDocument
            WHERE set_id = :setId AND id = :id
            """;

    private static final String INSERT_ANNOTATION = """
            INSERT INTO annotation (set_id, id, kind, body, sequence, deleted, entity_id, start_offset, label,
                                    to_document_id)
            VALUES (:setId, :id, :kind, :body, :sequence, :deleted, :entityId, :startOffset, :label, :toDocument)
            """;

    private static final String UPDATE_SEQUENCE = """
            UPDATE annotation_set
            SET sequence = :sequence, scheme_version = :schemeVersion
            WHERE id = :setId
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    AnnotationRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<StoredAnnotation> changed(UUID setId, long since) {
        return jdbc.sql(CHANGED)
                .param("setId", setId)
                .param("since", since)
                .query(StoredAnnotation::of)
                .list();
    }

    Optional<Annotation> find(ProjectId project, DocumentId document, UserId user, String id) {
        return jdbc.sql(FIND_ANNOTATION)
                .param("projectId", project.value())
                .param("documentId", document.value())
                .param("userId", user.value())
                .param("id", id)
                .query(StoredAnnotation::of)
                .optional()
                .map(StoredAnnotation::value);
    }

    /** Writes annotations and the set's new sequence, in a number of statements that does not grow with the batch. */
    void write(UUID setId, Collection<StoredAnnotation> annotations, long sequence, int schemeVersion) {
        SqlParameterSource[] rows = annotations.stream()
                .map(annotation -> new MapSqlParameterSource("setId", setId)
                        .addValue("id", annotation.id())
                        .addValue("kind", annotation.kind().name())
                        .addValue("body", annotation.body())
                        .addValue("sequence", annotation.sequence())
                        .addValue("deleted", annotation.deleted())
                        .addValue("entityId", annotation.entity())
                        .addValue("label", annotation.label())
                        .addValue("startOffset", annotation.entity() == null ? null : annotation.start())
                        .addValue(
                                "toDocument",
                                annotation.toDocument() == null
                                        ? null
                                        : annotation.toDocument().toString()))
                .toArray(SqlParameterSource[]::new);
        // where these are all the edits a set ever had, there is nothing to update
        int[] updated = sequence == rows.length ? new int[rows.length] : batches.batchUpdate(UPDATE_ANNOTATION, rows);
        List<SqlParameterSource> fresh = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (updated[i] == 0) {
                fresh.add(rows[i]);
            }
        }
        batches.batchUpdate(INSERT_ANNOTATION, fresh.toArray(SqlParameterSource[]::new));
        jdbc.sql(UPDATE_SEQUENCE)
                .param("setId", setId)
                .param("sequence", sequence)
                .param("schemeVersion", schemeVersion)
                .update();
    }
}
