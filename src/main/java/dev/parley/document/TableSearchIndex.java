package dev.parley.document;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * An inverted index in a table, for H2, which has no full text search worth the name: for 4096 documents and
 * each word in them one row with the bits of those that hold it. A search reads a row per 4096 documents and word; adding many
 * documents at once changes each word's row once. Only one thread may add.
 */
final class TableSearchIndex implements SearchIndex {

    private static final int CHUNK = 12;
    private static final int IN_CHUNK = (1 << CHUNK) - 1;
    private static final int WRITTEN_AT_ONCE = 500;

    /** So many words are looked up one by one; for more the whole chunk is read, some thousand short rows. */
    private static final int FEW = 1_000;

    /** A beginning of one letter stands for half the dictionary; this many of its words in 4096 documents are looked at. */
    private static final int MOST_WORDS = 1_000;

    private static final String READ_CHUNK = """
            SELECT word, numbers
            FROM search_word
            WHERE chunk = ?
            """;

    private static final String READ = """
            SELECT word, numbers
            FROM search_word
            WHERE chunk = ? AND word = ?
            """;

    private static final String INSERT = """
            INSERT INTO search_word (numbers, word, chunk)
            VALUES (?, ?, ?)
            """;

    private static final String UPDATE = """
            UPDATE search_word
            SET numbers = ?
            WHERE word = ? AND chunk = ?
            """;

    private static final String LAST_CHUNK = """
            SELECT MAX(chunk)
            FROM search_word
            """;

    private static final String FIND = """
            SELECT numbers
            FROM search_word
            WHERE chunk = ? AND word = ?
            """;

    private static final String FIND_BEGINNING = """
            SELECT numbers
            FROM search_word
            WHERE chunk = ? AND word >= ? AND word < ?
            FETCH FIRST ? ROWS ONLY
            """;

    private static final String KEEP_TRAIL = """
            MERGE INTO document_trail (document_number, trail)
            KEY (document_number)
            VALUES (?, ?)
            """;

    private static final String TRAILS = """
            SELECT document_number, trail
            FROM document_trail
            WHERE document_number BETWEEN ? AND ?
            """;

    private static final String FORGET_TRAIL = """
            DELETE FROM document_trail
            WHERE document_number = ?
            """;

    private static final long READ_THROUGH = 8;

    private final JdbcTemplate jdbc;

    TableSearchIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Map<Long, List<String>> documents) {
        Map<Long, Map<String, BitSet>> chunks = new TreeMap<>();
        documents.forEach((number, words) -> {
            Map<String, BitSet> chunk = chunks.computeIfAbsent(number >> CHUNK, missing -> new TreeMap<>());
            words.stream()
                    .filter(word -> !word.equals(Trail.GAP))
                    .forEach(word ->
                            chunk.computeIfAbsent(word, missing -> new BitSet()).set((int) (number & IN_CHUNK)));
        });
        chunks.forEach(this::add);
        jdbc.batchUpdate(KEEP_TRAIL, documents.entrySet(), WRITTEN_AT_ONCE, (row, document) -> {
            row.setLong(1, document.getKey());
            row.setBytes(2, Trail.of(document.getValue()));
        });
    }

    private void add(long chunk, Map<String, BitSet> words) {
        Map<String, BitSet> present = new HashMap<>();
        RowCallbackHandler read = row -> {
            if (words.containsKey(row.getString(1))) {
                present.put(row.getString(1), read(row.getBytes(2)));
            }
        };
        // H2 looks up a list of words by going through the chunk for each portion of it
        if (words.size() > FEW) {
            jdbc.query(READ_CHUNK, read, chunk);
        } else {
            words.keySet().forEach(word -> jdbc.query(READ, read, chunk, word));
        }
        present.forEach((word, numbers) -> words.merge(word, numbers, TableSearchIndex::together));
        Map<Boolean, List<Map.Entry<String, BitSet>>> rows =
                words.entrySet().stream().collect(Collectors.partitioningBy(row -> present.containsKey(row.getKey())));
        write(UPDATE, chunk, rows.getOrDefault(true, List.of()));
        write(INSERT, chunk, rows.getOrDefault(false, List.of()));
    }

    @Override
    public void remove(long document, Set<String> words) {
        Map<String, BitSet> rows = new HashMap<>();
        for (String word : words) {
            jdbc.query(
                    READ,
                    row -> {
                        rows.put(row.getString(1), read(row.getBytes(2)));
                    },
                    document >> CHUNK,
                    word);
        }
        rows.values().forEach(numbers -> numbers.clear((int) (document & IN_CHUNK)));
        write(UPDATE, document >> CHUNK, List.copyOf(rows.entrySet()));
    }

    private static BitSet together(BitSet some, BitSet more) {
        some.or(more);
        return some;
    }

    private void write(String statement, long chunk, List<Map.Entry<String, BitSet>> rows) {
        jdbc.batchUpdate(statement, rows, WRITTEN_AT_ONCE, (row, word) -> {
            row.setBytes(1, write(word.getValue()));
            row.setString(2, word.getKey());
            row.setLong(3, chunk);
        });
    }

    /**
     * Their bits stay: they name no words, and no list shows a number that is gone. A row holds 4096 documents, and taking
     * one out of each of its words costs more than it frees.
     */
    @Override
    public void forget(Collection<Long> documents) {
        jdbc.batchUpdate(FORGET_TRAIL, documents, WRITTEN_AT_ONCE, (row, number) -> row.setLong(1, number));
    }

    @Override
    public void trails(Collection<Long> documents, BiConsumer<Long, byte[]> told) {
        if (documents.isEmpty()) {
            return;
        }
        Set<Long> wanted = new HashSet<>(documents);
        RowCallbackHandler each = row -> {
            if (wanted.contains(row.getLong(1))) {
                told.accept(row.getLong(1), row.getBytes(2));
            }
        };
        long first = Collections.min(wanted);
        long last = Collections.max(wanted);
        // reading through a few others is quicker than asking for each
        if (last - first < wanted.size() * READ_THROUGH) {
            jdbc.query(TRAILS, each, first, last);
        } else {
            wanted.forEach(number -> jdbc.query(TRAILS, each, number, number));
        }
    }

    @Override
    public BitSet find(List<String> whole, Collection<String> beginnings) {
        BitSet found = null;
        for (String word : whole) {
            found = both(found, read(FIND, word));
        }
        for (String word : beginnings) {
            found = both(found, read(FIND_BEGINNING, word, word + Character.MAX_VALUE, MOST_WORDS));
        }
        return found == null ? new BitSet() : found;
    }

    private static BitSet both(@Nullable BitSet found, BitSet more) {
        if (found != null) {
            more.and(found);
        }
        return more;
    }

    private BitSet read(String statement, Object... parameters) {
        BitSet found = new BitSet();
        Long last = jdbc.queryForObject(LAST_CHUNK, Long.class);
        Object[] all = new Object[parameters.length + 1];
        System.arraycopy(parameters, 0, all, 1, parameters.length);
        for (long chunk = 0; last != null && chunk <= Math.min(last, MOST >> CHUNK); chunk++) {
            all[0] = chunk;
            int first = (int) (chunk << CHUNK);
            jdbc.query(
                    statement,
                    row -> {
                        read(row.getBytes(1)).stream().forEach(bit -> found.set(first + bit));
                    },
                    all);
        }
        return found;
    }

    /** Few numbers are written one by one, two bytes each; many as bits. The first byte says which. */
    static byte[] write(BitSet numbers) {
        byte[] bits = numbers.toByteArray();
        int count = numbers.cardinality();
        if (count * 2 >= bits.length) {
            return ByteBuffer.allocate(bits.length + 1)
                    .put((byte) 'b')
                    .put(bits)
                    .array();
        }
        ByteBuffer few = ByteBuffer.allocate(count * 2 + 1).put((byte) 'n');
        numbers.stream().forEach(number -> few.putShort((short) number));
        return few.array();
    }

    static BitSet read(byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written, 1, written.length - 1);
        if (written[0] == 'b') {
            return BitSet.valueOf(bytes);
        }
        BitSet numbers = new BitSet();
        while (bytes.hasRemaining()) {
            numbers.set(bytes.getShort());
        }
        return numbers;
    }
}
