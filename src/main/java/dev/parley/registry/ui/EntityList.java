package dev.parley.registry.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.parley.page.EmptyState;
import dev.parley.page.Row;
import dev.parley.project.ProjectId;
import dev.parley.registry.Alias;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registry by name, loaded as it scrolls into sight and narrowed as one types. */
class EntityList extends Composite<Div> {

    /** Long enough not to search for every letter of a word typed swiftly. */
    private static final int TYPING_PAUSE_MILLIS = 150;

    private final RegistryDesk desk;
    private final ProjectId project;
    private final Grid<Line> grid = new Grid<>();
    private final TextField search = new TextField("Search names");
    private final EntityTypes types;
    private final ComboBox<String> type;
    private final Checkbox provisional = new Checkbox("Only provisional");
    private final Span count = new Span();
    private final EmptyState empty = new EmptyState(
            "Nothing is registered yet. Entities get here as annotators link mentions to them, or by “New entity”.");
    private final EmptyState nothing = new EmptyState("Nothing in the registry fits. Search for fewer letters.");

    EntityList(RegistryDesk desk, ProjectId project, Consumer<Entity> chosen) {
        this.desk = desk;
        this.project = project;
        this.types = desk.types(project);
        this.type = types.field();
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        search.setPlaceholder("Beginnings of words");
        search.addValueChangeListener(change -> refresh());
        type.setClearButtonVisible(true);
        type.addValueChangeListener(change -> refresh());
        provisional.addValueChangeListener(change -> refresh());
        count.addClassName("quiet");
        count.getElement().setAttribute("role", "status");
        columns();
        grid.addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                selection.getFirstSelectedItem().ifPresent(line -> chosen.accept(line.entity()));
            }
        });
        refresh();
    }

    /** An entity and how often it is mentioned; two lines are the same if they are about the same entity. */
    private record Line(Entity entity, int mentions) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Line line && line.entity.id().equals(entity.id());
        }

        @Override
        public int hashCode() {
            return entity.id().hashCode();
        }
    }

    @Override
    protected Div initContent() {
        Row filters = new Row(search, type, provisional, count);
        filters.addClassName("registry-filters");
        Div content = new Div(filters, empty, nothing, grid);
        content.addClassName("registry-list");
        return content;
    }

    void refresh() {
        EntityFilter filter = filter();
        int found = desk.entities().count(desk.viewer(), project, filter);
        boolean narrowed = !filter.equals(EntityFilter.ALL);
        empty.setVisible(found == 0 && !narrowed);
        nothing.setVisible(found == 0 && narrowed);
        grid.setVisible(found > 0);
        count.setText(found == 1 ? "1 entity" : "%,d entities".formatted(found));
        grid.setItems(
                query -> lines(filter, query.getOffset(), query.getLimit()),
                query -> desk.entities().count(desk.viewer(), project, filter));
    }

    void choose(Optional<Entity> chosen) {
        chosen.ifPresentOrElse(entity -> grid.select(new Line(entity, 0)), grid::deselectAll);
    }

    private EntityFilter filter() {
        return new EntityFilter(search.getValue(), type.getValue(), provisional.getValue());
    }

    private Stream<Line> lines(EntityFilter filter, int offset, int limit) {
        List<Entity> page = desk.entities().slice(desk.viewer(), project, filter, offset, limit);
        Map<String, Integer> counts =
                desk.counts(project, page.stream().map(Entity::id).toList());
        return page.stream().map(entity -> new Line(entity, counts.getOrDefault(entity.id(), 0)));
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addClassName("registry-grid");
        grid.getElement().setAttribute("aria-label", "Entities");
        grid.addComponentColumn(line -> name(line.entity())).setHeader("Name").setFlexGrow(3);
        grid.addColumn(line -> types.name(line.entity().type()))
                .setHeader("Type")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(line -> line.entity().aliases().stream().map(Alias::form).collect(Collectors.joining(" · ")))
                .setHeader("Also called")
                .setFlexGrow(3);
        grid.addColumn(line -> "%,d".formatted(line.mentions()))
                .setHeader("Mentions")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private static Span name(Entity entity) {
        Span words = new Span(entity.name());
        words.getElement().setAttribute("dir", "auto");
        Span name = new Span(words);
        name.addClassName("entity-name");
        if (entity.provisional()) {
            Span tag = new Span("provisional");
            tag.addClassName("tag");
            name.add(tag);
        }
        return name;
    }
}
