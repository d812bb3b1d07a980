package dev.parley.adjudication;

import dev.parley.account.UserId;
import dev.parley.adjudication.MergeRun.State;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs of rules and how far they are. */
@Repository
class MergeRunRepository {

    private static final String INSERT = """
            INSERT INTO merge_run (id, project_id, rule, state, documents, done, decided, begun_by, begun_at, ended_at)
            VALUES (:id, :project, :rule, :state, :documents, :done, 0, :begunBy, :begunAt, :endedAt)
            """;

    /** What of it stands is counted: people may have decided otherwise since. */
    private static final String SELECT = """
            SELECT merge_run.id, merge_run.project_id, merge_run.rule, merge_run.state, merge_run.documents,
                   merge_run.done, merge_run.begun_by, merge_run.begun_at, merge_run.ended_at,
                   (SELECT COUNT(*) FROM decision WHERE merge_id = merge_run.id AND standing IS NOT NULL) AS decided,
                   (SELECT COUNT(*) FROM decision WHERE merge_id = merge_run.id AND standing IS NOT NULL AND audit)
                       AS to_audit
            FROM merge_run
            """;

    private static final String ONE = "WHERE merge_run.id = :id";
    private static final String OF_PROJECT =
            "WHERE merge_run.project_id = :project ORDER BY begun_at DESC, merge_run.id";
    private static final String RUNNING = "WHERE merge_run.state = 'RUNNING' ORDER BY begun_at, merge_run.id";

    private static final String LOCK = """
            SELECT state
            FROM merge_run
            WHERE id = :id
            FOR UPDATE
            """;

    private static final String ADVANCE = """
            UPDATE merge_run
            SET done = :done
            WHERE id = :id
            """;

    private static final String END = """
            UPDATE merge_run
            SET state = :state, ended_at = :endedAt
            WHERE id = :id
            """;

    private static final String WITHDRAW = """
            UPDATE decision
            SET standing = NULL, withdrawn_by = :user, withdrawn_at = :at
            WHERE merge_id = :id AND standing IS NOT NULL
            """;

    private static final String DOCUMENTS = """
            SELECT DISTINCT document_id
            FROM decision
            WHERE merge_id = :id AND standing IS NOT NULL
            ORDER BY document_id
            """;

    private final JdbcClient jdbc;

    MergeRunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MergeRun run) {
        jdbc.sql(INSERT)
                .param("id", run.id())
                .param("project", run.project().value())
                .param("rule", MergeRuleJson.write(run.rule()).toString())
                .param("state", run.state().name())
                .param("documents", run.documents())
                .param("begunBy", run.begunBy().value())
                .param("begunAt", run.begunAt().atOffset(ZoneOffset.UTC))
                .param("done", run.done())
                .param("endedAt", run.endedAt() == null ? null : run.endedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<MergeRun> find(UUID id) {
        return jdbc.sql(SELECT + ONE)
                .param("id", id)
                .query(MergeRunRepository::read)
                .optional();
    }

    /** Newest first. */
    List<MergeRun> of(ProjectId project) {
        return jdbc.sql(SELECT + OF_PROJECT)
                .param("project", project.value())
                .query(MergeRunRepository::read)
                .list();
    }

    /** Those that have not come to their end, oldest first. */
    List<MergeRun> running() {
        return jdbc.sql(SELECT + RUNNING).query(MergeRunRepository::read).list();
    }

    /** Keeps others from changing a run until the transaction ends. @return its state */
    State lock(UUID id) {
        return State.valueOf(jdbc.sql(LOCK).param("id", id).query(String.class).single());
    }

    void advance(UUID id, int done) {
        jdbc.sql(ADVANCE).param("id", id).param("done", done).update();
    }

    void end(UUID id, State state, Instant at) {
        jdbc.sql(END)
                .param("id", id)
                .param("state", state.name())
                .param("endedAt", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The documents in which something the run decided stands. */
    List<DocumentId> documents(UUID id) {
        return jdbc.sql(DOCUMENTS)
                .param("id", id)
                .query((row, number) -> new DocumentId(row.getObject("document_id", UUID.class)))
                .list();
    }

    /** Takes back all that the run decided and still stands. */
    void withdraw(UUID id, UserId user, Instant at) {
        jdbc.sql(WITHDRAW)
                .param("id", id)
                .param("user", user.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static MergeRun read(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new MergeRun(
                row.getObject("id", UUID.class),
                new ProjectId(row.getObject("project_id", UUID.class)),
                MergeRuleJson.read(row.getString("rule")),
                State.valueOf(row.getString("state")),
                row.getInt("documents"),
                row.getInt("done"),
                row.getInt("decided"),
                row.getInt("to_audit"),
                new UserId(row.getObject("begun_by", UUID.class)),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }
}
