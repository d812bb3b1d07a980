package dev.parley.document;

import dev.parley.document.ImportItem.Number;
import dev.parley.document.ImportItem.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of imports, and how far each is. */
@Repository
class ImportItemRepository {

    private static final String SELECT_UNFINISHED = """
            SELECT DISTINCT job_id
            FROM import_item
            WHERE state = 'WAITING'
            """;

    private static final String CANCEL_ITEMS = """
            UPDATE import_item
            SET state = 'CANCELLED', reason = 'The import was stopped before its turn.'
            WHERE job_id = :id AND state = 'WAITING'
            """;

    private static final String NEXT_POSITION = """
            SELECT COALESCE(MAX(position), 0) + 1
            FROM import_item
            WHERE job_id = :id
            """;

    private static final String INSERT_ITEM = """
            INSERT INTO import_item (job_id, position, entry, name, state, staged, sha256, size_bytes, charset, attempts,
                                     reason, charsets, media_type, source_file_id, documents)
            VALUES (:jobId, :position, :entry, :name, :state, :staged, :sha256, :size, :charset, :attempts,
                    :reason, :charsets, :mediaType, :sourceFileId, :documents)
            """;

    private static final String UPDATE_ITEM = """
            UPDATE import_item
            SET state = :state, staged = :staged, sha256 = :sha256, size_bytes = :size, charset = :charset,
                attempts = :attempts, reason = :reason, charsets = :charsets, media_type = :mediaType,
                source_file_id = :sourceFileId, documents = :documents, name = :name
            WHERE job_id = :jobId AND position = :position AND entry = :entry
            """;

    private static final String SELECT_ITEM = """
            SELECT job_id, position, entry, name, state, staged, sha256, size_bytes, charset, attempts, reason, charsets,
                   media_type, source_file_id, documents
            FROM import_item
            """;

    private static final String SELECT_ITEM_BY_NUMBER = SELECT_ITEM + """
            WHERE job_id = :jobId AND position = :position AND entry = :entry
            """;

    private static final String SELECT_WAITING = SELECT_ITEM + """
            WHERE job_id = :jobId AND state = 'WAITING'
            ORDER BY position, entry
            FETCH FIRST :limit ROWS ONLY
            """;

    private static final String SELECT_IN_STATES = SELECT_ITEM + """
            WHERE job_id = :jobId AND state IN (:states)
            ORDER BY position, entry
            OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY
            """;

    private static final String BEGIN = """
            UPDATE import_item
            SET attempts = attempts + 1
            WHERE job_id = :jobId AND position = :position AND entry = :entry
            """;

    private static final String FORGET_BYTES = """
            UPDATE import_item
            SET staged = NULL
            WHERE staged IS NOT NULL AND state <> 'WAITING'
              AND job_id IN (SELECT id FROM import_job WHERE started_at < :before)
            """;

    private static final String SELECT_STAGED = """
            SELECT staged
            FROM import_item
            WHERE staged IS NOT NULL
            """;

    private final JdbcClient jdbc;

    ImportItemRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Imports of which some files were not looked at yet. */
    List<ImportId> unfinished() {
        return jdbc.sql(SELECT_UNFINISHED)
                .query((row, number) -> new ImportId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Files of an import that nobody has looked at yet are not looked at any more. */
    void cancel(ImportId id) {
        jdbc.sql(CANCEL_ITEMS).param("id", id.value()).update();
    }

    /** The place after the last. */
    int nextPosition(ImportId id) {
        return jdbc.sql(NEXT_POSITION)
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    void insert(ImportItem item) {
        write(INSERT_ITEM, item);
    }

    void update(ImportItem item) {
        write(UPDATE_ITEM, item);
    }

    private void write(String statement, ImportItem item) {
        jdbc.sql(statement)
                .param("jobId", item.job().value())
                .param("position", item.number().position())
                .param("entry", item.number().entry())
                .param("name", item.name())
                .param("state", item.state().name())
                .param("staged", item.staged())
                .param("sha256", item.sha256())
                .param("size", item.size())
                .param("charset", item.charset())
                .param("attempts", item.attempts())
                .param("reason", item.reason())
                .param("charsets", String.join(",", item.charsets()))
                .param("mediaType", item.mediaType())
                .param("sourceFileId", item.file() == null ? null : item.file().value())
                .param(
                        "documents",
                        StoredJson.write(item.documents().stream()
                                .map(DocumentId::toString)
                                .toList()))
                .update();
    }

    Optional<ImportItem> item(ImportId job, Number number) {
        return item(SELECT_ITEM_BY_NUMBER, job, number);
    }

    /** The file, and nobody else changes it until the transaction ends. */
    Optional<ImportItem> lock(ImportId job, Number number) {
        return item(SELECT_ITEM_BY_NUMBER + "FOR UPDATE", job, number);
    }

    private Optional<ImportItem> item(String statement, ImportId job, Number number) {
        return jdbc.sql(statement)
                .param("jobId", job.value())
                .param("position", number.position())
                .param("entry", number.entry())
                .query((row, line) -> item(row))
                .optional();
    }

    /** The next files to look at, in order. */
    List<ImportItem> waiting(ImportId job, int limit) {
        return jdbc.sql(SELECT_WAITING)
                .param("jobId", job.value())
                .param("limit", limit)
                .query((row, line) -> item(row))
                .list();
    }

    List<ImportItem> items(ImportId job, Collection<State> states, int offset, int limit) {
        return jdbc.sql(SELECT_IN_STATES)
                .param("jobId", job.value())
                .param("states", states.stream().map(Enum::name).toList())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, line) -> item(row))
                .list();
    }

    void begin(ImportItem item) {
        jdbc.sql(BEGIN)
                .param("jobId", item.job().value())
                .param("position", item.number().position())
                .param("entry", item.number().entry())
                .update();
    }

    /** Gives up the bytes of settled files of imports that began before then. */
    void forgetBytes(Instant before) {
        jdbc.sql(FORGET_BYTES).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    Set<String> staged() {
        return new HashSet<>(jdbc.sql(SELECT_STAGED).query(String.class).list());
    }

    private static ImportItem item(ResultSet row) throws SQLException {
        UUID file = row.getObject("source_file_id", UUID.class);
        String charsets = row.getString("charsets");
        return new ImportItem(
                new ImportId(row.getObject("job_id", UUID.class)),
                new Number(row.getInt("position"), row.getInt("entry")),
                row.getString("name"),
                State.valueOf(row.getString("state")),
                row.getString("staged"),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                row.getString("charset"),
                row.getInt("attempts"),
                row.getString("reason"),
                charsets.isEmpty() ? List.of() : Arrays.asList(charsets.split(",")),
                row.getString("media_type"),
                file == null ? null : new SourceFileId(file),
                StoredJson.documents(row.getString("documents")));
    }
}
