package dev.parley.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.UUID;

/** A part of a page under its own heading, which also names it to a screen reader. */
public final class PageSection extends Section {

    public PageSection(String title, Component... content) {
        H2 heading = new H2(title);
        heading.setId("heading-" + UUID.randomUUID());
        getElement().setAttribute("aria-labelledby", heading.getId().orElseThrow());
        addClassName("section");
        add(heading);
        add(content);
    }
}
