package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far sets had come when their document got another text, and what of them waits since. */
@Repository
class CarryRepository {

    private static final String INSERT_STEP = """
            INSERT INTO set_carry (set_id, revision, last_sequence, carried_sequence)
            VALUES (:setId, :revision, :last, :carried)
            """;

    private static final String SELECT_STEPS = """
            SELECT revision, last_sequence, carried_sequence
            FROM set_carry
            WHERE set_id = :setId
            ORDER BY revision
            """;

    private static final String SELECT_WAITING = """
            SELECT annotation_id, kind, revision, before_body, after_body, doubtful
            FROM waiting_annotation
            WHERE set_id = :setId
            ORDER BY annotation_id
            """;

    private static final String COUNT_WAITING = """
            SELECT COUNT(*)
            FROM waiting_annotation
            JOIN annotation_set ON annotation_set.id = waiting_annotation.set_id
            WHERE annotation_set.document_id = :documentId AND waiting_annotation.doubtful
            """;

    private static final String COUNT_WAITING_IN_PROJECT = """
            SELECT COUNT(*)
            FROM waiting_annotation
            JOIN annotation_set ON annotation_set.id = waiting_annotation.set_id
            JOIN document ON document.id = annotation_set.document_id
            WHERE document.project_id = :projectId AND document.deleted_at IS NULL AND waiting_annotation.doubtful
            """;

    private static final String DELETE_WAITING = """
            DELETE FROM waiting_annotation
            WHERE set_id = :setId AND annotation_id = :id
            """;

    private static final String INSERT_WAITING = """
            INSERT INTO waiting_annotation (set_id, annotation_id, kind, revision, before_body, after_body, doubtful)
            VALUES (:setId, :id, :kind, :revision, :before, :after, :doubtful)
            """;

    private static final String SELECT_LOG = """
            SELECT kind, annotation_id, after_body
            FROM edit
            WHERE set_id = :setId AND sequence <= :sequence
            ORDER BY sequence
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    CarryRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * A change of text in a set's log.
     *
     * @param left the revision that was left
     * @param last sequence of the last edit made in it
     * @param carried sequence after the marks were carried over
     */
    record Step(int left, long last, long carried) {}

    void add(UUID set, Step step) {
        jdbc.sql(INSERT_STEP)
                .param("setId", set)
                .param("revision", step.left())
                .param("last", step.last())
                .param("carried", step.carried())
                .update();
    }

    /** Oldest first. */
    List<Step> steps(UUID set) {
        return jdbc.sql(SELECT_STEPS)
                .param("setId", set)
                .query((row, line) -> new Step(row.getInt(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    List<WaitingAnnotation> waiting(UUID set) {
        return jdbc.sql(SELECT_WAITING)
                .param("setId", set)
                .query(CarryRepository::waiting)
                .list();
    }

    int doubtful(DocumentId document) {
        return jdbc.sql(COUNT_WAITING)
                .param("documentId", document.value())
                .query(Integer.class)
                .single();
    }

    int doubtful(ProjectId project) {
        return jdbc.sql(COUNT_WAITING_IN_PROJECT)
                .param("projectId", project.value())
                .query(Integer.class)
                .single();
    }

    void remove(UUID set, Collection<String> ids) {
        batches.batchUpdate(
                DELETE_WAITING,
                ids.stream()
                        .map(id -> new MapSqlParameterSource("setId", set).addValue("id", id))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Lets annotations wait; those that wait already wait as they are now. */
    void put(UUID set, Collection<WaitingAnnotation> waiting) {
        remove(set, waiting.stream().map(WaitingAnnotation::id).toList());
        batches.batchUpdate(
                INSERT_WAITING,
                waiting.stream()
                        .map(one -> new MapSqlParameterSource("setId", set)
                                .addValue("id", one.id())
                                .addValue("kind", one.kind().name())
                                .addValue("revision", one.revision())
                                .addValue("before", AnnotationJson.text(one.before()))
                                .addValue("after", one.after() == null ? null : AnnotationJson.text(one.after()))
                                .addValue("doubtful", one.doubtful()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** The annotations of a set as they were after an edit. */
    AnnotationIndex at(UUID set, DocumentId document, long sequence) {
        Map<String, Annotation> present = new LinkedHashMap<>();
        jdbc.sql(SELECT_LOG).param("setId", set).param("sequence", sequence).query(row -> {
            String id = row.getString("annotation_id");
            String body = row.getString("after_body");
            if (body == null) {
                present.remove(id);
            } else {
                present.put(id, AnnotationJson.parse(Kind.valueOf(row.getString("kind")), body));
            }
        });
        AnnotationIndex index = new AnnotationIndex(document);
        present.values().forEach(index::put);
        return index;
    }

    private static WaitingAnnotation waiting(ResultSet row, int line) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        String after = row.getString("after_body");
        return new WaitingAnnotation(
                row.getString("annotation_id"),
                kind,
                row.getInt("revision"),
                AnnotationJson.parse(kind, row.getString("before_body")),
                after == null ? null : AnnotationJson.parse(kind, after),
                row.getBoolean("doubtful"));
    }
}
