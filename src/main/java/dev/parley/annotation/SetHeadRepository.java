package dev.parley.annotation;

import dev.parley.account.UserId;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The heads of sets: given to annotators, found, locked, and moved from one state to the next. Those of discarded documents are not found. */
@Repository
class SetHeadRepository {

    /** Beyond this a list of ids costs more than reading the whole project. */
    static final int MOST_PARAMETERS = 1000;

    private static final String INSERT = """
            INSERT INTO annotation_set (id, document_id, user_id, state, sequence, scheme_version, assigned_by, assigned_at)
            VALUES (:id, :documentId, :userId, 'DRAFT', 0, :schemeVersion, :assignedBy, :assignedAt)
            ON CONFLICT DO NOTHING
            """;

    private static final String INSERT_IN_PROJECT = """
            INSERT INTO annotation_set (id, document_id, user_id, state, sequence, scheme_version, assigned_by, assigned_at)
            SELECT :id, document.id, :userId, 'DRAFT', 0, :schemeVersion, :assignedBy, :assignedAt
            FROM document
            WHERE document.id = :documentId AND document.project_id = :projectId AND document.deleted_at IS NULL
            ON CONFLICT DO NOTHING
            """;

    private static final String DELETE_UNTOUCHED = """
            DELETE FROM annotation_set
            WHERE document_id = :documentId AND user_id = :userId AND state = 'DRAFT' AND sequence = 0
            """;

    private static final String HEAD = """
            SELECT annotation_set.id AS set_id, annotation_set.document_id, annotation_set.user_id,
                   app_user.name AS annotator, annotation_set.state, annotation_set.sequence AS set_sequence,
                   annotation_set.scheme_version, annotation_set.assigned_at, annotation_set.submitted_at,
                   annotation_set.guideline_version
            FROM annotation_set
            JOIN app_user ON app_user.id = annotation_set.user_id
            JOIN document ON document.id = annotation_set.document_id AND document.deleted_at IS NULL
            """;

    private static final String LOCK = """
            SELECT id
            FROM annotation_set
            WHERE document_id = :documentId AND user_id = :userId
            FOR UPDATE
            """;

    static final String OF_ANNOTATOR = """
            WHERE annotation_set.document_id = :documentId AND annotation_set.user_id = :userId
            """;

    static final String OF_DOCUMENT = """
            WHERE annotation_set.document_id = :documentId
            ORDER BY app_user.name
            """;

    static final String OF_PROJECT = """
            WHERE document.project_id = :projectId
            ORDER BY document.created_at, document.id, app_user.name
            """;

    /** A set that was handed in has a moment at which it was, and that is indexed. */
    private static final String OF_DOCUMENTS_HANDED_IN = """
            WHERE document.project_id = :projectId AND document.id IN (
                SELECT handed_in.document_id
                FROM annotation_set handed_in
                WHERE handed_in.submitted_at IS NOT NULL AND handed_in.state <> 'DRAFT')
            ORDER BY document.created_at, document.id, app_user.name
            """;

    static final String OF_DOCUMENTS = """
            WHERE annotation_set.document_id IN (:documentIds)
            ORDER BY app_user.name
            """;

    private static final String UPDATE_STATE = """
            UPDATE annotation_set
            SET state = :state, submitted_at = :submittedAt, guideline_version = :guidelineVersion
            WHERE id = :setId
            """;

    private static final String UPDATE_SCHEME = """
            UPDATE annotation_set
            SET scheme_version = :schemeVersion
            WHERE id = :setId
            """;

