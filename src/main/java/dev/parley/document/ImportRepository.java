package dev.parley.document;

import dev.parley.account.UserId;
import dev.parley.document.ImportItem.Number;
import dev.parley.document.ImportItem.State;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

    private static final String SELECT_UNFINISHED = """
            SELECT DISTINCT job_id
            FROM import_item
            WHERE state = 'WAITING'
            """;

    private static final String CANCEL_JOB = """
            UPDATE import_job
            SET cancelled_at = :at
            WHERE id = :id
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

    /** Imports of which some files were not looked at yet. */
    List<ImportId> unfinished() {
        return jdbc.sql(SELECT_UNFINISHED)
                .query((row, number) -> new ImportId(row.getObject(1, UUID.class)))
                .list();
    }

    void cancel(ImportId id, Instant at) {
        jdbc.sql(CANCEL_JOB)
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
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
