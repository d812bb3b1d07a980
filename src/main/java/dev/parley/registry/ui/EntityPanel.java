package dev.parley.registry.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.parley.page.Note;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.registry.Entity;
import java.util.Optional;
import java.util.function.Consumer;

/** One entity: what it is called, what is known of it, where it is mentioned, what it says, and what was done to it. */
class EntityPanel extends Composite<Div> {

    private final RegistryDesk desk;
    private final Entity entity;
    private final Runnable saved;
    private final Consumer<String> changed;
    private final H2 name = new H2();
    private final Span type = tag("");
    private final ProblemLine problem = new ProblemLine();

    /**
     * @param saved told that what is known was changed
     * @param changed told the id of the entity to show after it was promoted, merged or split
     */
    EntityPanel(RegistryDesk desk, Entity entity, Runnable saved, Consumer<String> changed) {
        this.desk = desk;
        this.entity = entity;
        this.saved = saved;
        this.changed = changed;
    }

    @Override
    protected Div initContent() {
        Div content = new Div(head(), problem);
        String mergedInto = entity.mergedInto();
        if (mergedInto != null) {
            content.add(redirect(mergedInto));
        } else {
            content.add(actions());
            content.add(desk.mayChange(entity) ? new EntityForm(desk, entity, this::saved) : new EntityFacts(entity));
            content.add(new OccurrenceList(desk, entity, changed), new ClaimList(desk, entity));
        }
        content.add(new ChangeList(desk, entity, changed));
        content.addClassName("entity-panel");
        return content;
    }

    private Row head() {
        name.getElement().setAttribute("dir", "auto");
        call(entity);
        Row head = new Row(name, type);
        if (entity.provisional()) {
            head.add(tag(entity.document() == null ? "provisional" : "provisional, in one document"));
        }
        return head;
    }

    private void saved(Entity after) {
        call(after);
        saved.run();
    }

    private void call(Entity known) {
        name.setText(known.name());
        type.setText(desk.types(known.project()).name(known.type()));
    }

    private Note redirect(String mergedInto) {
        Note note = new Note("Merged into ");
        Optional<Entity> winner = desk.entities().find(entity.project(), mergedInto);
        note.add(new Anchor(
                RegistryPage.path(entity.project(), mergedInto),
                winner.map(Entity::name).orElse(mergedInto)));
        note.add(new Span(". Links to it are read as links there."));
        return note;
    }

    private Row actions() {
        Row actions = new Row();
        if (!desk.mayCurate(entity)) {
            return actions;
        }
        if (entity.provisional()) {
            Button promote = new Button(
                    "Promote",
                    click -> problem.attempt(() -> {
                        desk.entities().promote(desk.viewer(), entity.id());
                        changed.accept(entity.id());
                    }));
            promote.addThemeVariants(ButtonVariant.PRIMARY);
            promote.setTooltipText("Let everybody in the project link to it");
            actions.add(promote);
        }
        actions.add(
                new Button("Merge into another …", click -> new MergeDialog(desk, entity, changed).open()),
                new Button("Split …", click -> new SplitDialog(desk, entity, changed).open()));
        return actions;
    }

    private static Span tag(String words) {
        Span tag = new Span(words);
        tag.addClassName("tag");
        return tag;
    }
}
