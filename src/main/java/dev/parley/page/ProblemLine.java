package dev.parley.page;

import com.vaadin.flow.component.html.Paragraph;
import dev.parley.problem.ProblemException;

/**
 * The place in a form or section that says what went wrong, next to where it happened and read out when it appears.
 * Empty and invisible while all is well.
 */
public final class ProblemLine extends Paragraph {

    public ProblemLine() {
        addClassNames("message", "message-bad");
        getElement().setAttribute("role", "alert");
        clear();
    }

    /** Carries something out; a {@link ProblemException} is shown here and goes no further. */
    public void attempt(Runnable action) {
        clear();
        try {
            action.run();
        } catch (ProblemException refused) {
            show(refused.problem().detail());
        }
    }

    public void show(String sentence) {
        setText(sentence);
        setVisible(true);
    }

    public void clear() {
        setText("");
        setVisible(false);
    }
}
