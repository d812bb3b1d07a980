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
import java.util.LinkedHashMap;
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

/** Sets, their heads or whole, as they are now. Sets of discarded documents are not found. */
@Repository
class AnnotationSetRepository {

    /** Beyond this a list of ids costs more than reading the whole project. */
    private static final int MOST_PARAMETERS = 1000;

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

    /** Heads and annotations in one statement, so that both are of the same moment. */
    private static final String WHOLE = """
            SELECT annotation_set.id AS set_id, annotation_set.document_id, annotation_set.user_id,
                   app_user.name AS annotator, annotation_set.state, annotation_set.sequence AS set_sequence,
                   annotation_set.scheme_version, annotation_set.assigned_at, annotation_set.submitted_at,
                   annotation_set.guideline_version,
                   annotation.id, annotation.kind, annotation.body, annotation.sequence, annotation.deleted,
                   entity.canonical_id AS redirected_to
            FROM annotation_set
            JOIN app_user ON app_user.id = annotation_set.user_id
            JOIN document ON document.id = annotation_set.document_id AND document.deleted_at IS NULL
            LEFT JOIN annotation ON annotation.set_id = annotation_set.id
            """;

    private static final String LOCK = """
            SELECT id
            FROM annotation_set
            WHERE document_id = :documentId AND user_id = :userId
            FOR UPDATE
            """;

    private static final String OF_ANNOTATOR = """
            WHERE annotation_set.document_id = :documentId AND annotation_set.user_id = :userId
            """;

    private static final String OF_DOCUMENT = """
            WHERE annotation_set.document_id = :documentId
            ORDER BY app_user.name
            """;

    private static final String OF_PROJECT = """
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

    private static final String OF_DOCUMENTS = """
            WHERE annotation_set.document_id IN (:documentIds)
            ORDER BY app_user.name
            """;

    private static final String CHANGED_SINCE = """
            AND annotation.sequence > :since
            """;

    /** Only of links to merged entities there is something to say. */
    private static final String REDIRECTED = """
            LEFT JOIN entity ON entity.id = annotation.entity_id AND entity.merged_into IS NOT NULL
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

    AnnotationSetRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
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
                .flatMap(_ -> head(document, user));
    }

    Optional<SetHead> head(DocumentId document, UserId user) {
        return jdbc.sql(HEAD + OF_ANNOTATOR)
                .param("documentId", document.value())
                .param("userId", user.value())
                .query(AnnotationSetRepository::head)
                .optional();
    }

    /** The heads of a project's sets, by document and annotator. */
    List<SetHead> heads(ProjectId project) {
        return jdbc.sql(HEAD + OF_PROJECT)
                .param("projectId", project.value())
                .query(AnnotationSetRepository::head)
                .list();
    }

    /** The heads of all sets of documents that somebody has handed in, by document and annotator. */
    List<SetHead> headsOfHandedIn(ProjectId project) {
        return jdbc.sql(HEAD + OF_DOCUMENTS_HANDED_IN)
                .param("projectId", project.value())
                .query(AnnotationSetRepository::head)
                .list();
    }

    /** The heads of some documents' sets, by annotator. */
    List<SetHead> heads(ProjectId project, Collection<DocumentId> documents) {
        if (documents.size() > MOST_PARAMETERS) {
            return heads(project);
        }
        return documents.isEmpty()
                ? List.of()
                : jdbc.sql(HEAD + OF_DOCUMENTS)
                        .param(
                                "documentIds",
                                documents.stream().map(DocumentId::value).toList())
                        .query(AnnotationSetRepository::head)
                        .list();
    }

    List<SetHead> heads(DocumentId document) {
        return jdbc.sql(HEAD + OF_DOCUMENT)
                .param("documentId", document.value())
                .query(AnnotationSetRepository::head)
                .list();
    }

    Optional<AnnotationSet> find(DocumentId document, UserId user) {
        return whole(jdbc.sql(WHOLE + REDIRECTED + OF_ANNOTATOR)
                        .param("documentId", document.value())
                        .param("userId", user.value()))
                .stream()
                .findFirst();
    }

    List<AnnotationSet> ofDocument(DocumentId document) {
        return whole(jdbc.sql(WHOLE + REDIRECTED + OF_DOCUMENT).param("documentId", document.value()));
    }

    /** @param documents at most {@value #MOST_PARAMETERS} */
    List<AnnotationSet> ofDocuments(Collection<DocumentId> documents) {
        return documents.isEmpty()
                ? List.of()
                : whole(jdbc.sql(WHOLE + REDIRECTED + OF_DOCUMENTS)
                        .param(
                                "documentIds",
                                documents.stream().map(DocumentId::value).toList()));
    }

    List<AnnotationSet> ofProject(ProjectId project) {
        return whole(jdbc.sql(WHOLE + REDIRECTED + OF_PROJECT).param("projectId", project.value()));
    }

    /** What changed in a set after a sequence number. */
    Optional<SetChanges> changes(DocumentId document, UserId user, long since) {
        return rows(jdbc.sql(WHOLE + CHANGED_SINCE + REDIRECTED + OF_ANNOTATOR)
                        .param("documentId", document.value())
                        .param("userId", user.value())
                        .param("since", since))
                .stream()
                .findFirst()
                .map(Rows::changes);
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

    private static List<AnnotationSet> whole(JdbcClient.StatementSpec statement) {
        return rows(statement).stream().map(Rows::set).toList();
    }

    private static List<Rows> rows(JdbcClient.StatementSpec statement) {
        Map<UUID, Rows> found = new LinkedHashMap<>();
        statement.query(row -> {
            UUID setId = row.getObject("set_id", UUID.class);
            Rows rows = found.get(setId);
            if (rows == null) {
                rows = new Rows(head(row, 0), new ArrayList<>());
                found.put(setId, rows);
            }
            if (row.getString("id") != null) {
                rows.annotations().add(StoredAnnotation.of(row, row.getString("redirected_to")));
            }
        });
        return List.copyOf(found.values());
    }

    /** A set's head and its rows, deleted ones too. */
    private record Rows(SetHead head, List<StoredAnnotation> annotations) {

        AnnotationSet set() {
            AnnotationIndex index = new AnnotationIndex(head.document());
            annotations.stream()
                    .filter(annotation -> !annotation.deleted())
                    .map(StoredAnnotation::value)
                    .forEach(index::put);
            return head.with(index);
        }

        SetChanges changes() {
            return new SetChanges(
                    set(),
                    annotations.stream()
                            .filter(StoredAnnotation::deleted)
                            .map(StoredAnnotation::id)
                            .toList());
        }
    }

    private static SetHead head(ResultSet row, int number) throws SQLException {
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
