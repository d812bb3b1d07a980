package dev.parley.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/** The top of a page: what it is, and at most one primary action. */
public final class PageHead extends Div {

    private final H1 title;

    public PageHead(String title, Component... actions) {
        this.title = new H1(title);
        addClassName("page-head");
        add(this.title);
        if (actions.length > 0) {
            add(new Row(actions));
        }
    }

    public void setTitle(String text) {
        title.setText(text);
    }
}
