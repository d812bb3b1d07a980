package dev.parley.exchange.parquet;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Compresses in Snappy's format (google/snappy, format_description.txt), the one compression that every Parquet reader knows.
 * Greedy: looks up the last place where the same four bytes stood, within the last 64 kB.
 */
final class Snappy {

    private static final int HASH_BITS = 14;
    private static final int FARTHEST = 65_535;
    private static final int LONGEST_COPY = 64;

    private Snappy() {}

    static byte[] compress(byte[] input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(input.length / 2 + 16);
        int rest = input.length;
        while ((rest & ~0x7F) != 0) {
            out.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        int[] seen = new int[1 << HASH_BITS];
        Arrays.fill(seen, -1);
        int literal = 0;
        int at = 0;
        while (at + 4 <= input.length) {
            int word = word(input, at);
            int slot = word * 0x1E35A7BD >>> 32 - HASH_BITS;
            int before = seen[slot];
            seen[slot] = at;
            if (before < 0 || at - before > FARTHEST || word(input, before) != word) {
                at++;
                continue;
            }
            int length = 4;
            while (at + length < input.length && input[before + length] == input[at + length]) {
                length++;
            }
            literal(out, input, literal, at);
            copy(out, at - before, length);
            at += length;
            literal = at;
        }
        literal(out, input, literal, input.length);
        return out.toByteArray();
    }

    private static int word(byte[] input, int at) {
        return input[at] & 0xFF
                | (input[at + 1] & 0xFF) << 8
                | (input[at + 2] & 0xFF) << 16
                | (input[at + 3] & 0xFF) << 24;
    }

    private static void literal(ByteArrayOutputStream out, byte[] input, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return;
        }
        int less = length - 1;
        if (less < 60) {
            out.write(less << 2);
        } else {
            int bytes = less < 1 << 8 ? 1 : less < 1 << 16 ? 2 : less < 1 << 24 ? 3 : 4;
            out.write(59 + bytes << 2);
            for (int i = 0; i < bytes; i++) {
                out.write(less >>> 8 * i & 0xFF);
            }
        }
        out.write(input, from, length);
    }

    private static void copy(ByteArrayOutputStream out, int distance, int length) {
        int rest = length;
        while (rest > 0) {
            int now = Math.min(rest, LONGEST_COPY);
            out.write(now - 1 << 2 | 2);
            out.write(distance & 0xFF);
            out.write(distance >>> 8);
            rest -= now;
        }
    }
}
