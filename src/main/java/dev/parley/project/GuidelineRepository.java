package dev.parley.project;

import dev.parley.account.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every version of every project's guidelines. */
@Repository
class GuidelineRepository {

    private static final String INSERT = """
            INSERT INTO guideline (project_id, version, text, news, written_by, written_at)
            VALUES (:project, :version, :text, :news, :writtenBy, :writtenAt)
            ON CONFLICT DO NOTHING
            """;

    private static final String LATEST = """
            SELECT *
            FROM guideline
            WHERE project_id = :project
            ORDER BY version DESC
            LIMIT 1
            """;

    private static final String ONE = """
            SELECT *
            FROM guideline
            WHERE project_id = :project AND version = :version
            """;

    private static final String ALL = """
            SELECT *
            FROM guideline
            WHERE project_id = :project
            ORDER BY version DESC
            """;

    private final JdbcClient jdbc;

    GuidelineRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false, changing nothing, if somebody else saved this version first */
    boolean insert(Guideline guideline) {
        return jdbc.sql(INSERT)
                        .param("project", guideline.project().value())
                        .param("version", guideline.version())
                        .param("text", guideline.text())
                        .param("news", guideline.news())
                        .param("writtenBy", guideline.writtenBy().value())
                        .param("writtenAt", guideline.writtenAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Guideline> latest(ProjectId project) {
        return jdbc.sql(LATEST)
                .param("project", project.value())
                .query(GuidelineRepository::read)
                .optional();
    }

    Optional<Guideline> find(ProjectId project, int version) {
        return jdbc.sql(ONE)
                .param("project", project.value())
                .param("version", version)
                .query(GuidelineRepository::read)
                .optional();
    }

    /** Newest first. */
    List<Guideline> all(ProjectId project) {
        return jdbc.sql(ALL)
                .param("project", project.value())
                .query(GuidelineRepository::read)
                .list();
    }

    private static Guideline read(ResultSet row, int number) throws SQLException {
        return new Guideline(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getInt("version"),
                row.getString("text"),
                row.getString("news"),
                new UserId(row.getObject("written_by", UUID.class)),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
