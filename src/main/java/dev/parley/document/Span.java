package dev.parley.document;

/** Half-open range of Unicode code points in a document's text: {@code start} is in, {@code end} is not. */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "span [%d, %d) is empty or starts before the text".formatted(start, end));
        }
    }

    /** Number of code points. */
    public int length() {
        return end - start;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Number of code points that both cover; 0 if they do not meet. */
    public int overlap(Span other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }

    /** By start; of two that start together the longer comes first, so that a container precedes what it contains. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(other.end, end);
    }
}
