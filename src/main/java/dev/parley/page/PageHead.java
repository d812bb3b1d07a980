package dev.parley.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/** The top of a page: what it is, and at most one primary action. */
public final class PageHead extends Div {

    private final H1 title;
    private final Div words;

    public PageHead(String title, Component... actions) {
        this.title = new H1(title);
        words = new Div(this.title);
        addClassName("page-head");
        add(words);
        if (actions.length > 0) {
            add(new Row(actions));
        }
    }

    /** The same head with a quiet sentence under the title. */
    public PageHead withNote(String sentence) {
        words.add(new Note(sentence));
        return this;
    }

    public void setTitle(String text) {
        title.setText(text);
    }
}
