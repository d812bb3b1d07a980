package dev.parley.document;

import java.util.Arrays;

/**
 * The documents that a query found, in the order in which they came in. Holds eight bytes for each.
 *
 * @param numbers ascending
 */
record FoundDocuments(long[] numbers) {

    int count() {
        return numbers.length;
    }

    long[] slice(int offset, int limit) {
        int from = Math.min(offset, numbers.length);
        return Arrays.copyOfRange(numbers, from, (int) Math.min((long) from + limit, numbers.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoundDocuments found && Arrays.equals(numbers, found.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return "%d documents".formatted(numbers.length);
    }
}
