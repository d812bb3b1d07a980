package dev.parley.exchange.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Thrift's compact protocol, as much of it as Parquet's headers need. */
final class Thrift {

    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    Thrift i32(int field, int value) {
        head(field, I32);
        varint(zigzag(value));
        return this;
    }

    Thrift i64(int field, long value) {
        head(field, I64);
        varint(zigzag(value));
        return this;
    }

    Thrift text(int field, String value) {
        head(field, BINARY);
        bytes(value);
        return this;
    }

    /** The elements follow, each begun by {@link #element}. */
    Thrift structs(int field, int size) {
        head(field, LIST);
        listHead(size, STRUCT);
        return this;
    }

    Thrift element() {
        outer.push(last);
        last = 0;
        return this;
    }

    Thrift texts(int field, Iterable<String> values) {
        head(field, LIST);
        int size = 0;
        for (String _ : values) {
            size++;
        }
        listHead(size, BINARY);
        values.forEach(this::bytes);
        return this;
    }

    Thrift i32s(int field, int... values) {
        head(field, LIST);
        listHead(values.length, I32);
        for (int value : values) {
            varint(zigzag(value));
        }
        return this;
    }

    Thrift struct(int field) {
        head(field, STRUCT);
        return element();
    }

    /** Ends the innermost struct; after the last one the bytes are whole. */
    Thrift end() {
        out.write(0);
        last = outer.isEmpty() ? 0 : outer.pop();
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private void head(int field, int type) {
        int delta = field - last;
        if (delta > 0 && delta <= 15) {
            out.write(delta << 4 | type);
        } else {
            out.write(type);
            varint(zigzag(field));
        }
        last = field;
    }

    private void listHead(int size, int type) {
        if (size < 15) {
            out.write(size << 4 | type);
        } else {
            out.write(0xF0 | type);
            varint(size);
        }
    }

    private void bytes(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
