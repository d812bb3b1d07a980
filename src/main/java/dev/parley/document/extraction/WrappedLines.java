package dev.parley.document.extraction;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Joins the lines that a mail program broke into the paragraphs they were. A line was broken by the program, not by its
 * author, if the next line's first word had no room left in it; the room is judged with some slack, and a line that ends a
 * sentence well before the margin stays. No program breaks lines as late as paragraphs are long.
 */
final class WrappedLines {

    /** A line this full (against the widest usual line) has no room that counts. */
    private static final double FULL = 0.85;
    /** Ending a sentence, a line must be fuller than that to be joined. */
    private static final double FULL_AT_SENTENCE_END = 0.93;
    /** Below this no width can be told. */
    private static final int NARROWEST = 20;

    /** Wider lines are paragraphs that nobody broke. */
    private static final int WIDEST = 100;

    private static final String TERMINAL = ".!?:…。！？؟۔\"”’»)";

    private WrappedLines() {}

    static String join(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        int width = usualWidth(lines);
        List<StringBuilder> joined = new ArrayList<>();
        String last = "";
        for (String line : withoutPageBreaks(lines, width)) {
            if (continues(last, line, width)) {
                StringBuilder paragraph = joined.getLast();
                paragraph.append(glue(paragraph, line)).append(line);
            } else {
                joined.add(new StringBuilder(line));
            }
            last = line;
        }
        return String.join("\n", joined).replaceAll("\n{3,}", "\n\n").strip();
    }

    /** A page that ends in the middle of a sentence: a full line, empty lines, then a word that begins small. */
    private static List<String> withoutPageBreaks(List<String> lines, int width) {
        List<String> kept = new ArrayList<>();
        int written = -1;
        for (String line : lines) {
            if (!line.isEmpty()) {
                boolean runsOn = written >= 0
                        && kept.get(written).length() >= width * FULL
                        && !endsSentence(kept.get(written))
                        && Character.isLowerCase(line.codePointAt(0));
                if (runsOn) {
                    kept.subList(written + 1, kept.size()).clear();
                }
                written = kept.size();
            }
            kept.add(line);
        }
        return kept;
    }

    private static boolean continues(String line, String next, int width) {
        if (line.isEmpty() || next.isEmpty() || width < NARROWEST || width > WIDEST) {
            return false;
        }
        if (endsSentence(line) && line.length() < width * FULL_AT_SENTENCE_END) {
            return false;
        }
        return line.length() + 1 + firstWord(next) > width * FULL;
    }

    /** A hyphen at the line's end stays: whether it belongs to the word, only a reader can tell. */
    private static String glue(StringBuilder before, String after) {
        if (before.isEmpty()) {
            return "";
        }
        char last = before.charAt(before.length() - 1);
        boolean scriptWithoutSpaces = Character.isIdeographic(before.codePointBefore(before.length()))
                && Character.isIdeographic(after.codePointAt(0));
        boolean hyphen = last == '-' && before.length() > 1 && Character.isLetter(before.charAt(before.length() - 2));
        return scriptWithoutSpaces || hyphen ? "" : " ";
    }

    private static boolean endsSentence(String line) {
        return !line.isEmpty() && TERMINAL.indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private static int firstWord(String line) {
        BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(line);
        return line.substring(0, words.next()).strip().length();
    }

    /** The width that nine of ten lines keep within; titles in small type or tables must not set it. */
    private static int usualWidth(List<String> lines) {
        int[] widths = lines.stream()
                .mapToInt(String::length)
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        return widths.length == 0 ? 0 : widths[(widths.length - 1) * 9 / 10];
    }
}
