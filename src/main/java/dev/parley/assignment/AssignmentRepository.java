package dev.parley.assignment;

import dev.parley.account.UserId;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.annotation.Progress;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Questions about who reads what that need neither the documents nor what was marked in them. An assignment is an empty
 * annotation set; those of discarded documents count nowhere.
 */
@Repository
class AssignmentRepository {

    private static final int MANY = 1_000;

    private static final String GIVEN = """
            FROM annotation_set
            JOIN document ON document.id = annotation_set.document_id AND document.deleted_at IS NULL
            """;

    private static final String COUNT = """
            SELECT COUNT(CASE WHEN annotation_set.state <> 'DRAFT' THEN 1 END) AS handed_in,
                   COUNT(CASE WHEN annotation_set.state = 'DRAFT' AND annotation_set.sequence > 0 THEN 1 END) AS begun,
                   COUNT(CASE WHEN annotation_set.state = 'DRAFT' AND annotation_set.sequence = 0 THEN 1 END) AS not_begun
            """ + GIVEN;

    private static final String COUNT_OF_PROJECT = COUNT + """
            WHERE document.project_id = :project
            """;

    private static final String COUNT_OF_USER = COUNT + """
            WHERE annotation_set.user_id = :user AND document.project_id IN (:projects)
            """;

    private static final String TASKS = """
            SELECT annotation_set.document_id, annotation_set.user_id, app_user.name AS annotator,
                   annotation_set.state, annotation_set.sequence, annotation_set.assigned_at, annotation_set.submitted_at
            """ + GIVEN + """
            JOIN app_user ON app_user.id = annotation_set.user_id
            WHERE annotation_set.user_id = :user AND document.project_id IN (:projects)
            ORDER BY CASE WHEN annotation_set.state <> 'DRAFT' THEN 2 WHEN annotation_set.sequence = 0 THEN 1 ELSE 0 END,
                     document.created_at, document.id
            OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY
            """;

    private static final String BESIDE = """
            JOIN document here ON here.id = :document AND here.project_id = document.project_id
            WHERE annotation_set.user_id = :user
            """;

    private static final String PLACE = """
            SELECT COUNT(*) AS given,
                   COUNT(CASE WHEN annotation_set.state = 'DRAFT' THEN 1 END) AS open,
                   COUNT(CASE WHEN (document.created_at, document.id) <= (here.created_at, here.id) THEN 1 END) AS place,
                   COUNT(CASE WHEN document.id = here.id THEN 1 END) AS mine
            """ + GIVEN + BESIDE;

    private static final String PREVIOUS = """
            SELECT document.id
            """ + GIVEN + BESIDE + """
              AND (document.created_at, document.id) < (here.created_at, here.id)
            ORDER BY document.created_at DESC, document.id DESC
            FETCH FIRST 1 ROW ONLY
            """;

    private static final String NEXT = """
            SELECT document.id
            """ + GIVEN + BESIDE + """
              AND (document.created_at, document.id) > (here.created_at, here.id)
            ORDER BY document.created_at, document.id
            FETCH FIRST 1 ROW ONLY
            """;

    private static final String LOADS = """
            SELECT annotation_set.user_id, COUNT(*) AS documents
            """ + GIVEN + """
            WHERE document.project_id = :project
            GROUP BY annotation_set.user_id
            """;

    private static final String READERS = """
            SELECT annotation_set.document_id, annotation_set.user_id
            """ + GIVEN + """
            WHERE document.project_id = :project
            """;

    private static final String DOCUMENTS = """
            SELECT document.id
            FROM document
            WHERE document.project_id = :project AND document.deleted_at IS NULL
            """;

    private static final String ORDERED = """
            ORDER BY document.created_at, document.id
            """;

    private static final String AMONG = """
            AND document.id IN (:documents)
            """;

    private final JdbcClient jdbc;

    AssignmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Readings readings(ProjectId project) {
        return jdbc.sql(COUNT_OF_PROJECT)
                .param("project", project.value())
                .query(AssignmentRepository::readings)
                .single();
    }

    /** What one person was given in these projects. */
    Readings readings(UserId user, Collection<ProjectId> projects) {
        return projects.isEmpty()
                ? new Readings(0, 0, 0)
                : jdbc.sql(COUNT_OF_USER)
                        .param("user", user.value())
                        .param("projects", values(projects))
                        .query(AssignmentRepository::readings)
                        .single();
    }

