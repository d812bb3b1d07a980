package dev.parley.exchange;

import dev.parley.account.UserId;
import dev.parley.project.ProjectId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ExportRunRepository {

    private static final String INSERT = """
            INSERT INTO export_run (id, project_id, user_id, format, file_name, options, bytes, sha256, losses, exported_at)
            VALUES (:id, :projectId, :userId, :format, :fileName, :options, :bytes, :sha256, :losses, :exportedAt)
            """;

    private static final String LATEST = """
            SELECT r.id, u.name, r.format, r.file_name, r.options, r.bytes, r.sha256, r.losses, r.exported_at
            FROM export_run r
            JOIN app_user u ON u.id = r.user_id
            WHERE r.project_id = :projectId
            ORDER BY r.exported_at DESC, r.id
            LIMIT :limit
            """;

    private final JdbcClient jdbc;

    ExportRunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ProjectId project, UserId user, ExportRun run) {
        jdbc.sql(INSERT)
                .param("id", run.id())
                .param("projectId", project.value())
                .param("userId", user.value())
                .param("format", run.format())
                .param("fileName", run.fileName())
                .param("options", run.options())
                .param("bytes", run.bytes())
                .param("sha256", run.sha256())
                .param("losses", run.losses())
                .param("exportedAt", run.exportedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    List<ExportRun> latest(ProjectId project, int limit) {
        return jdbc.sql(LATEST)
                .param("projectId", project.value())
                .param("limit", limit)
                .query((row, _) -> new ExportRun(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("format"),
                        row.getString("file_name"),
                        row.getString("options"),
                        row.getLong("bytes"),
                        row.getString("sha256"),
                        row.getInt("losses"),
                        row.getObject("exported_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
