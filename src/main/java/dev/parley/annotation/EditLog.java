package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.HistoryEntry.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only log of edits. */
@Repository
class EditLog {

    private static final String INSERT = """
            INSERT INTO edit (set_id, sequence, id, operation, kind, annotation_id, before_body, after_body,
                              reverts, reason, command, at)
            VALUES (:setId, :sequence, :id, :operation, :kind, :annotationId, :before, :after,
                    :reverts, :reason, :command, :at)
            """;

    private static final String KNOWN = """
            SELECT id
            FROM edit
            WHERE set_id = :setId AND id IN (:ids)
            """;

    /** What was made in an earlier text of the document, or when marks were carried over from it, stays as it is. */
    private static final String IN_THIS_TEXT = """
              AND %s.sequence > (
                SELECT COALESCE(MAX(carried_sequence), 0)
                FROM set_carry
                WHERE set_id = :setId)
            """;

    private static final String COMMAND_OF = """
            SELECT command
            FROM edit
            WHERE set_id = :setId AND id = :id
            """ + IN_THIS_TEXT.formatted("edit");

    private static final String SELECT = """
            SELECT sequence, id, kind, annotation_id, before_body, after_body, reverts, reason, command, at
            FROM edit
            """;

    private static final String OF_COMMAND = """
            WHERE set_id = :setId AND command = :command
            ORDER BY sequence
            """;

    private static final String BETWEEN = """
            WHERE set_id = :setId AND sequence > :since AND sequence < :before
            ORDER BY sequence DESC
            LIMIT :limit
            """;

    /** The last command that is not taken back, or was brought back after; found walking backwards, mostly at once. */
    private static final String LAST_DONE = """
            SELECT original.command
            FROM edit original
            WHERE original.set_id = :setId AND original.reason = 'EDIT'
            """ + IN_THIS_TEXT.formatted("original") + """
              AND NOT EXISTS (
                SELECT 1
                FROM edit undo
                WHERE undo.set_id = :setId AND undo.reverts = original.command AND undo.reason = 'UNDO'
                  AND NOT EXISTS (
                    SELECT 1
                    FROM edit redo
                    WHERE redo.set_id = :setId AND redo.reverts = original.command AND redo.reason = 'REDO'
                      AND redo.sequence > undo.sequence))
            ORDER BY original.set_id DESC, original.sequence DESC
            LIMIT 1
            """;

    /** The command taken back last and not brought back since, if no new edit came after. */
    private static final String LAST_UNDONE = """
            SELECT MIN(undo.reverts)
            FROM edit undo
            WHERE undo.set_id = :setId AND undo.reason = 'UNDO'
            """ + IN_THIS_TEXT.formatted("undo") + """
              AND undo.sequence > (
                SELECT sequence
                FROM edit
                WHERE set_id = :setId AND reason = 'EDIT'
                ORDER BY set_id DESC, sequence DESC
                LIMIT 1)
              AND NOT EXISTS (
                SELECT 1
                FROM edit redo
                WHERE redo.set_id = :setId AND redo.reverts = undo.reverts AND redo.reason = 'REDO'
                  AND redo.sequence > undo.sequence)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    EditLog(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void append(UUID setId, List<LogEntry> entries) {
        batches.batchUpdate(
                INSERT,
                entries.stream()
                        .map(entry -> new MapSqlParameterSource("setId", setId)
                                .addValue("sequence", entry.sequence())
                                .addValue("id", entry.id())
                                .addValue("operation", entry.after() == null ? "DELETE" : "PUT")
                                .addValue("kind", entry.kind().name())
                                .addValue("annotationId", entry.annotation())
                                .addValue("before", entry.before())
                                .addValue("after", entry.after())
                                .addValue("reverts", entry.reverts())
                                .addValue("reason", entry.reason().name())
                                .addValue("command", entry.command())
                                .addValue("at", entry.at().atOffset(ZoneOffset.UTC)))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Which of these edits a set has seen. */
    Set<String> known(UUID setId, Collection<String> ids) {
        return ids.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(jdbc.sql(KNOWN)
                        .param("setId", setId)
                        .param("ids", ids)
                        .query(String.class)
                        .list());
    }

    /** The edits of one command, in the order they were made. */
    List<LogEntry> command(UUID setId, long command) {
        return jdbc.sql(SELECT + OF_COMMAND)
                .param("setId", setId)
                .param("command", command)
                .query(EditLog::entry)
                .list();
    }

    /** The command an edit belongs to. */
    Optional<Long> commandOf(UUID setId, String edit) {
        return jdbc.sql(COMMAND_OF)
                .param("setId", setId)
                .param("id", edit)
                .query(Long.class)
                .optional();
    }

    /** The newest edits between two sequence numbers, newest first. */
    List<LogEntry> between(UUID setId, long since, long before, int limit) {
        return jdbc.sql(SELECT + BETWEEN)
                .param("setId", setId)
                .param("since", since)
                .param("before", before)
                .param("limit", limit)
                .query(EditLog::entry)
                .list();
    }

    Optional<Long> lastDone(UUID setId) {
        return jdbc.sql(LAST_DONE).param("setId", setId).query(Long.class).optional();
    }

    Optional<Long> lastUndone(UUID setId) {
        return jdbc.sql(LAST_UNDONE).param("setId", setId).query(Long.class).optional();
    }

    private static LogEntry entry(ResultSet row, int number) throws SQLException {
        return new LogEntry(
                row.getLong("sequence"),
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("annotation_id"),
                row.getString("before_body"),
                row.getString("after_body"),
                row.getObject("reverts", Long.class),
                Reason.valueOf(row.getString("reason")),
                row.getLong("command"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