    private static final String MOVE_STATE = """
            UPDATE annotation_set
            SET state = :to
            WHERE document_id = :documentId AND state = :from
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    SetHeadRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Makes an empty set; false if there is one already. */
    boolean insert(DocumentId document, UserId user, int schemeVersion, UserId assignedBy, Instant at) {
        return jdbc.sql(INSERT)
                        .param("id", UUID.randomUUID())
                        .param("documentId", document.value())
                        .param("userId", user.value())
                        .param("schemeVersion", schemeVersion)
                        .param("assignedBy", assignedBy.value())
                        .param("assignedAt", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Makes empty sets for documents of a project where there are none yet. @return how many are new */
    int insert(
            ProjectId project,
            Map<DocumentId, List<UserId>> readers,
            int schemeVersion,
            UserId assignedBy,
            Instant at) {
        List<SqlParameterSource> rows = new ArrayList<>();
        readers.forEach((document, users) ->
                users.forEach(user -> rows.add(new MapSqlParameterSource("id", UUID.randomUUID())
                        .addValue("projectId", project.value())
                        .addValue("documentId", document.value())
                        .addValue("userId", user.value())
                        .addValue("schemeVersion", schemeVersion)
                        .addValue("assignedBy", assignedBy.value())
                        .addValue("assignedAt", at.atOffset(ZoneOffset.UTC)))));
        return Arrays.stream(batches.batchUpdate(INSERT_IN_PROJECT, rows.toArray(SqlParameterSource[]::new)))
                .sum();
    }

    /** Removes a set nobody has worked in; false if there is none such. */
    boolean deleteUntouched(DocumentId document, UserId user) {
        return jdbc.sql(DELETE_UNTOUCHED)
                        .param("documentId", document.value())
                        .param("userId", user.value())
                        .update()
                > 0;
    }

    /** The set's head, which nobody else can change until the transaction ends. */
    Optional<SetHead> lock(DocumentId document, UserId user) {
        return jdbc.sql(LOCK)
                .param("documentId", document.value())
                .param("userId", user.value())
                .query(UUID.class)
                .optional()
                .flatMap(_ -> find(document, user));
    }

    Optional<SetHead> find(DocumentId document, UserId user) {
        return jdbc.sql(HEAD + OF_ANNOTATOR)
                .param("documentId", document.value())
                .param("userId", user.value())
                .query(SetHeadRepository::head)
                .optional();
    }

    /** The heads of a project's sets, by document and annotator. */
    List<SetHead> of(ProjectId project) {
        return jdbc.sql(HEAD + OF_PROJECT)
                .param("projectId", project.value())
                .query(SetHeadRepository::head)
                .list();
    }

    /** The heads of all sets of documents that somebody has handed in, by document and annotator. */
    List<SetHead> ofHandedIn(ProjectId project) {
        return jdbc.sql(HEAD + OF_DOCUMENTS_HANDED_IN)
                .param("projectId", project.value())
                .query(SetHeadRepository::head)
                .list();
    }

    /** The heads of some documents' sets, by annotator. */
    List<SetHead> of(ProjectId project, Collection<DocumentId> documents) {
        if (documents.size() > MOST_PARAMETERS) {
            return of(project);
        }
        return documents.isEmpty()
                ? List.of()
                : jdbc.sql(HEAD + OF_DOCUMENTS)
                        .param(
                                "documentIds",
                                documents.stream().map(DocumentId::value).toList())
                        .query(SetHeadRepository::head)
                        .list();
    }

    List<SetHead> of(DocumentId document) {
        return jdbc.sql(HEAD + OF_DOCUMENT)
                .param("documentId", document.value())
                .query(SetHeadRepository::head)
                .list();
    }

    /** @param guidelineVersion in force at that moment; absent if there is none, and for a draft */
    void setState(UUID setId, State state, @Nullable Instant submittedAt, @Nullable Integer guidelineVersion) {
        jdbc.sql(UPDATE_STATE)
                .param("setId", setId)
                .param("state", state.name())
                .param("submittedAt", submittedAt == null ? null : submittedAt.atOffset(ZoneOffset.UTC))
                .param("guidelineVersion", guidelineVersion)
                .update();
    }

    void setSchemeVersion(UUID setId, int schemeVersion) {
        jdbc.sql(UPDATE_SCHEME)
                .param("setId", setId)
                .param("schemeVersion", schemeVersion)
                .update();
    }

    /** Moves all sets of a document that are in one state to another. */
    void moveState(DocumentId document, State from, State to) {
        jdbc.sql(MOVE_STATE)
                .param("documentId", document.value())
                .param("from", from.name())
                .param("to", to.name())
                .update();
    }

    static SetHead head(ResultSet row, int number) throws SQLException {
        OffsetDateTime submittedAt = row.getObject("submitted_at", OffsetDateTime.class);
        return new SetHead(
                row.getObject("set_id", UUID.class),
                new DocumentId(row.getObject("document_id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("annotator"),
                State.valueOf(row.getString("state")),
                row.getLong("set_sequence"),
                row.getInt("scheme_version"),
                row.getObject("assigned_at", OffsetDateTime.class).toInstant(),
                submittedAt == null ? null : submittedAt.toInstant(),
                row.getObject("guideline_version", Integer.class));
    }
}
