package dev.parley.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL's full text search over words that were folded here, so that both databases find the same. */
final class PostgresSearchIndex implements SearchIndex {

    /** Not in a migration, because no other database has the type. */
    private static final List<String> TABLE = List.of("""
            CREATE TABLE IF NOT EXISTS document_words (
                document_number  BIGINT PRIMARY KEY,
                words            TSVECTOR NOT NULL
            )
            """, """
            CREATE INDEX IF NOT EXISTS document_words_words ON document_words USING gin (words)
            """);

    private static final String ADD = """
            INSERT INTO document_words (document_number, words)
            VALUES (?, array_to_tsvector(?))
            ON CONFLICT (document_number) DO UPDATE SET words = document_words.words || excluded.words
            """;

    private static final String REMOVE = """
            UPDATE document_words
            SET words = ts_delete(words, ?)
            WHERE document_number = ?
            """;

    private static final String FIND = """
            SELECT document_number
            FROM document_words
            WHERE words @@ CAST(? AS tsquery)
            """;

    private final JdbcTemplate jdbc;

    PostgresSearchIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        TABLE.forEach(jdbc::execute);
    }

    @Override
    public void add(Map<Long, Set<String>> documents) {
        jdbc.batchUpdate(ADD, documents.entrySet(), documents.size(), (statement, document) -> {
            statement.setLong(1, document.getKey());
            statement.setArray(
                    2,
                    statement
                            .getConnection()
                            .createArrayOf("text", document.getValue().toArray()));
        });
    }

    @Override
    public void remove(long document, Set<String> words) {
        jdbc.update(REMOVE, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", words.toArray()));
            statement.setLong(2, document);
        });
    }

    @Override
    public BitSet find(List<String> whole, Collection<String> beginnings) {
        List<String> terms = new ArrayList<>();
        // folded words are letters and digits only, so the quotes cannot be left
        whole.forEach(word -> terms.add("'%s'".formatted(word)));
        beginnings.forEach(word -> terms.add("'%s':*".formatted(word)));
        BitSet found = new BitSet();
        jdbc.query(
                FIND,
                row -> {
                    found.set((int) Math.min(row.getLong(1), MOST));
                },
                String.join(" & ", terms));
        return found;
    }
}
