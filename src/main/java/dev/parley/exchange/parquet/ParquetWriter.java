package dev.parley.exchange.parquet;

import dev.parley.exchange.parquet.Column.Leaf;
import dev.parley.exchange.parquet.Column.ListOf;
import dev.parley.exchange.parquet.Column.Struct;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of nested values as a Parquet file (apache/parquet-format): plain encoding, one page per column and row group,
 * Snappy. Everything is optional, lists have the three levels the format recommends. A row group is held until it is worth
 * a page, about 8 MB; the stream is only ever appended to.
 *
 * <p>Written by hand because the libraries for it bring 13 to 21 jars and 19 to 31 MB for what is two hundred lines here.
 */
final class ParquetWriter {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final long ROW_GROUP = 8L << 20;
    private static final int OPTIONAL = 1;
    private static final int REPEATED = 2;
    private static final int UTF_8 = 0;
    private static final int LIST = 3;
    private static final int SNAPPY = 1;
    private static final int PLAIN = 0;
    private static final int RLE = 3;

    private final OutputStream out;
    private final List<Column> columns;
    private final Map<String, String> notes;
    private final List<ColumnChunk> chunks = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private long written;
    private long rows;
    private int inGroup;

    private record Group(List<Chunk> chunks, long rows) {}

    private record Chunk(ColumnChunk column, int values, long offset, int plainSize, int size) {}

