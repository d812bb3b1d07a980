package dev.parley.document.extraction;

import dev.parley.document.extraction.PdfWords.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts words into lines and lines into the order people read them: what repeats at the top or foot of the pages is left
 * out, columns follow each other. A column border is a stretch that no line crosses, with some lines of words on both
 * sides; a headline across both columns ends the stretch.
 *
 * @param lines in reading order
 * @param columns whether any page had more than one
 * @param leftOut how many lines were page numbers or running heads
 */
record PdfLayout(List<Line> lines, boolean columns, int leftOut) {

    /** Points per step in which column borders are looked for. */
    private static final float STEP = 2;
    /** A column has at least this many lines; fewer are a table or a caption. */
    private static final int SHORTEST_COLUMN = 4;
    /** Of the width of what is divided. */
    private static final double NARROWEST_COLUMN = 0.2;

    private static final int EDGE = 2;
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-–—|\\s]*((page|seite|p\\.|صفحه)\\s*)?\\p{Nd}{1,4}(\\s*(/|of|von)\\s*\\p{Nd}{1,4})?[-–—|\\s]*",
            Pattern.CASE_INSENSITIVE);

    PdfLayout {
        lines = List.copyOf(lines);
    }

    /**
     * A line of a column.
     *
     * @param words in reading order
     * @param block what stands together: the lines of one column of one page
     */
    record Line(List<Word> words, boolean rightToLeft, Block block) {

        Line {
            words = List.copyOf(words);
        }

        float left() {
            return (float) words.stream().mapToDouble(Word::left).min().orElse(0);
        }

        float right() {
            return (float) words.stream().mapToDouble(Word::right).max().orElse(0);
        }

        float baseline() {
            return words.getFirst().baseline();
        }

        float size() {
            return (float) words.stream().mapToDouble(Word::size).max().orElse(1);
        }

        String text() {
            StringBuilder text = new StringBuilder();
            for (Word word : words) {
                if (!text.isEmpty()
                        && !(isIdeograph(text.codePointBefore(text.length()))
                                && isIdeograph(word.text().codePointAt(0)))) {
                    text.append(' ');
                }
                text.append(word.text());
            }
            return text.toString();
        }
    }

    static boolean isIdeograph(int c) {
        return Character.isIdeographic(c)
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA;
    }

    /** Where a column of a page begins and ends, in points. */
    record Block(int number, float left, float right) {}

    /** Words on one base line, from left to right. */
    private record Row(List<Word> words) {

        float baseline() {
            return words.getFirst().baseline();
        }

        String text() {
            return String.join(" ", words.stream().map(Word::text).toList());
        }

        Row between(float left, float right) {
            return new Row(words.stream()
                    .filter(word -> {
                        float middle = (word.left() + word.right()) / 2;
                        return middle >= left && middle < right;
                    })
                    .toList());
        }
    }

    static PdfLayout of(List<List<Word>> pages) {
        List<List<Row>> rows = pages.stream().map(PdfLayout::rows).toList();
        int leftOut = withoutFurniture(rows);
        Columns columns = new Columns();
        for (List<Row> page : rows) {
            columns.add(page);
        }
        return new PdfLayout(columns.lines, columns.several, leftOut);
    }

    private static List<Row> rows(List<Word> words) {
        List<List<Word>> rows = new ArrayList<>();
        for (Word word :
                words.stream().sorted(Comparator.comparing(Word::baseline)).toList()) {
            boolean same = !rows.isEmpty()
                    && word.baseline() - rows.getLast().getFirst().baseline() < word.size() * 0.4;
            if (!same) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(word);
        }
        List<Row> sorted = new ArrayList<>();
        for (List<Word> row : rows) {
            row.sort(Comparator.comparing(Word::left));
            sorted.add(new Row(row));
        }
        return sorted;
    }

    /** Takes running heads and page numbers out of the rows; gives how many. */
    private static int withoutFurniture(List<List<Row>> pages) {
        if (pages.size() < 2) {
            return 0;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (List<Row> page : pages) {
            edges(page).stream()
                    .map(PdfLayout::shape)
                    .distinct()
                    .forEach(shape -> counts.merge(shape, 1, Integer::sum));
        }
        int before = pages.stream().mapToInt(List::size).sum();
        for (List<Row> page : pages) {
            List<Row> edges = edges(page);
            page.removeIf(row -> edges.contains(row)
                    && (PAGE_NUMBER.matcher(row.text()).matches()
                            || (pages.size() > 2 && counts.getOrDefault(shape(row), 0) * 2 > pages.size())));
        }
        return before - pages.stream().mapToInt(List::size).sum();
    }

    private static List<Row> edges(List<Row> page) {
        List<Row> edges = new ArrayList<>(page.subList(0, Math.min(EDGE, page.size())));
        edges.addAll(page.subList(Math.max(edges.size(), page.size() - EDGE), page.size()));
        return edges;
    }

    /** What stays the same from page to page though the numbers change. */
    private static String shape(Row row) {
        return row.text().toLowerCase(Locale.ROOT).replaceAll("\\p{Nd}+", "#");
    }

    /** Divides pages, and what is divided again, until no border is left. */
    private static final class Columns {

        private final List<Line> lines = new ArrayList<>();
        private boolean several;
        private int blocks;

        void add(List<Row> rows) {
            if (rows.isEmpty()) {
                return;
            }
            Extent extent = Extent.of(rows);
            Band band = longestBand(rows, extent);
            if (band == null) {
                addBlock(rows, extent);
                return;
            }
            several = true;
            add(rows.subList(0, band.from()));
            List<Row> divided = rows.subList(band.from(), band.to());
            List<Row> left = part(divided, Float.NEGATIVE_INFINITY, band.border());
            List<Row> right = part(divided, band.border(), Float.POSITIVE_INFINITY);
            boolean rightFirst = divided.stream()
                                    .filter(row -> PdfWords.isRightToLeft(row.text()))
                                    .count()
                            * 2
                    > divided.size();
            add(rightFirst ? right : left);
            add(rightFirst ? left : right);
            add(rows.subList(band.to(), rows.size()));
        }

        private static List<Row> part(List<Row> rows, float left, float right) {
            return rows.stream()
                    .map(row -> row.between(left, right))
                    .filter(row -> !row.words().isEmpty())
                    .toList();
        }

        private void addBlock(List<Row> rows, Extent extent) {
            Block block = new Block(blocks++, extent.left(), extent.right());
            for (Row row : rows) {
                boolean rightToLeft = PdfWords.isRightToLeft(row.text());
                lines.add(new Line(rightToLeft ? row.words().reversed() : row.words(), rightToLeft, block));
            }
        }

        /** Null if there is no stretch of rows with a border between columns. */
        private static @Nullable Band longestBand(List<Row> rows, Extent extent) {
            Band best = null;
            for (int from = 0; from + SHORTEST_COLUMN <= rows.size(); from++) {
                if (best != null && rows.size() - from <= best.to() - best.from()) {
                    break;
                }
                BitSet covered = new BitSet();
                for (int to = from; to < rows.size(); to++) {
                    extent.cover(rows.get(to), covered);
                    float border = extent.border(
                            covered, rows.get(to).words().getFirst().size());
                    if (Float.isNaN(border)) {
                        break;
                    }
                    boolean longer = best == null || to + 1 - from > best.to() - best.from();
                    if (longer && isDivided(rows.subList(from, to + 1), border, extent)) {
                        best = new Band(from, to + 1, border);
                    }
                }
            }
            return best;
        }

        private static boolean isDivided(List<Row> rows, float border, Extent extent) {
            return isColumn(part(rows, Float.NEGATIVE_INFINITY, border), extent)
                    && isColumn(part(rows, border, Float.POSITIVE_INFINITY), extent);
        }

        private static boolean isColumn(List<Row> rows, Extent whole) {
            return rows.size() >= SHORTEST_COLUMN && Extent.of(rows).width() >= whole.width() * NARROWEST_COLUMN;
        }
    }

    /** Rows that a border divides; {@code to} is one past the last. */
    private record Band(int from, int to, float border) {}

    private record Extent(float left, float right) {

        static Extent of(List<Row> rows) {
            float left = Float.MAX_VALUE;
            float right = 0;
            for (Row row : rows) {
                left = Math.min(left, row.words().getFirst().left());
                for (Word word : row.words()) {
                    right = Math.max(right, word.right());
                }
            }
            return new Extent(left, right);
        }

        float width() {
            return right - left;
        }

        /** Marks what a row covers; the space between words belongs to it. */
        void cover(Row row, BitSet covered) {
            Word before = null;
            for (Word word : row.words()) {
                float from =
                        before != null && word.left() - before.right() < word.size() ? before.right() : word.left();
                covered.set(step(from), Math.max(step(from), step(word.right())) + 1);
                before = word;
            }
        }

        /** The middle of the widest stretch that nothing covers, away from the edges; NaN if there is none. */
        float border(BitSet covered, float size) {
            int low = step(left + width() * (float) NARROWEST_COLUMN);
            int high = step(right - width() * (float) NARROWEST_COLUMN);
            int best = 0;
            float middle = Float.NaN;
            for (int from = covered.nextClearBit(low); from < high; from = covered.nextClearBit(from + 1)) {
                int to = covered.nextSetBit(from);
                int end = to < 0 ? high : Math.min(to, high);
                if (end - from > best && (end - from) * STEP >= size * 0.8) {
                    best = end - from;
                    middle = left + (from + end) * STEP / 2;
                }
                if (to < 0) {
                    break;
                }
                from = to;
            }
            return middle;
        }

        private int step(float x) {
            return Math.max(0, (int) ((x - left) / STEP));
        }
    }
}
