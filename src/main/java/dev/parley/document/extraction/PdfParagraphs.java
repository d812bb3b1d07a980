package dev.parley.document.extraction;

import dev.parley.document.extraction.PdfLayout.Line;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Joins the lines of a page into the paragraphs they were. The page broke a line, not its author, if the first word of
 * the next had no room left in it; an indent, a gap or another size of type begins anew. At the end of a column or page
 * only a sentence that is not finished goes on.
 */
final class PdfParagraphs {

    private static final String TERMINAL = ".!?:…。！？؟۔\"”’»)";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}’'-]+");

    private final float leading;
    private final Set<String> words;
    private final StringBuilder text = new StringBuilder();

    private PdfParagraphs(float leading, Set<String> words) {
        this.leading = leading;
        this.words = words;
    }

    static String of(List<Line> lines) {
        PdfParagraphs paragraphs = new PdfParagraphs(leading(lines), words(lines));
        Line before = null;
        for (Line line : lines) {
            paragraphs.add(before, line);
            before = line;
        }
        return paragraphs.text.toString();
    }

    private void add(@Nullable Line before, Line line) {
        String words = line.text();
        if (before == null) {
            text.append(words);
        } else if (continues(before, line)) {
            join(words);
        } else {
            text.append(isGap(before, line) ? "\n\n" : "\n").append(words);
        }
    }

    private boolean continues(Line before, Line line) {
        if (!before.block().equals(line.block())) {
            return isSameSize(before, line) && !endsSentence(before) && (isFull(before, line) || startsSmall(line));
        }
        return !isGap(before, line) && !(isIndented(line) && !isIndented(before)) && isFull(before, line);
    }

    /** Whether the next line's first word had no room left. */
    private static boolean isFull(Line line, Line next) {
        float room = line.rightToLeft()
                ? line.left() - line.block().left()
                : line.block().right() - line.right();
        var first = next.words().getFirst();
        // of a stretch of words that runs from right to left, one word's share
        float width = (first.right() - first.left()) / (first.text().split(" ").length);
        return room < width + line.size() * 0.3f;
    }

    private boolean isGap(Line before, Line line) {
        if (!before.block().equals(line.block())) {
            return true;
        }
        return !isSameSize(before, line) || line.baseline() - before.baseline() > leading * 1.45;
    }

    private static boolean isSameSize(Line before, Line line) {
        return Math.max(before.size(), line.size()) < 1.15 * Math.min(before.size(), line.size());
    }

    private static boolean isIndented(Line line) {
        float indent = line.rightToLeft()
                ? line.block().right() - line.right()
                : line.left() - line.block().left();
        return indent > line.size() * 0.8;
    }

    private static boolean endsSentence(Line line) {
        String words = line.text();
        return TERMINAL.indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    private static boolean startsSmall(Line line) {
        return Character.isLowerCase(line.text().codePointAt(0));
    }

    private void join(String line) {
        int end = text.length() - 1;
        if (text.charAt(end) == '\u00AD') {
            text.setLength(end);
            text.append(line);
        } else if (text.charAt(end) == '-' && end > 0 && Character.isLetter(text.charAt(end - 1))) {
            if (isOneWord(line)) {
                text.setLength(end);
            }
            text.append(line);
        } else {
            boolean close = PdfLayout.isIdeograph(text.codePointBefore(text.length()))
                    && PdfLayout.isIdeograph(line.codePointAt(0));
            text.append(close ? "" : " ").append(line);
        }
    }

    /** Whether the two halves stand somewhere in the file as one word, and nowhere with the hyphen. */
    private boolean isOneWord(String line) {
        Matcher second = WORD.matcher(line);
        int start = text.length() - 1;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        if (!second.lookingAt()) {
            return false;
        }
        String first = text.substring(start, text.length() - 1).toLowerCase(Locale.ROOT);
        String rest = second.group().toLowerCase(Locale.ROOT);
        return words.contains(first + rest) && !words.contains(first + "-" + rest);
    }

    private static Set<String> words(List<Line> lines) {
        Set<String> words = new HashSet<>();
        for (Line line : lines) {
            Matcher matcher = WORD.matcher(line.text().toLowerCase(Locale.ROOT));
            while (matcher.find()) {
                words.add(matcher.group());
            }
        }
        return words;
    }

    /** The distance between base lines that most lines keep. */
    private static float leading(List<Line> lines) {
        double[] distances = new double[Math.max(0, lines.size() - 1)];
        int count = 0;
        for (int i = 1; i < lines.size(); i++) {
            float distance = lines.get(i).baseline() - lines.get(i - 1).baseline();
            if (lines.get(i).block().equals(lines.get(i - 1).block()) && distance > 0) {
                distances[count++] = distance;
            }
        }
        Arrays.sort(distances, 0, count);
        return count == 0 ? Float.MAX_VALUE : (float) distances[count / 4];
    }
}
