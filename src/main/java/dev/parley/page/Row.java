package dev.parley.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Things side by side on one base line, wrapped where the screen is narrow. */
public final class Row extends Div {

    public Row(Component... content) {
        super(content);
        addClassName("row");
    }
}
