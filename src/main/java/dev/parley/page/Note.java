package dev.parley.page;

import com.vaadin.flow.component.html.Paragraph;

/** A sentence in quiet ink: explains, never alarms. */
public final class Note extends Paragraph {

    public Note(String sentence) {
        super(sentence);
        addClassName("quiet");
    }
}
