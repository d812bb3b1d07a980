package dev.parley.document;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * A MinHash of a text: for each of 128 hash functions the smallest value over all its word triples. The share of places
 * in which two sketches agree estimates the share of triples that two texts have in common (Broder 1997, "On the
 * resemblance and containment of documents"); with 128 places within about 0.05.
 */
record Sketch(int[] least) {

    static final int PLACES = 128;

    /** Places in a band: texts that share 60 % of their triples meet in one of 32 bands 99 times of 100. */
    private static final int ROWS = 4;

    private static final int BANDS = PLACES / ROWS;
    private static final int SHINGLE = 3;
    private static final long[] MULTIPLIERS = new long[PLACES];
    private static final long[] OFFSETS = new long[PLACES];

    static {
        // fixed for ever, because sketches are kept
        long seed = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < PLACES; i++) {
            seed = mix(seed + 0x9E3779B97F4A7C15L);
            MULTIPLIERS[i] = seed | 1;
            seed = mix(seed + 0x9E3779B97F4A7C15L);
            OFFSETS[i] = seed;
        }
    }

    /** Of a text's words; texts of fewer than three words are alike only if they are the same. */
    static Sketch of(String text) {
        List<String> words = Folding.runs(text);
        int[] least = new int[PLACES];
        Arrays.fill(least, Integer.MAX_VALUE);
        int shingles = Math.max(1, words.size() - SHINGLE + 1);
        for (int i = 0; i < shingles; i++) {
            long hash = 0;
            for (int j = i; j < Math.min(words.size(), i + SHINGLE); j++) {
                hash = mix(hash * 31 + hash(words.get(j)));
            }
            for (int place = 0; place < PLACES; place++) {
                int value = (int) ((MULTIPLIERS[place] * hash + OFFSETS[place]) >>> 33);
                if (value < least[place]) {
                    least[place] = value;
                }
            }
        }
        return new Sketch(least);
    }

    /** Share of word triples that both texts have, from 0 to 1, as estimated. */
    double likeness(Sketch other) {
        int same = 0;
        for (int place = 0; place < PLACES; place++) {
            if (least[place] == other.least[place]) {
                same++;
            }
        }
        return (double) same / PLACES;
    }

    /** One number for each band; texts that are alike share one. */
    long[] bands(java.util.UUID project) {
        long base = mix(project.getMostSignificantBits() ^ Long.rotateLeft(project.getLeastSignificantBits(), 31));
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = mix(base + band);
            for (int row = 0; row < ROWS; row++) {
                hash = mix(hash * 31 + least[band * ROWS + row]);
            }
            bands[band] = hash;
        }
        return bands;
    }

    byte[] write() {
        ByteBuffer bytes = ByteBuffer.allocate(PLACES * Integer.BYTES);
        bytes.asIntBuffer().put(least);
        return bytes.array();
    }

    static Sketch read(byte[] bytes) {
        int[] least = new int[PLACES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(least);
        return new Sketch(least);
    }

    private static long hash(String word) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long a = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && Arrays.equals(sketch.least, least);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(least);
    }

    @Override
    public String toString() {
        return "Sketch" + Arrays.hashCode(least);
    }
}
