package dev.parley.document.extraction;

import dev.parley.document.extraction.PdfLayout.Block;
import dev.parley.document.extraction.PdfLayout.Line;
import dev.parley.document.extraction.PdfLayout.Row;
import dev.parley.document.extraction.PdfWords.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Divides pages into columns, and what is divided again, until no border is left. */
final class PdfColumns {

    /** Points per step in which column borders are looked for. */
    private static final float STEP = 1;
    /** A column has at least this many lines; fewer are a table or a caption. */
    private static final int SHORTEST_COLUMN = 4;
    /** Of the width of what is divided. */
    private static final double NARROWEST_COLUMN = 0.15;
    /** Wider spaces between words than this, in the size of the type, may be a border. */
    private static final double NARROWEST_BORDER = 0.7;

    private final List<Line> lines = new ArrayList<>();
    private boolean several;
    private int blocks;

    List<Line> lines() {
        return lines;
    }

    boolean several() {
        return several;
    }

    /** Adds a page, or a part of one. */
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
                float border =
                        extent.border(covered, rows.get(to).words().getFirst().size());
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
                float from = before != null && word.left() - before.right() < word.size() * NARROWEST_BORDER
                        ? before.right()
                        : word.left();
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
                if (end - from > best && (end - from) * STEP >= size * NARROWEST_BORDER) {
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
