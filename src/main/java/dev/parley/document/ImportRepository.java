package dev.parley.document;

import dev.parley.account.UserId;
import dev.parley.document.ImportItem.State;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports as a whole: who began them, and how many of their files are in which state. */
@Repository
class ImportRepository {

    private static final String INSERT_JOB = """
            INSERT INTO import_job (id, project_id, accept_proposal, started_by, started_at)
            VALUES (:id, :projectId, :acceptProposal, :startedBy, :startedAt)
            """;

    /** One row for each state that files of an import are in, one without a state for an import without files. */
    private static final String SELECT_JOB = """
            SELECT import_job.id, import_job.project_id, import_job.accept_proposal, import_job.started_at,
                   import_job.cancelled_at, import_item.state, COUNT(import_item.state) AS files
            FROM import_job
            LEFT JOIN import_item ON import_item.job_id = import_job.id AND import_item.state <> 'UNPACKED'
            """;

    private static final String GROUPED = """
            GROUP BY import_job.id, import_job.project_id, import_job.accept_proposal, import_job.started_at,
                     import_job.cancelled_at, import_item.state
            ORDER BY import_job.started_at DESC, import_job.id
            """;

    private static final String SELECT_JOB_BY_ID = SELECT_JOB + """
            WHERE import_job.id = :id
            """ + GROUPED;

    private static final String SELECT_JOBS = SELECT_JOB + """
            WHERE import_job.id IN (SELECT id
                                    FROM import_job
                                    WHERE project_id = :projectId
                                    ORDER BY started_at DESC, id
                                    FETCH FIRST :limit ROWS ONLY)
            """ + GROUPED;

    private static final String SELECT_STARTER = """
            SELECT started_by
            FROM import_job
            WHERE id = :id
            """;

    private static final String CANCEL_JOB = """
            UPDATE import_job
            SET cancelled_at = :at
            WHERE id = :id
            """;

    private final JdbcClient jdbc;

    ImportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ImportJob job, UserId starter) {
        jdbc.sql(INSERT_JOB)
                .param("id", job.id().value())
                .param("projectId", job.project().value())
                .param("acceptProposal", job.acceptProposal())
                .param("startedBy", starter.value())
                .param("startedAt", job.startedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ImportJob> find(ImportId id) {
        return jdbc.sql(SELECT_JOB_BY_ID).param("id", id.value()).query(ImportRepository::jobs).stream()
                .findFirst();
    }

    /** The latest imports of a project, the last first. */
    List<ImportJob> latest(ProjectId project, int limit) {
        return jdbc.sql(SELECT_JOBS)
                .param("projectId", project.value())
                .param("limit", limit)
                .query(ImportRepository::jobs);
    }

    Optional<UserId> starter(ImportId id) {
        return jdbc.sql(SELECT_STARTER)
                .param("id", id.value())
                .query((row, number) -> new UserId(row.getObject(1, UUID.class)))
                .optional();
    }

    void cancel(ImportId id, Instant at) {
        jdbc.sql(CANCEL_JOB)
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static List<ImportJob> jobs(ResultSet rows) throws SQLException {
        Map<ImportId, ImportJob> jobs = new LinkedHashMap<>();
        while (rows.next()) {
            ImportId id = new ImportId(rows.getObject("id", UUID.class));
            Map<State, Integer> counts = new EnumMap<>(State.class);
            ImportJob before = jobs.get(id);
            if (before != null) {
                counts.putAll(before.files());
            }
            String state = rows.getString("state");
            if (state != null) {
                counts.put(State.valueOf(state), rows.getInt("files"));
            }
            OffsetDateTime cancelled = rows.getObject("cancelled_at", OffsetDateTime.class);
            jobs.put(
                    id,
                    new ImportJob(
                            id,
                            new ProjectId(rows.getObject("project_id", UUID.class)),
                            rows.getBoolean("accept_proposal"),
                            rows.getObject("started_at", OffsetDateTime.class).toInstant(),
                            cancelled == null ? null : cancelled.toInstant(),
                            counts));
        }
        return List.copyOf(jobs.values());
    }
}
