package dev.parley.document.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** The line above an article's first line. With the focus on it, arrow keys move it and Delete takes it away. */
class CutBoundary extends Div {

    /** What can be done to a boundary. */
    interface Actions {

        void move(int direction);

        void merge();

        void split();

        void leaveOut();

        void details();
    }

    /**
     * @param number of the article, from 1; 0 if it is left out
     * @param hint what else there is to know, such as a near-duplicate; empty for nothing
     */
    CutBoundary(int number, CutDraft.Piece piece, String title, String hint, Actions actions) {
        addClassName("cut-boundary");
        String name = number == 0 ? "Left out" : "Article " + number;
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "group");
        getElement()
                .setAttribute(
                        "aria-label",
                        "%s, %s: begins at line %d, %s"
                                .formatted(
                                        name,
                                        title,
                                        piece.first() + 1,
                                        Words.counted(piece.span().length(), "character")));
        Span article = new Span(name);
        article.addClassName("cut-number");
        Span words = new Span(title);
        words.addClassName("cut-title");
        words.getElement().setAttribute("dir", "auto");
        Span length = new Span(Words.counted(piece.span().length(), "character"));
        length.addClassName("cut-length");
        Span alike = new Span(hint);
        alike.addClassName("tag");
        alike.setVisible(!hint.isEmpty());
        add(
                article,
                words,
                alike,
                length,
                button("Details", "Title, language, date and roles of its lines (F2)", actions::details),
                button("↑", "Begin one line earlier (arrow up)", () -> actions.move(-1)),
                button("↓", "Begin one line later (arrow down)", () -> actions.move(1)),
                button("Split", "Cut this article in two", actions::split),
                button("Merge up", "Give it to the article before (Delete)", actions::merge),
                button(number == 0 ? "Take in" : "Leave out", "Whether this becomes a document", actions::leaveOut));
        Shortcuts.addShortcutListener(this, () -> actions.move(-1), Key.ARROW_UP)
                .listenOn(this);
        Shortcuts.addShortcutListener(this, () -> actions.move(1), Key.ARROW_DOWN)
                .listenOn(this);
        Shortcuts.addShortcutListener(this, actions::merge, Key.DELETE).listenOn(this);
        Shortcuts.addShortcutListener(this, actions::details, Key.F2).listenOn(this);
    }

    void focus() {
        getElement().callJsFunction("focus");
    }

    private static NativeButton button(String label, String hint, Runnable action) {
        NativeButton button = new NativeButton(label, click -> action.run());
        button.addClassName("cut-button");
        button.setTitle(hint);
        button.getElement().setAttribute("aria-label", hint);
        return button;
    }
}
