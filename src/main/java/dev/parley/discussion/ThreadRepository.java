package dev.parley.discussion;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Threads of documents that are not discarded; however many are read, three statements read them. */
@Repository
class ThreadRepository {

    private static final String INSERT = """
            INSERT INTO thread (id, project_id, document_id, subject, start_offset, end_offset, supervised,
                                begun_by, begun_at, last_by, last_at)
            VALUES (:id, :projectId, :documentId, :subject, :start, :end, FALSE, :by, :at, :by, :at)
            """;

    private static final String INSERT_COMMENT = """
            INSERT INTO thread_comment (id, thread_id, author_id, text, written_at)
            VALUES (:id, :threadId, :by, :text, :at)
            """;

    private static final String INSERT_MEMBER = """
            INSERT INTO thread_member (thread_id, user_id)
            VALUES (:threadId, :userId)
            ON CONFLICT DO NOTHING
            """;

    private static final String TOUCH = """
            UPDATE thread
            SET last_by = :by, last_at = :at, supervised = supervised OR :supervised
            WHERE id = :id
            """;

    private static final String RESOLVE = """
            UPDATE thread
            SET resolved_by = :by, resolved_at = :at
            WHERE id = :id
            """;

    private static final String SELECT = """
            SELECT thread.id, thread.project_id, thread.document_id, document.title, thread.subject,
                   thread.start_offset, thread.end_offset, thread.supervised, thread.resolved_at,
                   resolver.name AS resolver
            FROM thread
            JOIN document ON document.id = thread.document_id AND document.deleted_at IS NULL
            JOIN project ON project.id = thread.project_id AND project.deleted_at IS NULL
            LEFT JOIN app_user resolver ON resolver.id = thread.resolved_by
            """;

    private static final String BY_ID = """
            WHERE thread.id = :id
            """;

    private static final String OF_DOCUMENT = """
            WHERE thread.document_id = :documentId
            ORDER BY thread.begun_at, thread.id
            """;

    private static final String OF_DOCUMENTS = """
            WHERE thread.document_id IN (:documentIds)
            ORDER BY thread.begun_at, thread.id
            """;

    private static final String ABOUT = """
            WHERE thread.document_id = :documentId AND thread.subject = :subject
            ORDER BY thread.begun_at, thread.id
            """;

    /** Open, not last written in by the person, and either addressed to them or to whoever supervises. */
    private static final String WAITING = """
            WHERE thread.resolved_at IS NULL AND thread.last_by <> :userId
              AND ((NOT thread.supervised AND thread.project_id IN (:supervised))
                OR thread.id IN (SELECT thread_id FROM thread_member WHERE user_id = :userId))
            ORDER BY thread.last_at, thread.id
            LIMIT :limit
            """;

    private static final String COMMENTS = """
            SELECT thread_comment.id, thread_comment.thread_id, app_user.name, app_user.display_name,
                   thread_comment.text, thread_comment.written_at
            FROM thread_comment
            JOIN app_user ON app_user.id = thread_comment.author_id
            WHERE thread_comment.thread_id IN (:threads)
            ORDER BY thread_comment.written_at, thread_comment.id
            """;

    private static final String MEMBERS = """
            SELECT thread_id, user_id
            FROM thread_member
            WHERE thread_id IN (:threads)
            """;

    private static final String OPEN = """
            SELECT subject, COUNT(*) AS open_threads
            FROM thread
            WHERE project_id = :projectId AND resolved_at IS NULL AND subject IN (:subjects)
            GROUP BY subject
            """;

    private final JdbcClient jdbc;

    ThreadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ThreadId id, ProjectId project, DocumentId document, Anchor anchor, UserId by, Instant at) {
        Span span = anchor.span();
        jdbc.sql(INSERT)
                .param("id", id.value())
                .param("projectId", project.value())
                .param("documentId", document.value())
                .param("subject", anchor.subject())
                .param("start", span == null ? null : span.start())
                .param("end", span == null ? null : span.end())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds a comment and who takes part by it. @param supervised whether one of them supervises */
    void comment(ThreadId thread, UserId by, String text, Collection<UserId> members, boolean supervised, Instant at) {
        jdbc.sql(INSERT_COMMENT)
                .param("id", UUID.randomUUID())
                .param("threadId", thread.value())
                .param("by", by.value())
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        for (UserId member : members) {
            jdbc.sql(INSERT_MEMBER)
                    .param("threadId", thread.value())
                    .param("userId", member.value())
                    .update();
        }
        jdbc.sql(TOUCH)
                .param("id", thread.value())
                .param("by", by.value())
                .param("supervised", supervised)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Says that a thread is settled, or open again if nobody says so. */
    void resolve(ThreadId thread, @Nullable UserId by, @Nullable Instant at) {
        jdbc.sql(RESOLVE)
                .param("id", thread.value())
                .param("by", by == null ? null : by.value())
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<CommentThread> find(ThreadId id) {
        return threads(jdbc.sql(SELECT + BY_ID).param("id", id.value())).stream()
                .findFirst();
    }

    List<CommentThread> of(DocumentId document) {
        return threads(jdbc.sql(SELECT + OF_DOCUMENT).param("documentId", document.value()));
    }

    List<CommentThread> of(Collection<DocumentId> documents) {
        return documents.isEmpty()
                ? List.of()
                : threads(jdbc.sql(SELECT + OF_DOCUMENTS)
                        .param(
                                "documentIds",
                                documents.stream().map(DocumentId::value).toList()));
    }

    List<CommentThread> about(DocumentId document, String subject) {
        return threads(
                jdbc.sql(SELECT + ABOUT).param("documentId", document.value()).param("subject", subject));
    }

    /** @param supervised the projects the person supervises */
    List<CommentThread> waiting(UserId user, Collection<ProjectId> supervised, int limit) {
        List<UUID> projects =
                new ArrayList<>(supervised.stream().map(ProjectId::value).toList());
        // an empty list cannot be written; no project has this id
        projects.add(new UUID(0, 0));
        return threads(jdbc.sql(SELECT + WAITING)
                .param("userId", user.value())
                .param("supervised", projects)
                .param("limit", limit));
    }

    /** How many open threads there are by subject; one without is left out. */
    Map<String, Integer> open(ProjectId project, Collection<String> subjects) {
        Map<String, Integer> open = new HashMap<>();
        if (!subjects.isEmpty()) {
            jdbc.sql(OPEN)
                    .param("projectId", project.value())
                    .param("subjects", subjects)
                    .query(row -> {
                        open.put(row.getString("subject"), row.getInt("open_threads"));
                    });
        }
        return open;
    }

    private List<CommentThread> threads(JdbcClient.StatementSpec statement) {
        List<CommentThread> found = statement.query(ThreadRepository::thread).list();
        if (found.isEmpty()) {
            return found;
        }
        List<UUID> ids = found.stream().map(thread -> thread.id().value()).toList();
        Map<UUID, List<Comment>> comments = new LinkedHashMap<>();
        jdbc.sql(COMMENTS).param("threads", ids).query(row -> {
            comments.computeIfAbsent(row.getObject("thread_id", UUID.class), _ -> new ArrayList<>())
                    .add(comment(row));
        });
        Map<UUID, Set<UserId>> members = new HashMap<>();
        jdbc.sql(MEMBERS).param("threads", ids).query(row -> {
            members.computeIfAbsent(row.getObject("thread_id", UUID.class), _ -> new HashSet<>())
                    .add(new UserId(row.getObject("user_id", UUID.class)));
        });
        return found.stream()
                .map(thread -> thread.with(
                        comments.getOrDefault(thread.id().value(), List.of()),
                        members.getOrDefault(thread.id().value(), Set.of())))
                .toList();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("display_name"),
                row.getString("text"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }

    private static CommentThread thread(ResultSet row, int number) throws SQLException {
        OffsetDateTime resolvedAt = row.getObject("resolved_at", OffsetDateTime.class);
        int start = row.getInt("start_offset");
        Span span = row.wasNull() ? null : new Span(start, row.getInt("end_offset"));
        return new CommentThread(
                new ThreadId(row.getObject("id", UUID.class)),
                new ProjectId(row.getObject("project_id", UUID.class)),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getString("title"),
                new Anchor(row.getString("subject"), span),
                Set.of(),
                row.getBoolean("supervised"),
                List.of(),
                row.getString("resolver"),
                resolvedAt == null ? null : resolvedAt.toInstant());
    }
}
