package dev.parley.document.extraction;

import dev.parley.document.extraction.PdfWords.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts words into lines and lines into the order people read them: what repeats at the top or foot of the pages is left
 * out, columns follow each other. A column border is a stretch that no line crosses, with some lines of words on both
 * sides; a headline across both columns ends the stretch.
 *
 * @param lines in reading order
 * @param columns whether any page had more than one
 * @param furniture what stood at the edges of the pages and is left out
 */
record PdfLayout(List<Line> lines, boolean columns, PdfFurniture furniture) {

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
    record Row(List<Word> words) {

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
        PdfFurniture furniture = PdfFurniture.takenOutOf(rows);
        PdfColumns columns = new PdfColumns();
        rows.forEach(columns::add);
        return new PdfLayout(columns.lines(), columns.several(), furniture);
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
}
