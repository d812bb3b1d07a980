package dev.parley.editor.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import dev.parley.assignment.Trail;
import dev.parley.document.Document;

/** The way from one of my tasks in a project to the one before and behind it, and how many are left. */
class TaskTrail extends Nav {

    TaskTrail(Trail trail) {
        getElement().setAttribute("aria-label", "My documents");
        addClassName("task-trail");
        trail.previous().ifPresent(before -> add(link("← Previous", before)));
        Span position = new Span("%d of %d · %d to do".formatted(trail.place(), trail.all(), trail.open()));
        position.addClassName("quiet");
        add(position);
        trail.next().ifPresent(after -> add(link("Next →", after)));
    }

    private static Anchor link(String words, Document document) {
        Anchor link = new Anchor(DocumentRouteParameters.annotate(document.id()), words);
        link.setTitle(document.title());
        return link;
    }
}