    /** What one person was given: what is begun first, then what is not, then what is handed in; oldest document first. */
    List<Progress> tasks(UserId user, Collection<ProjectId> projects, int offset, int limit) {
        return projects.isEmpty()
                ? List.of()
                : jdbc.sql(TASKS)
                        .param("user", user.value())
                        .param("projects", values(projects))
                        .param("offset", offset)
                        .param("limit", limit)
                        .query(AssignmentRepository::progress)
                        .list();
    }

    /** A place among one person's documents in one project, which {@link #previous} and {@link #next} go on from. */
    record Place(int place, int all, int open) {}

    /** Empty if the document was not given to that person. */
    Optional<Place> place(UserId user, DocumentId document) {
        return beside(PLACE, user, document)
                .query((row, number) -> row.getInt("mine") == 0
                        ? Optional.<Place>empty()
                        : Optional.of(new Place(row.getInt("place"), row.getInt("given"), row.getInt("open"))))
                .single();
    }

    Optional<DocumentId> previous(UserId user, DocumentId document) {
        return beside(PREVIOUS, user, document)
                .query(AssignmentRepository::documentId)
                .optional();
    }

    Optional<DocumentId> next(UserId user, DocumentId document) {
        return beside(NEXT, user, document)
                .query(AssignmentRepository::documentId)
                .optional();
    }

    /** How many documents of a project each person reads; who reads none is left out. */
    Map<UserId, Integer> loads(ProjectId project) {
        Map<UserId, Integer> loads = new HashMap<>();
        jdbc.sql(LOADS).param("project", project.value()).query(row -> {
            loads.put(new UserId(row.getObject("user_id", UUID.class)), row.getInt("documents"));
        });
        return loads;
    }

    /** Who reads which of these documents; of many, of all documents of the project. */
    Map<DocumentId, Set<UserId>> readers(ProjectId project, Collection<DocumentId> documents) {
        Map<DocumentId, Set<UserId>> readers = new HashMap<>();
        about(READERS, project, documents).query(row -> {
            readers.computeIfAbsent(new DocumentId(row.getObject("document_id", UUID.class)), _ -> new HashSet<>())
                    .add(new UserId(row.getObject("user_id", UUID.class)));
        });
        return readers;
    }

    /** All documents of a project, oldest first. */
    List<DocumentId> documents(ProjectId project) {
        return jdbc.sql(DOCUMENTS + ORDERED)
                .param("project", project.value())
                .query(AssignmentRepository::documentId)
                .list();
    }

    /** Which of these documents are in the project; of many, all that are. */
    Set<DocumentId> present(ProjectId project, Collection<DocumentId> documents) {
        return new HashSet<>(about(DOCUMENTS, project, documents)
                .query(AssignmentRepository::documentId)
                .list());
    }

    /** A long list of ids costs more than all that the project has. */
    private JdbcClient.StatementSpec about(String sql, ProjectId project, Collection<DocumentId> documents) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(documents.size() > MANY ? sql : sql + AMONG).param("project", project.value());
        return documents.size() > MANY
                ? statement
                : statement.param(
                        "documents", documents.stream().map(DocumentId::value).toList());
    }

    private JdbcClient.StatementSpec beside(String sql, UserId user, DocumentId document) {
        return jdbc.sql(sql).param("user", user.value()).param("document", document.value());
    }

    private static List<UUID> values(Collection<ProjectId> projects) {
        return projects.stream().map(ProjectId::value).toList();
    }

    private static Readings readings(ResultSet row, int number) throws SQLException {
        return new Readings(row.getInt("handed_in"), row.getInt("begun"), row.getInt("not_begun"));
    }

    private static DocumentId documentId(ResultSet row, int number) throws SQLException {
        return new DocumentId(row.getObject("id", UUID.class));
    }

    private static Progress progress(ResultSet row, int number) throws SQLException {
        OffsetDateTime submittedAt = row.getObject("submitted_at", OffsetDateTime.class);
        return new Progress(
                new DocumentId(row.getObject("document_id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("annotator"),
                State.valueOf(row.getString("state")),
                row.getLong("sequence"),
                row.getObject("assigned_at", OffsetDateTime.class).toInstant(),
                submittedAt == null ? null : submittedAt.toInstant());
    }
}
