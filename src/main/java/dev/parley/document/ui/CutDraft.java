package dev.parley.document.ui;

import dev.parley.document.Lines;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the articles of a text begin, while somebody is still moving that. An article goes on until the next begins;
 * what stands above the first belongs to none. Lines count from 0; an article always begins on a line with something in
 * it.
 */
final class CutDraft {

    private final Lines lines;
    /** First line of an article, and whether it is taken. */
    private final TreeMap<Integer, Boolean> starts = new TreeMap<>();

    CutDraft(Lines lines, List<Span> proposed) {
        this.lines = lines;
        for (Span span : proposed) {
            starts.put(lineAt(span.start()), true);
        }
    }

    /**
     * An article as it stands.
     *
     * @param first its first line
     * @param last its last line that is not blank
     * @param taken whether it will become a document
     */
    record Piece(int first, int last, Span span, boolean taken) {}

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (Map.Entry<Integer, Boolean> start : starts.entrySet()) {
            Integer next = starts.higherKey(start.getKey());
            int last = (next == null ? lines.size() : next) - 1;
            while (last > start.getKey() && lines.get(last).isBlank()) {
                last--;
            }
            Span span =
                    new Span(lines.get(start.getKey()).start(), lines.get(last).end());
            pieces.add(new Piece(start.getKey(), last, span, start.getValue()));
        }
        return pieces;
    }

    /** The cuts to confirm, without what was left out. */
    List<Span> cuts() {
        return pieces().stream().filter(Piece::taken).map(Piece::span).toList();
    }

    /** Begins an article on this line; false if it is blank or begins one already. */
    boolean cutAt(int line) {
        if (lines.get(line).isBlank() || starts.containsKey(line)) {
            return false;
        }
        starts.put(line, true);
        return true;
    }

    /** Cuts an article in two where a gap is nearest to its middle; gives the line, or -1 if it has one line only. */
    int split(int first) {
        Piece piece = pieces().stream()
                .filter(each -> each.first() == first)
                .findFirst()
                .orElseThrow();
        int middle = (piece.first() + piece.last() + 1) / 2;
        int best = -1;
        for (int line = piece.first() + 1; line <= piece.last(); line++) {
            if (!lines.get(line).isBlank() && isBetter(line, best, middle)) {
                best = line;
            }
        }
        if (best >= 0) {
            starts.put(best, true);
        }
        return best;
    }

    /** Gives an article to the one before it; the first one's text then belongs to none. */
    void merge(int first) {
        if (starts.size() > 1) {
            starts.remove(first);
        }
    }

    /** Lets an article begin one visible line later or earlier; gives the line it begins on now. */
    int move(int first, int direction) {
        Integer before = starts.lowerKey(first);
        Integer after = starts.higherKey(first);
        int line = first + direction;
        while (line >= 0 && line < lines.size() && lines.get(line).isBlank()) {
            line += direction;
        }
        boolean fits = line >= 0
                && line < lines.size()
                && (before == null || line > before)
                && (after == null || line < after);
        if (!fits) {
            return first;
        }
        boolean taken = Boolean.TRUE.equals(starts.remove(first));
        starts.put(line, taken);
        return line;
    }

    void take(int first, boolean taken) {
        starts.put(first, taken);
    }

    /** Whether a line will be in a document. */
    boolean isTaken(int line) {
        Map.Entry<Integer, Boolean> start = starts.floorEntry(line);
        return start != null && start.getValue();
    }

    boolean beginsAt(int line) {
        return starts.containsKey(line);
    }

    private boolean isBetter(int line, int best, int middle) {
        if (best < 0) {
            return true;
        }
        boolean afterGap = lines.get(line - 1).isBlank();
        boolean bestAfterGap = lines.get(best - 1).isBlank();
        return afterGap != bestAfterGap ? afterGap : Math.abs(line - middle) < Math.abs(best - middle);
    }

    private int lineAt(int codePoint) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lines.get(middle).start() <= codePoint) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
