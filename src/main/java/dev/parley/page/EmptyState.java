package dev.parley.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Stands where there is nothing yet: one sentence that teaches and, where there is something to do, one button. */
public final class EmptyState extends Div {

    public EmptyState(String sentence, Component... action) {
        addClassName("empty-state");
        add(new Paragraph(sentence));
        add(action);
    }
}
