package dev.parley.exchange.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one leaf in the rows at hand, with Dremel's levels that tell where they are nested. */
final class ColumnChunk {

    private final List<String> path;
    private final Column.Kind kind;
    private final int highestRepetition;
    private final int highestDefinition;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private byte[] repetitions = new byte[1024];
    private byte[] definitions = new byte[1024];
    private int count;

    ColumnChunk(List<String> path, Column.Kind kind, int highestRepetition, int highestDefinition) {
        this.path = List.copyOf(path);
        this.kind = kind;
        this.highestRepetition = highestRepetition;
        this.highestDefinition = highestDefinition;
    }

    List<String> path() {
        return path;
    }

    /** The physical type's number in Parquet. */
    int type() {
        return physical(kind);
    }

    static int physical(Column.Kind kind) {
        return switch (kind) {
            case NUMBER -> 2;
            case FRACTION -> 5;
            case TEXT -> 6;
        };
    }

    int count() {
        return count;
    }

    long size() {
        return values.size() + 2L * count;
    }

    /** @param value present only where the definition is the highest */
    void add(int repetition, int definition, @Nullable Object value) {
        if (count == repetitions.length) {
            repetitions = Arrays.copyOf(repetitions, count * 2);
            definitions = Arrays.copyOf(definitions, count * 2);
        }
        repetitions[count] = (byte) repetition;
        definitions[count++] = (byte) definition;
        if (value != null) {
            write(value);
        }
    }

    private void write(Object value) {
        switch (kind) {
            case TEXT -> {
                byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
                little(bytes.length, 4);
                values.writeBytes(bytes);
            }
            case NUMBER -> little(((Number) value).longValue(), 8);
            case FRACTION -> little(Double.doubleToLongBits(((Number) value).doubleValue()), 8);
        }
    }

    private void little(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            values.write((int) (value >>> 8 * i) & 0xFF);
        }
    }

    /** The body of a data page: levels, then values. */
    byte[] page() {
        ByteArrayOutputStream page = new ByteArrayOutputStream(values.size() + count);
        levels(page, repetitions, highestRepetition);
        levels(page, definitions, highestDefinition);
        page.writeBytes(values.toByteArray());
        return page.toByteArray();
    }

    /** Run lengths: how often, then which level. */
    private void levels(ByteArrayOutputStream page, byte[] levels, int highest) {
        if (highest == 0) {
            return;
        }
        ByteArrayOutputStream runs = new ByteArrayOutputStream();
        for (int start = 0; start < count; ) {
            int end = start + 1;
            while (end < count && levels[end] == levels[start]) {
                end++;
            }
            int head = (end - start) << 1;
            while ((head & ~0x7F) != 0) {
                runs.write(head & 0x7F | 0x80);
                head >>>= 7;
            }
            runs.write(head);
            runs.write(levels[start]);
            start = end;
        }
        for (int i = 0; i < 4; i++) {
            page.write(runs.size() >>> 8 * i & 0xFF);
        }
        page.writeBytes(runs.toByteArray());
    }

    void clear() {
        values.reset();
        count = 0;
    }
}
