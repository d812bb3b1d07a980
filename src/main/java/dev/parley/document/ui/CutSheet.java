package dev.parley.document.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.parley.document.Lines;
import java.util.List;
import java.util.TreeSet;

/**
 * The text with its line numbers and a boundary above each article. Long texts are shown near the boundaries only; the
 * rest opens on demand.
 */
class CutSheet extends Div {

    /** Up to here every line is on the page. */
    private static final int SHOWN_IN_FULL = 1_000;

    /** In UTF-16 units; what is longer is shown by its beginning. */
    private static final int LONGEST_LINE = 4_000;

    private static final int AROUND = 8;
    private static final int OPENED_AT_ONCE = 300;

    /** What is known about the articles besides where they begin. */
    interface Articles {

        String title(CutDraft.Piece piece);

        /** A few words about an article, such as a near-duplicate; empty for nothing. */
        String hint(CutDraft.Piece piece);

        /** Asks for more; {@code afterwards} when something changed. */
        void details(CutDraft.Piece piece, Runnable afterwards);
    }

    private final Lines lines;
    private final CutDraft draft;
    private final Articles articles;
    private final Runnable changed;
    private final TreeSet<Integer> opened = new TreeSet<>();

    CutSheet(Lines lines, CutDraft draft, Articles articles, Runnable changed) {
        this.lines = lines;
        this.draft = draft;
        this.articles = articles;
        this.changed = changed;
        addClassName("cut-sheet");
        render(-1);
    }

    /** @param focus the line whose boundary gets the focus, -1 for none */
    private void render(int focus) {
        removeAll();
        List<CutDraft.Piece> pieces = draft.pieces();
        int piece = 0;
        int number = 0;
        int hidden = 0;
        for (int line = 0; line < lines.size(); line++) {
            if (piece < pieces.size() && pieces.get(piece).first() == line) {
                addGap(line, hidden);
                hidden = 0;
                CutDraft.Piece begins = pieces.get(piece++);
                CutBoundary boundary = boundary(begins.taken() ? ++number : 0, begins);
                add(boundary);
                if (line == focus) {
                    boundary.focus();
                }
            }
            if (isShown(line)) {
                addGap(line, hidden);
                hidden = 0;
                add(row(line));
            } else {
                hidden++;
            }
        }
        addGap(lines.size(), hidden);
    }

    private boolean isShown(int line) {
        return lines.size() <= SHOWN_IN_FULL || opened.contains(line) || isNearBoundary(line);
    }

    private boolean isNearBoundary(int line) {
        for (int near = Math.max(0, line - AROUND); near <= Math.min(lines.size() - 1, line + AROUND); near++) {
            if (draft.beginsAt(near)) {
                return true;
            }
        }
        return false;
    }

    private void addGap(int end, int hidden) {
        if (hidden == 0) {
            return;
        }
        int first = end - hidden;
        NativeButton open = new NativeButton("Show more of %s".formatted(Words.counted(hidden, "line")), click -> {
            for (int line = first; line < Math.min(end, first + OPENED_AT_ONCE); line++) {
                opened.add(line);
            }
            render(-1);
        });
        open.addClassName("cut-gap");
        add(open);
    }

    private Div row(int line) {
        NativeButton number = new NativeButton(Integer.toString(line + 1), click -> {
            if (draft.cutAt(line)) {
                update(line);
            }
        });
        number.addClassName("cut-line-number");
        number.setTitle("Begin an article on line %d".formatted(line + 1));
        number.getElement().setAttribute("aria-label", "Begin an article on line %d".formatted(line + 1));
        // two hundred stops of the tab key help nobody; "Split" on a boundary does the same by keyboard
        number.getElement().setAttribute("tabindex", "-1");
        number.setEnabled(!lines.get(line).isBlank() && !draft.beginsAt(line));
        Span words = new Span(beginning(lines.get(line).value()));
        words.addClassName("cut-line-text");
        words.getElement().setAttribute("dir", "auto");
        Div row = new Div(number, words);
        row.addClassName("cut-line");
        row.setClassName("cut-line-out", !draft.isTaken(line));
        return row;
    }

    /** A book without line ends must not travel to the browser as one line. */
    private static String beginning(String line) {
        return line.length() <= LONGEST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE / 2)) + "…";
    }

    private CutBoundary boundary(int number, CutDraft.Piece piece) {
        return new CutBoundary(number, piece, articles.title(piece), articles.hint(piece), new CutBoundary.Actions() {
            @Override
            public void move(int direction) {
                update(draft.move(piece.first(), direction));
            }

            @Override
            public void merge() {
                draft.merge(piece.first());
                update(draft.pieces().stream()
                        .mapToInt(CutDraft.Piece::first)
                        .filter(first -> first < piece.first())
                        .max()
                        .orElse(piece.first()));
            }

            @Override
            public void split() {
                int line = draft.split(piece.first());
                update(line < 0 ? piece.first() : line);
            }

            @Override
            public void details() {
                articles.details(piece, () -> update(piece.first()));
            }

            @Override
            public void leaveOut() {
                draft.take(piece.first(), !piece.taken());
                update(piece.first());
            }
        });
    }

    private void update(int focus) {
        render(focus);
        changed.run();
    }
}
