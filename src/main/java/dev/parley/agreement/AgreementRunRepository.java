package dev.parley.agreement;

import dev.parley.account.UserId;
import dev.parley.agreement.AgreementRun.State;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reports that are being worked out, and those that were. */
@Repository
class AgreementRunRepository {

    private static final String INSERT = """
            INSERT INTO agreement_run (id, project_id, scope, state, documents, done, begun_by, begun_at)
            VALUES (:id, :project, :scope, 'RUNNING', 0, 0, :begunBy, :begunAt)
            """;

    private static final String SELECT = """
            SELECT agreement_run.id, agreement_run.project_id, agreement_run.scope, agreement_run.state,
                   agreement_run.documents, agreement_run.done, agreement_run.begun_by, agreement_run.begun_at,
                   agreement_run.ended_at
            FROM agreement_run
            JOIN project ON project.id = agreement_run.project_id AND project.deleted_at IS NULL
            """;

    private static final String ONE = "WHERE agreement_run.id = :id";
    private static final String RUNNING = "WHERE agreement_run.state = 'RUNNING' ORDER BY begun_at, agreement_run.id";

    private static final String ADVANCE = """
            UPDATE agreement_run
            SET done = :done, documents = :documents
            WHERE id = :id AND state = 'RUNNING'
            """;

    private static final String END = """
            UPDATE agreement_run
            SET state = :state, ended_at = :endedAt
            WHERE id = :id AND state = 'RUNNING'
            """;

    private final JdbcClient jdbc;

    AgreementRunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AgreementRun run) {
        jdbc.sql(INSERT)
                .param("id", run.id())
                .param("project", run.project().value())
                .param("scope", JsonMapper.shared().writeValueAsString(run.scope()))
                .param("begunBy", run.begunBy().value())
                .param("begunAt", run.begunAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<AgreementRun> find(UUID id) {
        return jdbc.sql(SELECT + ONE)
                .param("id", id)
                .query(AgreementRunRepository::read)
                .optional();
    }

    List<AgreementRun> running() {
        return jdbc.sql(SELECT + RUNNING).query(AgreementRunRepository::read).list();
    }

    /** @return whether it still runs */
    boolean advance(UUID id, int done, int documents) {
        return jdbc.sql(ADVANCE)
                        .param("id", id)
                        .param("done", done)
                        .param("documents", documents)
                        .update()
                > 0;
    }

    /** Leaves alone what has ended already. */
    void end(UUID id, State state, Instant at) {
        jdbc.sql(END)
                .param("id", id)
                .param("state", state.name())
                .param("endedAt", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static AgreementRun read(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new AgreementRun(
                row.getObject("id", UUID.class),
                new ProjectId(row.getObject("project_id", UUID.class)),
                JsonMapper.shared().readValue(row.getString("scope"), Scope.class),
                State.valueOf(row.getString("state")),
                row.getInt("documents"),
                row.getInt("done"),
                new UserId(row.getObject("begun_by", UUID.class)),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
