package dev.parley.document;

import dev.parley.project.ProjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrashRepository {

    private static final String TRASH = """
            UPDATE document
            SET deleted_at = :deletedAt
            WHERE project_id = :projectId AND id IN (:ids) AND deleted_at IS NULL
            """;

    private static final String RESTORE = """
            UPDATE document
            SET deleted_at = NULL
            WHERE project_id = :projectId AND id IN (:ids) AND deleted_at IS NOT NULL AND purged_at IS NULL
            """;

    private static final String SELECT_TRASHED = """
            SELECT id, number, project_id
            FROM document
            WHERE project_id = :projectId AND purged_at IS NULL AND deleted_at IS NOT NULL
            FETCH FIRST :limit ROWS ONLY
            FOR UPDATE
            """;

    private static final String SELECT_OLD = """
            SELECT id, number, project_id
            FROM document
            WHERE purged_at IS NULL AND deleted_at < :before
            FETCH FIRST :limit ROWS ONLY
            FOR UPDATE
            """;

    private static final String PURGE = """
            UPDATE document
            SET text = '', segments = '[]', purged_at = :at
            WHERE id IN (:ids)
            """;

    private static final String PURGE_REVISIONS = """
            UPDATE document_revision
            SET text = '', segments = '[]'
            WHERE document_id IN (:ids)
            """;

    private static final String DELETE_UNINDEXED = """
            DELETE FROM document_unindexed
            WHERE document_id IN (:ids)
            """;

    private static final String SELECT_EMPTY_FILES = """
            SELECT id, sha256
            FROM source_file
            WHERE purged_at IS NULL
              AND id IN (SELECT source_file_id FROM document WHERE id IN (:ids))
              AND state = 'FROZEN'
              AND NOT EXISTS (SELECT 1
                              FROM document
                              WHERE document.source_file_id = source_file.id AND document.purged_at IS NULL)
            """;

    /** Without its hash the file may come again. */
    private static final String PURGE_FILE = """
            UPDATE source_file
            SET text = '', sha256 = :nothing, text_sha256 = :nothing, purged_at = :at
            WHERE id = :id
            """;

    private static final String SELECT_KNOWN = """
            SELECT sha256
            FROM source_file
            WHERE sha256 IN (:hashes)
            """;

    private final JdbcClient jdbc;

    TrashRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What goes for good. */
    record Trashed(DocumentId id, long number, ProjectId project) {}

    /** A file of which no article is left. */
    record EmptyFile(SourceFileId id, String sha256) {}

    /** @return how many were not there before */
    int trash(ProjectId project, List<DocumentId> ids, Instant at) {
        return jdbc.sql(TRASH)
                .param("projectId", project.value())
                .param("ids", values(ids))
                .param("deletedAt", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return how many were in the trash */
    int restore(ProjectId project, List<DocumentId> ids) {
        return jdbc.sql(RESTORE)
                .param("projectId", project.value())
                .param("ids", values(ids))
                .update();
    }

    /** Some of what lies in a project's trash; nobody brings it back until the transaction ends. */
    List<Trashed> some(ProjectId project, int limit) {
        return trashed(jdbc.sql(SELECT_TRASHED).param("projectId", project.value()), limit);
    }

    /** Some of what was put into any trash before then. */
    List<Trashed> older(Instant before, int limit) {
        return trashed(jdbc.sql(SELECT_OLD).param("before", before.atOffset(ZoneOffset.UTC)), limit);
    }

    private static List<Trashed> trashed(JdbcClient.StatementSpec statement, int limit) {
        return statement
                .param("limit", limit)
                .query((row, line) -> new Trashed(
                        new DocumentId(row.getObject("id", UUID.class)),
                        row.getLong("number"),
                        new ProjectId(row.getObject("project_id", UUID.class))))
                .list();
    }

    /** Forgets their texts, those they had before too. */
    void purge(List<DocumentId> ids, Instant at) {
        jdbc.sql(PURGE)
                .param("ids", values(ids))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(PURGE_REVISIONS).param("ids", values(ids)).update();
        jdbc.sql(DELETE_UNINDEXED).param("ids", values(ids)).update();
    }

    /** The files these came from, if nothing else of them is left. */
    List<EmptyFile> emptied(List<DocumentId> ids) {
        return jdbc.sql(SELECT_EMPTY_FILES)
                .param("ids", values(ids))
                .query((row, line) ->
                        new EmptyFile(new SourceFileId(row.getObject("id", UUID.class)), row.getString("sha256")))
                .list();
    }

    void purge(EmptyFile file, Instant at) {
        jdbc.sql(PURGE_FILE)
                .param("id", file.id().value())
                .param("nothing", file.id().toString().replace("-", "").repeat(2))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of these hashes that a file of any project has. */
    Set<String> known(List<String> hashes) {
        return hashes.isEmpty()
                ? Set.of()
                : jdbc.sql(SELECT_KNOWN).param("hashes", hashes).query(String.class).list().stream()
                        .collect(Collectors.toSet());
    }

    private static List<UUID> values(List<DocumentId> ids) {
        return ids.stream().map(DocumentId::value).toList();
    }
}
