package dev.parley.registry.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.page.Row;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityUse.ClaimPage;
import dev.parley.registry.EntityUse.SourcedClaim;
import java.util.List;

/** What an entity says, across documents. */
class ClaimList extends Composite<PageSection> {

    private static final int DOCUMENTS = 20;

    private final RegistryDesk desk;
    private final Entity entity;
    private final OrderedList claims = new OrderedList();
    private final Note none = new Note("No claim that you may see has it as its source.");
    private final Button more = new Button("Look in more documents");
    private int documents;

    ClaimList(RegistryDesk desk, Entity entity) {
        this.desk = desk;
        this.entity = entity;
        claims.addClassName("occurrences");
        more.addClickListener(click -> show());
    }

    @Override
    protected PageSection initContent() {
        show();
        return new PageSection("What it says", none, claims, more);
    }

    private void show() {
        ClaimPage page = desk.known()
                .findFirst()
                .map(use -> use.claims(desk.viewer(), entity, documents, DOCUMENTS))
                .orElse(new ClaimPage(List.of(), false));
        documents += DOCUMENTS;
        page.items().stream().map(ClaimList::item).forEach(claims::add);
        none.setVisible(claims.getChildren().findAny().isEmpty());
        claims.setVisible(!none.isVisible());
        more.setVisible(page.more());
    }

    private static ListItem item(SourcedClaim claim) {
        Paragraph words = new Paragraph();
        words.addClassName("passage");
        words.getElement().setAttribute("dir", "auto");
        if (!claim.cue().isEmpty()) {
            Span cue = new Span(claim.cue() + ": ");
            cue.addClassName("quiet");
            words.add(cue);
        }
        words.add(new Span(claim.words().isEmpty() ? "(not said in words)" : claim.words()));
        Span title = new Span(claim.title());
        title.getElement().setAttribute("dir", "auto");
        title.addClassName("quiet");
        return new ListItem(
                words, new Row(title, OccurrenceList.link(claim.document(), claim.annotator(), claim.claim())));
    }
}
