package dev.parley.document;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL's full text search over words that were folded here, so that both databases find the same. */
final class PostgresSearchIndex implements SearchIndex {

    /**
     * Not in a migration, because no other database has the type. Words and trail are kept apart from the row: a search
     * that finds most documents visits their rows, and short ones lie together on few pages.
     */
    private static final List<String> TABLE = List.of("""
            CREATE TABLE IF NOT EXISTS document_words (
                document_number  BIGINT PRIMARY KEY,
                words            TSVECTOR NOT NULL
            )
            """, """
            ALTER TABLE document_words ADD COLUMN IF NOT EXISTS trail BYTEA
            """, """
            ALTER TABLE document_words SET (toast_tuple_target = 128)
            """, """
            CREATE INDEX IF NOT EXISTS document_words_words ON document_words USING gin (words)
            """);

    private static final String ADD = """
            INSERT INTO document_words (document_number, words, trail)
            VALUES (?, array_to_tsvector(?), ?)
            ON CONFLICT (document_number) DO UPDATE
            SET words = document_words.words || excluded.words, trail = excluded.trail
            """;

    private static final String REMOVE = """
            UPDATE document_words
            SET words = ts_delete(words, ?)
            WHERE document_number = ?
            """;

    private static final String FORGET = """
            DELETE FROM document_words
            WHERE document_number = ?
            """;

    private static final String FIND = """
            SELECT document_number
            FROM document_words
            WHERE words @@ CAST(? AS tsquery)
            """;

    private static final String TRAILS = """
            SELECT document_number, trail
            FROM document_words
            WHERE document_number = ANY (?) AND trail IS NOT NULL
            """;

    /** A text search vector holds a megabyte of letters, and one word may still come. */
    private static final int MOST_BYTES = 1_000_000;

    private final JdbcTemplate jdbc;

    PostgresSearchIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        TABLE.forEach(jdbc::execute);
    }

    @Override
    public void add(Map<Long, List<String>> documents) {
        jdbc.batchUpdate(ADD, documents.entrySet(), documents.size(), (statement, document) -> {
            statement.setLong(1, document.getKey());
            statement.setArray(2, statement.getConnection().createArrayOf("text", fitting(document.getValue())));
            statement.setBytes(3, Trail.of(document.getValue()));
        });
    }

    /** Each word once, as far as they fit: a text of that many different words, such as a table of numbers, is rare. */
    private static Object[] fitting(List<String> words) {
        Set<String> fitting = new LinkedHashSet<>();
        int bytes = 0;
        for (String word : words) {
            if (!word.equals(Trail.GAP) && bytes < MOST_BYTES && fitting.add(word)) {
                bytes += word.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return fitting.toArray();
    }

    @Override
    public void remove(long document, Set<String> words) {
        jdbc.update(REMOVE, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", words.toArray()));
            statement.setLong(2, document);
        });
    }

    @Override
    public void forget(Collection<Long> documents) {
        jdbc.batchUpdate(FORGET, documents, documents.size(), (row, number) -> row.setLong(1, number));
    }

    @Override
    public void trails(Collection<Long> documents, BiConsumer<Long, byte[]> told) {
        jdbc.query(
                TRAILS,
                row -> {
                    told.accept(row.getLong(1), row.getBytes(2));
                },
                (Object) documents.toArray(Long[]::new));
    }

    @Override
    public BitSet find(List<String> whole, Collection<String> beginnings) {
        List<String> terms = new ArrayList<>();
        // folded words are letters and digits only, so the quotes cannot be left
        whole.forEach(word -> terms.add("'%s'".formatted(word)));
        beginnings.forEach(word -> terms.add("'%s':*".formatted(word)));
        String query = String.join(" & ", terms);
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> byIndex(connection, query)));
    }

    /**
     * Words that most documents hold make the planner read all rows, because it does not know what unpacking and comparing
     * them costs; the index gives the same numbers in a tenth of the time.
     */
    private static BitSet byIndex(Connection connection, String query) throws SQLException {
        try (Statement planner = connection.createStatement()) {
            planner.execute("SET enable_seqscan = off");
            try {
                return find(connection, query);
            } finally {
                planner.execute("RESET enable_seqscan");
            }
        }
    }

    private static BitSet find(Connection connection, String query) throws SQLException {
        BitSet found = new BitSet();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, query);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.set((int) Math.min(rows.getLong(1), MOST));
                }
            }
        }
        return found;
    }
}
