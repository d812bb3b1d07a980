package dev.parley.exchange.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.parley.adjudication.ReleaseGate.Readiness;
import dev.parley.page.Note;
import dev.parley.page.PageSection;

/** Whether the gold set is ready to leave, or what is in the way. It may be taken either way. */
class ReleaseSection extends Composite<PageSection> {

    private final Readiness readiness;

    ReleaseSection(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected PageSection initContent() {
        return new PageSection("Release", readiness.isReady() ? new Note("The gold set is ready.") : blockers());
    }

    private Component blockers() {
        UnorderedList list = new UnorderedList();
        list.addClassName("project-list");
        readiness.blockers().forEach(blocker -> list.add(new ListItem(new Anchor(blocker.path(), blocker.sentence()))));
        return new Div(new Note("The gold set is not ready yet; it can be taken all the same."), list);
    }
}
