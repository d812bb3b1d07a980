package dev.parley.annotation;

import dev.parley.document.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How long people worked on a document, as far as their edits tell: the time between two edits counts unless it is so long
 * that they must have been away. A first edit alone counts nothing.
 */
@Repository
public class WorkingTimes {

    private static final Duration AWAY = Duration.ofMinutes(5);

    private static final String TIMES = """
            SELECT app_user.name, edit.at
            FROM edit
            JOIN annotation_set ON annotation_set.id = edit.set_id
            JOIN app_user ON app_user.id = annotation_set.user_id
            WHERE annotation_set.document_id = :documentId
            ORDER BY app_user.name, edit.sequence
            """;

    private final JdbcClient jdbc;

    WorkingTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whole seconds by sign-in name, for everybody who made an edit. */
    public Map<String, Integer> of(DocumentId document) {
        Map<String, Instant> last = new HashMap<>();
        Map<String, Duration> spent = new HashMap<>();
        jdbc.sql(TIMES).param("documentId", document.value()).query(row -> {
            count(row, last, spent);
        });
        Map<String, Integer> seconds = new HashMap<>();
        spent.forEach((name, duration) -> seconds.put(name, Math.toIntExact(duration.toSeconds())));
        return seconds;
    }

    private static void count(ResultSet row, Map<String, Instant> last, Map<String, Duration> spent)
            throws SQLException {
        String name = row.getString("name");
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        Instant before = last.put(name, at);
        Duration gap = before == null ? Duration.ZERO : Duration.between(before, at);
        spent.merge(name, gap.isNegative() || gap.compareTo(AWAY) > 0 ? Duration.ZERO : gap, Duration::plus);
    }
}
