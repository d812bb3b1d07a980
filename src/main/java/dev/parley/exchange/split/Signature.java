package dev.parley.exchange.split;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a text looks like to MinHash (Broder 1997): for each of 128 hash functions the smallest value over its runs of three
 * words, after folding case, accents and blanks. The share of equal values estimates the Jaccard similarity of the texts.
 */
record Signature(int[] minima) {

    static final int SIZE = 128;

    private static final int WORDS = 3;
    private static final long[] MULTIPLIERS = new long[SIZE];
    private static final long[] OFFSETS = new long[SIZE];

    static {
        // SplitMix64, so that the functions are the same everywhere and always
        long state = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < SIZE; i++) {
            state += 0x9E3779B97F4A7C15L;
            MULTIPLIERS[i] = mixed(state) | 1;
            state += 0x9E3779B97F4A7C15L;
            OFFSETS[i] = mixed(state);
        }
    }

    static Signature of(String text) {
        String[] words = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+");
        int[] minima = new int[SIZE];
        Arrays.fill(minima, Integer.MAX_VALUE);
        int runs = Math.max(1, words.length - WORDS + 1);
        for (int start = 0; start < runs; start++) {
            long hash = 1125899906842597L;
            for (int i = start; i < Math.min(start + WORDS, words.length); i++) {
                hash = 31 * hash + words[i].hashCode();
            }
            hash = mixed(hash);
            for (int i = 0; i < SIZE; i++) {
                int value = (int) ((hash * MULTIPLIERS[i] + OFFSETS[i]) >>> 33);
                if (value < minima[i]) {
                    minima[i] = value;
                }
            }
        }
        return new Signature(minima);
    }

    /** Estimated Jaccard similarity, 0 to 1. */
    double likeness(Signature other) {
        int same = 0;
        for (int i = 0; i < SIZE; i++) {
            if (minima[i] == other.minima[i]) {
                same++;
            }
        }
        return (double) same / SIZE;
    }

    /** A hash of a few neighbouring values: texts that are much alike share at least one such band. */
    long band(int number, int width) {
        long hash = number;
        for (int i = number * width; i < (number + 1) * width; i++) {
            hash = mixed(hash ^ minima[i]);
        }
        return hash;
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature signature && Arrays.equals(minima, signature.minima);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(minima);
    }

    @Override
    public String toString() {
        return "Signature[%d values]".formatted(minima.length);
    }
}
