package dev.parley.exchange.job;

import dev.parley.account.UserId;
import dev.parley.exchange.job.ExchangeJob.Kind;
import dev.parley.exchange.job.ExchangeJob.State;
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

@Repository
class ExchangeJobRepository {

    private static final String INSERT = """
            INSERT INTO exchange_job (id, project_id, kind, format, options, file_name, state, documents, done, attempt,
                                      seen_at, begun_by, begun_at)
            VALUES (:id, :project, :kind, :format, :options, :fileName, 'RUNNING', 0, 0, 1, :begunAt, :begunBy, :begunAt)
            """;

    private static final String SELECT = """
            SELECT exchange_job.id, exchange_job.project_id, exchange_job.kind, exchange_job.format, exchange_job.options,
                   exchange_job.file_name, exchange_job.state, exchange_job.documents, exchange_job.done,
                   exchange_job.message, exchange_job.attempt, exchange_job.begun_by, exchange_job.begun_at,
                   exchange_job.ended_at
            FROM exchange_job
            JOIN project ON project.id = exchange_job.project_id AND project.deleted_at IS NULL
            """;

    private static final String ONE = "WHERE exchange_job.id = :id";

    private static final String LATEST = """
            WHERE exchange_job.project_id = :project AND exchange_job.kind = :kind
            ORDER BY exchange_job.begun_at DESC, exchange_job.id
            LIMIT :limit
            """;

    private static final String LEFT = """
            WHERE exchange_job.state = 'RUNNING' AND exchange_job.seen_at < :before
            ORDER BY exchange_job.begun_at, exchange_job.id
            """;

    private static final String REPORT = """
            SELECT report
            FROM exchange_job
            WHERE id = :id AND report IS NOT NULL
            """;

    private static final String TAKE_OVER = """
            UPDATE exchange_job
            SET attempt = attempt + 1, seen_at = :now, done = 0
            WHERE id = :id AND attempt = :attempt AND state = 'RUNNING'
            """;

    private static final String ADVANCE = """
            UPDATE exchange_job
            SET documents = :documents, done = :done, seen_at = :now
            WHERE id = :id AND attempt = :attempt AND state = 'RUNNING'
            """;

    private static final String END = """
            UPDATE exchange_job
            SET state = :state, file_name = :fileName, message = :message, report = :report, documents = :documents,
                done = :done, ended_at = :endedAt
            WHERE id = :id AND attempt = :attempt AND state = 'RUNNING'
            """;

    private static final String ENDED_BEFORE = """
            SELECT id
            FROM exchange_job
            WHERE ended_at < :before
            """;

    private static final String FORGET = """
            DELETE FROM exchange_job
            WHERE id = :id AND state <> 'RUNNING'
            """;

    private final JdbcClient jdbc;

    ExchangeJobRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ExchangeJob job) {
        jdbc.sql(INSERT)
                .param("id", job.id())
                .param("project", job.project().value())
                .param("kind", job.kind().name())
                .param("format", job.format())
                .param("options", job.options())
                .param("fileName", job.fileName())
                .param("begunBy", job.begunBy().value())
                .param("begunAt", utc(job.begunAt()))
                .update();
    }

    Optional<ExchangeJob> find(UUID id) {
        return jdbc.sql(SELECT + ONE)
                .param("id", id)
                .query(ExchangeJobRepository::read)
                .optional();
    }

    /** Newest first. */
    List<ExchangeJob> latest(ProjectId project, Kind kind, int limit) {
        return jdbc.sql(SELECT + LATEST)
                .param("project", project.value())
                .param("kind", kind.name())
                .param("limit", limit)
                .query(ExchangeJobRepository::read)
                .list();
    }

    /** What should run and no process has been at since then. */
    List<ExchangeJob> left(Instant before) {
        return jdbc.sql(SELECT + LEFT)
                .param("before", utc(before))
                .query(ExchangeJobRepository::read)
                .list();
    }

    Optional<String> report(UUID id) {
        return jdbc.sql(REPORT).param("id", id).query(String.class).optional();
    }

    /** @return whether it is ours now; another process may have been faster */
    boolean takeOver(ExchangeJob job, Instant now) {
        return jdbc.sql(TAKE_OVER)
                        .param("id", job.id())
                        .param("attempt", job.attempt())
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /** @return whether this attempt is still wanted */
    boolean advance(ExchangeJob job, int done, int documents, Instant now) {
        return jdbc.sql(ADVANCE)
                        .param("id", job.id())
                        .param("attempt", job.attempt())
                        .param("done", done)
                        .param("documents", documents)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /**
     * Ends an attempt.
     *
     * @param ended the job as it is to be kept
     * @return whether it was still wanted; nothing is changed otherwise
     */
    boolean end(ExchangeJob ended, @Nullable String report, Instant at) {
        return jdbc.sql(END)
                        .param("id", ended.id())
                        .param("attempt", ended.attempt())
                        .param("state", ended.state().name())
                        .param("fileName", ended.fileName())
                        .param("message", ended.message())
                        .param("report", report)
                        .param("documents", ended.documents())
                        .param("done", ended.done())
                        .param("endedAt", utc(at))
                        .update()
                > 0;
    }

    List<UUID> endedBefore(Instant before) {
        return jdbc.sql(ENDED_BEFORE)
                .param("before", utc(before))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void forget(UUID id) {
        jdbc.sql(FORGET).param("id", id).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ExchangeJob read(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ExchangeJob(
                row.getObject("id", UUID.class),
                new ProjectId(row.getObject("project_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("format"),
                row.getString("options"),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                row.getInt("documents"),
                row.getInt("done"),
                row.getString("message"),
                row.getInt("attempt"),
                new UserId(row.getObject("begun_by", UUID.class)),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
