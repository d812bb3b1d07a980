package dev.parley.registry.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.registry.Alias;
import dev.parley.registry.Entity;

/** What is known of an entity, for those who may not change it. */
class EntityFacts extends Composite<PageSection> {

    private final Entity entity;

    EntityFacts(Entity entity) {
        this.entity = entity;
    }

    @Override
    protected PageSection initContent() {
        UnorderedList known = new UnorderedList();
        known.addClassName("entity-known");
        for (Alias alias : entity.aliases()) {
            String note = alias.kind() == Alias.Kind.OWN_NAME ? "" : " (%s)".formatted(AliasFields.words(alias.kind()));
            known.add(item("also called “%s”%s".formatted(alias.form(), note)));
        }
        entity.roles().forEach(role -> known.add(item(role)));
        entity.externalIds().forEach(id -> known.add(item(id)));
        return known.getChildren().findAny().isPresent()
                ? new PageSection("What is known", known)
                : new PageSection("What is known", new Note("Only its name."));
    }

    private static ListItem item(String words) {
        Span text = new Span(words);
        text.getElement().setAttribute("dir", "auto");
        return new ListItem(text);
    }
}
