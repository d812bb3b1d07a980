package dev.parley.registry.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.parley.page.PageSection;
import dev.parley.page.ProblemLine;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityChange;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who merged, split or promoted an entity, with the way back; nothing where nobody did. */
class ChangeList extends Composite<Div> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final RegistryDesk desk;
    private final Entity entity;
    private final Consumer<String> changed;
    private final ProblemLine problem = new ProblemLine();

    ChangeList(RegistryDesk desk, Entity entity, Consumer<String> changed) {
        this.desk = desk;
        this.entity = entity;
        this.changed = changed;
    }

    @Override
    protected Div initContent() {
        List<EntityChange> changes = desk.curation().history(desk.viewer(), entity.id());
        if (changes.isEmpty()) {
            return new Div();
        }
        Map<String, String> names = names(changes);
        UnorderedList list = new UnorderedList();
        list.addClassName("entity-known");
        changes.forEach(change -> list.add(item(change, names)));
        return new Div(new PageSection("History", list, problem));
    }

    private Map<String, String> names(List<EntityChange> changes) {
        List<String> ids = changes.stream()
                .flatMap(change -> Stream.of(change.entity(), Objects.requireNonNullElse(change.other(), "")))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        return desk.entities().named(desk.viewer(), entity.project(), ids).stream()
                .collect(Collectors.toMap(Entity::id, Entity::name));
    }

    private ListItem item(EntityChange change, Map<String, String> names) {
        ListItem item = new ListItem(new Span("%s, by %s on %s%s"
                .formatted(
                        words(change, names),
                        change.by(),
                        DAY.format(change.at()),
                        change.stands() ? "" : "; taken back by " + change.undoneBy())));
        if (change.stands() && change.kind() != EntityChange.Kind.PROMOTED && desk.mayCurate(entity)) {
            Button undo = new Button("Take back", click -> problem.attempt(() -> takeBack(change)));
            undo.setAriaLabel("Take back: " + words(change, names));
            undo.addThemeVariants(ButtonVariant.TERTIARY);
            item.add(undo);
        }
        return item;
    }

    private void takeBack(EntityChange change) {
        Entity back = change.kind() == EntityChange.Kind.MERGED
                ? desk.curation().unmerge(desk.viewer(), change.entity())
                : desk.curation().unsplit(desk.viewer(), Objects.requireNonNullElse(change.other(), ""));
        changed.accept(change.kind() == EntityChange.Kind.MERGED ? entity.id() : back.id());
    }

    private static String words(EntityChange change, Map<String, String> names) {
        String name = names.getOrDefault(change.entity(), change.entity());
        String other = names.getOrDefault(Objects.requireNonNullElse(change.other(), ""), "");
        return switch (change.kind()) {
            case MERGED -> "“%s” merged into “%s”".formatted(name, other);
            case SPLIT -> "“%s” split off “%s”".formatted(other, name);
            case PROMOTED -> "“%s” promoted".formatted(name);
        };
    }
}
