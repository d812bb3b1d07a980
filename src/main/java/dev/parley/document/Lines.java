package dev.parley.document;

import java.util.ArrayList;
import java.util.List;

/** The lines of a text, each as a half-open stretch of code points without its line feed. Empty lines are stretches too. */
public final class Lines {

    private final DocumentText text;
    private final List<Line> lines;

    private Lines(DocumentText text, List<Line> lines) {
        this.text = text;
        this.lines = List.copyOf(lines);
    }

    public static Lines of(DocumentText text) {
        List<Line> lines = new ArrayList<>();
        String value = text.value();
        int start = 0;
        while (true) {
            int feed = value.indexOf('\n', start);
            int end = feed < 0 ? value.length() : feed;
            lines.add(new Line(text.toCodePoint(start), text.toCodePoint(end), value.substring(start, end)));
            if (feed < 0) {
                return new Lines(text, lines);
            }
            start = feed + 1;
        }
    }

    /** @param end one past the last code point, not counting the line feed; equal to {@code start} for an empty line */
    public record Line(int start, int end, String value) {

        /** Whether nothing can be seen in it; no-break spaces cannot. */
        public boolean isBlank() {
            return value.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
        }

        /** The line as a span; only a line with characters is one. */
        public Span span() {
            return new Span(start, end);
        }
    }

    public int size() {
        return lines.size();
    }

    public Line get(int index) {
        return lines.get(index);
    }

    public List<Line> all() {
        return lines;
    }

    public DocumentText text() {
        return text;
    }

    /** Groups of lines with something in them, parted by lines without. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        int first = -1;
        for (int i = 0; i <= lines.size(); i++) {
            boolean blank = i == lines.size() || lines.get(i).isBlank();
            if (!blank && first < 0) {
                first = i;
            } else if (blank && first >= 0) {
                blocks.add(new Block(first, i - 1));
                first = -1;
            }
        }
        return blocks;
    }

    /** First and last line, both included. */
    record Block(int first, int last) {

        int lines() {
            return last - first + 1;
        }
    }
}
