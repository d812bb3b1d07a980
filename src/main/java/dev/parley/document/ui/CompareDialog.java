package dev.parley.document.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.parley.document.DocumentText;
import dev.parley.document.TextDiff;
import java.util.List;

/** Two texts side by side; what only one of them has is marked, and long stretches that both have are shortened. */
class CompareDialog extends Dialog {

    /** In code points; of what is the same, so much is shown at either end. */
    private static final int AROUND = 200;

    private static final int MOST_PIECES = 2_000;

    CompareDialog(String title, DocumentText text, String otherTitle, DocumentText other) {
        setHeaderTitle("Side by side");
        setWidth("min(1200px, 95vw)");
        setHeight("85vh");
        List<TextDiff.Piece> pieces = TextDiff.between(text, other);
        Div left = column(title);
        Div right = column(otherTitle);
        pieces.stream().limit(MOST_PIECES).forEach(piece -> {
            left.add(words(text, piece.start(), piece.end(), piece.same(), "only-here"));
            right.add(words(other, piece.otherStart(), piece.otherEnd(), piece.same(), "only-there"));
        });
        Div both = new Div(left, right);
        both.addClassName("compare");
        add(both);
        getFooter().add(new Button("Close", click -> close()));
    }

    private static Div column(String title) {
        H3 head = new H3(title);
        head.getElement().setAttribute("dir", "auto");
        Div column = new Div(head);
        column.addClassName("compare-column");
        column.getElement().setAttribute("dir", "auto");
        return column;
    }

    private static Span words(DocumentText text, int start, int end, boolean same, String only) {
        if (start == end) {
            return new Span();
        }
        String words = text.slice(new dev.parley.document.Span(start, end));
        if (same && end - start > 3 * AROUND) {
            words = words.substring(0, words.offsetByCodePoints(0, AROUND))
                    + " … "
                    + words.substring(words.offsetByCodePoints(words.length(), -AROUND));
        }
        Span span = new Span(words);
        if (!same) {
            span.addClassName(only);
            span.getElement().setAttribute("role", "mark");
        }
        return span;
    }
}