    /** @param notes key and value pairs for the file's footer */
    ParquetWriter(OutputStream out, List<Column> columns, Map<String, String> notes) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        this.notes = notes;
        columns.forEach(column -> collect(column, List.of(), 0, 0));
        write(MAGIC);
    }

    private void collect(Column column, List<String> above, int repetition, int definition) {
        List<String> path = new ArrayList<>(above);
        path.add(column.name());
        switch (column) {
            case Leaf leaf -> chunks.add(new ColumnChunk(path, leaf.kind(), repetition, definition + 1));
            case Struct struct -> struct.fields().forEach(field -> collect(field, path, repetition, definition + 1));
            case ListOf list -> {
                path.add("list");
                collect(list.element(), path, repetition + 1, definition + 2);
            }
        }
    }

    /** @param row values by column: text, numbers, lists, maps; what is missing is null */
    void write(Map<String, ?> row) throws IOException {
        Iterator<ColumnChunk> leaves = chunks.iterator();
        for (Column column : columns) {
            shred(column, row.get(column.name()), 0, 0, 0, leaves);
        }
        inGroup++;
        if (chunks.stream().mapToLong(ColumnChunk::size).sum() > ROW_GROUP) {
            endGroup();
        } else if (groups.isEmpty()) {
            // whoever waits shall have the first bytes before a whole row group is there
            out.flush();
        }
    }

    /** Hands a value to its leaves. Each leaf is met once, whatever the value is. */
    private void shred(
            Column column,
            @Nullable Object value,
            int repetition,
            int definition,
            int depth,
            Iterator<ColumnChunk> leaves) {
        switch (column) {
            case Leaf _ -> {
                ColumnChunk leaf = leaves.next();
                leaf.add(repetition, value == null ? definition : definition + 1, value);
            }
            case Struct struct -> {
                Map<?, ?> fields = value instanceof Map<?, ?> map ? map : null;
                for (Column field : struct.fields()) {
                    shred(
                            field,
                            fields == null ? null : fields.get(field.name()),
                            repetition,
                            fields == null ? definition : definition + 1,
                            depth,
                            leaves);
                }
            }
            case ListOf list -> {
                List<ColumnChunk> mine = take(list.element(), leaves);
                List<?> elements = value instanceof List<?> many ? many : null;
                if (elements == null || elements.isEmpty()) {
                    int known = elements == null ? definition : definition + 1;
                    mine.forEach(leaf -> leaf.add(repetition, known, null));
                    return;
                }
                for (int i = 0; i < elements.size(); i++) {
                    shred(
                            list.element(),
                            elements.get(i),
                            i == 0 ? repetition : depth + 1,
                            definition + 2,
                            depth + 1,
                            mine.iterator());
                }
            }
        }
    }

    private static List<ColumnChunk> take(Column column, Iterator<ColumnChunk> leaves) {
        List<ColumnChunk> taken = new ArrayList<>();
        for (int i = leaves(column); i > 0; i--) {
            taken.add(leaves.next());
        }
        return taken;
    }

    private static int leaves(Column column) {
        return switch (column) {
            case Leaf _ -> 1;
            case ListOf list -> leaves(list.element());
            case Struct struct ->
                struct.fields().stream().mapToInt(ParquetWriter::leaves).sum();
        };
    }

    private void endGroup() throws IOException {
        List<Chunk> done = new ArrayList<>();
        for (ColumnChunk column : chunks) {
            byte[] plain = column.page();
            byte[] body = Snappy.compress(plain);
            byte[] head = new Thrift()
                    .i32(1, 0)
                    .i32(2, plain.length)
                    .i32(3, body.length)
                    .struct(5)
                    .i32(1, column.count())
                    .i32(2, PLAIN)
                    .i32(3, RLE)
                    .i32(4, RLE)
                    .end()
                    .end()
                    .toBytes();
            done.add(new Chunk(column, column.count(), written, plain.length + head.length, body.length + head.length));
            write(head);
            write(body);
            column.clear();
        }
        groups.add(new Group(done, inGroup));
        rows += inGroup;
        inGroup = 0;
    }

    /** Writes what is held and the footer; the stream stays open. */
    void finish() throws IOException {
        if (inGroup > 0) {
            endGroup();
        }
        byte[] footer = footer();
        write(footer);
        for (int i = 0; i < 4; i++) {
            write(new byte[] {(byte) (footer.length >>> 8 * i)});
        }
        write(MAGIC);
        out.flush();
    }

    /** Rows written so far. */
    long rows() {
        return rows + inGroup;
    }

    private byte[] footer() {
        List<Runnable> elements = new ArrayList<>();
        Thrift thrift = new Thrift().i32(1, 1);
        elements.add(
                () -> thrift.element().text(4, "schema").i32(5, columns.size()).end());
        columns.forEach(column -> describe(thrift, column, elements));
        thrift.structs(2, elements.size());
        elements.forEach(Runnable::run);
        thrift.i64(3, rows);
        thrift.structs(4, groups.size());
        groups.forEach(group -> describe(thrift, group));
        thrift.structs(5, notes.size());
        notes.forEach(
                (key, value) -> thrift.element().text(1, key).text(2, value).end());
        return thrift.text(6, "Parley").end().toBytes();
    }

    private static void describe(Thrift thrift, Column column, List<Runnable> elements) {
        switch (column) {
            case Leaf leaf ->
                elements.add(() -> {
                    thrift.element()
                            .i32(1, ColumnChunk.physical(leaf.kind()))
                            .i32(3, OPTIONAL)
                            .text(4, leaf.name());
                    if (leaf.kind() == Column.Kind.TEXT) {
                        thrift.i32(6, UTF_8);
                    }
                    thrift.end();
                });
            case Struct struct -> {
                elements.add(() -> thrift.element()
                        .i32(3, OPTIONAL)
                        .text(4, struct.name())
                        .i32(5, struct.fields().size())
                        .end());
                struct.fields().forEach(field -> describe(thrift, field, elements));
            }
            case ListOf list -> {
                elements.add(() -> thrift.element()
                        .i32(3, OPTIONAL)
                        .text(4, list.name())
                        .i32(5, 1)
                        .i32(6, LIST)
                        .end());
                elements.add(() -> thrift.element()
                        .i32(3, REPEATED)
                        .text(4, "list")
                        .i32(5, 1)
                        .end());
                describe(thrift, list.element(), elements);
            }
        }
    }

    private static void describe(Thrift thrift, Group group) {
        thrift.element().structs(1, group.chunks().size());
        for (Chunk chunk : group.chunks()) {
            thrift.element()
                    .i64(2, chunk.offset())
                    .struct(3)
                    .i32(1, chunk.column().type())
                    .i32s(2, PLAIN, RLE)
                    .texts(3, chunk.column().path())
                    .i32(4, SNAPPY)
                    .i64(5, chunk.values())
                    .i64(6, chunk.plainSize())
                    .i64(7, chunk.size())
                    .i64(9, chunk.offset())
                    .end()
                    .end();
        }
        thrift.i64(2, group.chunks().stream().mapToLong(Chunk::plainSize).sum())
                .i64(3, group.rows())
                .end();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }
}
