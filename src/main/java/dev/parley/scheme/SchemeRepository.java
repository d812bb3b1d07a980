package dev.parley.scheme;

import dev.parley.account.UserId;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts of all versions; nothing is changed or removed but when a project is restored. */
@Repository
class SchemeRepository {

    private static final String INSERT = """
            INSERT INTO scheme_version (project_id, version, source, created_by, created_at)
            VALUES (:projectId, :version, :source, :createdBy, :createdAt)
            """;

    private static final String DELETE = """
            DELETE FROM scheme_version
            WHERE project_id = :projectId
            """;

    private static final String LATEST = """
            SELECT MAX(version)
            FROM scheme_version
            WHERE project_id = :projectId
            """;

    private static final String SOURCE = """
            SELECT source
            FROM scheme_version
            WHERE project_id = :projectId AND version = :version
            """;

    private static final String VERSIONS = """
            SELECT version, created_by, created_at
            FROM scheme_version
            WHERE project_id = :projectId
            ORDER BY version DESC
            """;

    private final JdbcClient database;

    SchemeRepository(JdbcClient database) {
        this.database = database;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if somebody else saved this version first */
    void insert(ProjectId project, SchemeVersion version, String source) {
        database.sql(INSERT)
                .param("projectId", project.value())
                .param("version", version.number())
                .param("source", source)
                .param("createdBy", version.by().value())
                .param("createdAt", OffsetDateTime.ofInstant(version.at(), ZoneOffset.UTC))
                .update();
    }

    void delete(ProjectId project) {
        database.sql(DELETE).param("projectId", project.value()).update();
    }

    /** Number of the newest version, 0 if there is none. */
    int latest(ProjectId project) {
        return database.sql(LATEST)
                .param("projectId", project.value())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    Optional<String> source(ProjectId project, int version) {
        return database.sql(SOURCE)
                .param("projectId", project.value())
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /** Newest first. */
    List<SchemeVersion> versions(ProjectId project) {
        return database.sql(VERSIONS)
                .param("projectId", project.value())
                .query(SchemeRepository::version)
                .list();
    }

    private static SchemeVersion version(ResultSet row, int number) throws SQLException {
        return new SchemeVersion(
                row.getInt("version"),
                new UserId(row.getObject("created_by", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
