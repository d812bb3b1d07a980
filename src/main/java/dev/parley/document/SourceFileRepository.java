package dev.parley.document;

import dev.parley.account.UserId;
import dev.parley.document.SourceFile.State;
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

@Repository
class SourceFileRepository {

    private static final String INSERT = """
            INSERT INTO source_file (id, project_id, name, sha256, size_bytes, media_type, text, provenance, imprint, text_sha256,
                                     proposal, state, uploaded_by, uploaded_at)
            VALUES (:id, :projectId, :name, :sha256, :size, :mediaType, :text, :provenance, :imprint, :textSha256,
                    :proposal, :state, :uploadedBy, :uploadedAt)
            """;

    /** Everything but the text, which may be long. */
    private static final String SELECT = """
            SELECT id, project_id, name, sha256, size_bytes, media_type, provenance, imprint, text_sha256,
                   proposal, state, uploaded_by, uploaded_at
            FROM source_file
            """;

    private static final String SELECT_BY_ID = SELECT + """
            WHERE id = :id
            """;

    private static final String LOCK = SELECT + """
            WHERE id = :id
            FOR UPDATE
            """;

    private static final String SELECT_ALL = SELECT + """
            WHERE id IN (:ids)
            """;

    private static final String SELECT_BY_BYTES = SELECT + """
            WHERE project_id = :projectId AND sha256 = :sha256
            """;

    private static final String SELECT_BY_TEXT = SELECT + """
            WHERE project_id = :projectId AND text_sha256 = :textSha256
            ORDER BY uploaded_at, id
            FETCH FIRST 1 ROW ONLY
            """;

    private static final String SELECT_OF_PROJECT = SELECT + """
            WHERE project_id = :projectId AND purged_at IS NULL
            ORDER BY uploaded_at, id
            """;

    private static final String COUNT_BY_STATE = """
            SELECT COUNT(*)
            FROM source_file
            WHERE project_id = :projectId AND state = :state
            """;

    private static final String SELECT_BY_STATE = SELECT + """
            WHERE project_id = :projectId AND state = :state
            ORDER BY uploaded_at, id
            """;

    private static final String SELECT_TEXT = """
            SELECT text
            FROM source_file
            WHERE id = :id
            """;

    private static final String FORGET_IN_IMPORTS = """
            UPDATE import_item
            SET source_file_id = NULL, state = 'CANCELLED', reason = 'Somebody took it back.'
            WHERE source_file_id = :id
            """;

    private static final String DELETE = """
            DELETE FROM source_file
            WHERE id = :id
            """;

    private static final String COUNT_BY_BYTES = """
            SELECT COUNT(*)
            FROM source_file
            WHERE sha256 = :sha256
            """;

    private static final String REREAD = """
            UPDATE source_file
            SET text = :text, provenance = :provenance, imprint = :imprint, text_sha256 = :textSha256, proposal = :proposal
            WHERE id = :id AND state = 'PROPOSED'
            """;

    private static final String FREEZE = """
            UPDATE source_file
            SET state = 'FROZEN'
            WHERE id = :id
            """;

    private final JdbcClient jdbc;

    SourceFileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SourceFile file, String text) {
        jdbc.sql(INSERT)
                .param("id", file.id().value())
                .param("projectId", file.project().value())
                .param("name", file.name())
                .param("sha256", file.sha256())
                .param("size", file.size())
                .param("mediaType", file.mediaType())
                .param("text", text)
                .param("provenance", StoredJson.write(file.provenance()))
                .param("imprint", StoredJson.write(file.imprint()))
                .param("textSha256", file.textSha256())
                .param("proposal", StoredJson.write(file.proposal()))
                .param("state", file.state().name())
                .param("uploadedBy", file.uploadedBy().value())
                .param("uploadedAt", file.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<SourceFile> find(SourceFileId id) {
        return one(jdbc.sql(SELECT_BY_ID).param("id", id.value()));
    }

    /** The file, and nobody else changes it until the transaction ends. */
    Optional<SourceFile> lock(SourceFileId id) {
        return one(jdbc.sql(LOCK).param("id", id.value()));
    }

    List<SourceFile> all(List<SourceFileId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT_ALL)
                        .param("ids", ids.stream().map(SourceFileId::value).toList())
                        .query(SourceFileRepository::file)
                        .list();
    }

    Optional<SourceFile> findByBytes(ProjectId project, String sha256) {
        return one(jdbc.sql(SELECT_BY_BYTES).param("projectId", project.value()).param("sha256", sha256));
    }

    /** The first file with exactly this text. */
    Optional<SourceFile> findByText(ProjectId project, String textSha256) {
        return one(jdbc.sql(SELECT_BY_TEXT).param("projectId", project.value()).param("textSha256", textSha256));
    }

    List<SourceFile> of(ProjectId project) {
        return jdbc.sql(SELECT_OF_PROJECT)
                .param("projectId", project.value())
                .query(SourceFileRepository::file)
                .list();
    }

    List<SourceFile> in(State state, ProjectId project) {
        return jdbc.sql(SELECT_BY_STATE)
                .param("projectId", project.value())
                .param("state", state.name())
                .query(SourceFileRepository::file)
                .list();
    }

    int count(State state, ProjectId project) {
        return jdbc.sql(COUNT_BY_STATE)
                .param("projectId", project.value())
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    Optional<String> text(SourceFileId id) {
        return jdbc.sql(SELECT_TEXT).param("id", id.value()).query(String.class).optional();
    }

    void delete(SourceFileId id) {
        jdbc.sql(FORGET_IN_IMPORTS).param("id", id.value()).update();
        jdbc.sql(DELETE).param("id", id.value()).update();
    }

    /** Whether a file of any project has these bytes. */
    boolean anyWithBytes(String sha256) {
        return jdbc.sql(COUNT_BY_BYTES)
                        .param("sha256", sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Writes what another way of reading the file gave; only while its articles are open. */
    void reread(SourceFile file, String text) {
        jdbc.sql(REREAD)
                .param("id", file.id().value())
                .param("text", text)
                .param("provenance", StoredJson.write(file.provenance()))
                .param("imprint", StoredJson.write(file.imprint()))
                .param("textSha256", file.textSha256())
                .param("proposal", StoredJson.write(file.proposal()))
                .update();
    }

    void freeze(SourceFileId id) {
        jdbc.sql(FREEZE).param("id", id.value()).update();
    }

    private static Optional<SourceFile> one(JdbcClient.StatementSpec statement) {
        return statement.query(SourceFileRepository::file).optional();
    }

    private static SourceFile file(ResultSet row, int number) throws SQLException {
        return new SourceFile(
                new SourceFileId(row.getObject("id", UUID.class)),
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("name"),
                row.getString("sha256"),
                row.getString("text_sha256"),
                row.getLong("size_bytes"),
                row.getString("media_type"),
                StoredJson.provenance(row.getString("provenance")),
                StoredJson.imprint(row.getString("imprint")),
                StoredJson.proposal(row.getString("proposal")),
                State.valueOf(row.getString("state")),
                new UserId(row.getObject("uploaded_by", UUID.class)),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
