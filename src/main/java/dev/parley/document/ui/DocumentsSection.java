package dev.parley.document.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.account.User;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentList;
import dev.parley.document.DocumentQuery;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentsAction;
import dev.parley.document.ReadingStates;
import dev.parley.document.RevisionService;
import dev.parley.document.TrashService;
import dev.parley.page.EmptyState;
import dev.parley.page.PageSection;
import dev.parley.project.ProjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The documents of a project: found by words and filters, loaded as they scroll into sight. */
class DocumentsSection extends Composite<PageSection> {

    /** Up to this many rows the list is as high as it needs to be; beyond, it scrolls in itself. */
    private static final int ROWS_IN_FULL = 30;

    private final DocumentService documents;
    private final RevisionService revisions;
    private final ObjectProvider<ReadingStates> states;
    private final User viewer;
    private final ProjectId project;
    /** By sign-in name; who left the project is called by that. */
    private final Map<String, String> names = new HashMap<>();

    private final Grid<Line> grid = new Grid<>();
    private final DocumentFilters filters;
    private final @Nullable BulkBar bulk;
    private final EmptyState nothing;
    private final EmptyState notFound =
            new EmptyState("No article fits. Take a filter back, or use fewer words. Words in"
                    + " “quotation marks” must stand side by side; without them they may stand anywhere.");

    /** @param actions what managers can do to many documents; absent for others */
    DocumentsSection(
            DocumentService documents,
            TrashService trash,
            RevisionService revisions,
            ObjectProvider<ReadingStates> states,
            User viewer,
            ProjectId project,
            List<User> readers,
            Map<String, String> labels,
            @Nullable List<DocumentsAction> actions) {
        this.documents = documents;
        this.revisions = revisions;
        this.states = states;
        this.viewer = viewer;
        this.project = project;
        boolean manages = actions != null;
        this.filters = new DocumentFilters(documents.languages(project), readers, labels, manages, this::change);
        this.bulk = actions == null ? null : new BulkBar(trash, viewer, project, actions, this::refresh);
        this.nothing = new EmptyState(
                manages
                        ? "There are no articles yet. Drop files above; each article in them becomes a document."
                        : "There are no articles yet. A manager of this project adds them.");
        names.put(viewer.name(), viewer.displayName());
        readers.forEach(reader -> names.put(reader.name(), reader.displayName()));
        grid.setSelectionMode(manages ? Grid.SelectionMode.MULTI : Grid.SelectionMode.NONE);
        if (grid.getSelectionModel() instanceof GridMultiSelectionModel<Line> ticks) {
            // ticking a hundred thousand rows one by one is what "choose all" is for
            ticks.setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.HIDDEN);
            ticks.setDragSelect(true);
        }
        BulkBar bar = bulk;
        if (bar != null) {
            grid.addSelectionListener(ticked -> bar.choose(
                    ticked.getAllSelectedItems().stream().map(Line::document).collect(Collectors.toSet())));
        }
        columns(manages);
    }

    @Override
    protected PageSection initContent() {
        PageSection section = new PageSection("Articles", nothing, filters);
        if (bulk != null) {
            section.add(bulk);
        }
        section.add(notFound, grid);
        return section;
    }

    /** Takes over the filters of an address. */
    void show(QueryParameters address) {
        filters.show(address);
        refresh();
    }

    private void change() {
        refresh();
        UI ui = UI.getCurrent();
        ui.getPage()
                .getHistory()
                .replaceState(null, new Location("projects/%s/documents".formatted(project), filters.address()));
    }

    void refresh() {
        DocumentQuery query = filters.query();
        DocumentList found = documents.find(viewer, project, query);
        boolean empty = found.count() == 0;
        nothing.setVisible(empty && query.isEverything());
        notFound.setVisible(empty && !query.isEverything());
        grid.setVisible(!empty);
        if (bulk != null) {
            grid.deselectAll();
        }
        grid.setAllRowsVisible(found.count() <= ROWS_IN_FULL);
        grid.setItems(ask -> lines(found, ask.getOffset(), ask.getLimit()), ask -> found.count());
        if (bulk != null) {
            bulk.setVisible(!empty);
            bulk.show(found, query.trash());
        }
    }

    /** A document and who is how far with it. */
    private record Line(Document document, Map<String, String> states) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Line line && line.document.id().equals(document.id());
        }

        @Override
        public int hashCode() {
            return document.id().hashCode();
        }
    }

    private Stream<Line> lines(DocumentList found, int offset, int limit) {
        List<Document> page = found.slice(offset, limit);
        ReadingStates known = states.getIfAvailable();
        Map<DocumentId, Map<String, String>> all = known == null || page.isEmpty()
                ? Map.of()
                : known.states(viewer, project, page.stream().map(Document::id).toList());
        return page.stream().map(document -> new Line(document, all.getOrDefault(document.id(), Map.of())));
    }

    private void columns(boolean manages) {
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addClassName("documents-grid");
        grid.getElement().setAttribute("aria-label", "Articles");
        grid.addComponentColumn(DocumentsSection::title).setHeader("Title").setFlexGrow(4);
        grid.addColumn(line -> published(line.document()))
                .setHeader("Published")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(line -> Words.language(line.document().language()))
                .setHeader("Language")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(line -> Words.number(line.document().codePoints()))
                .setHeader("Characters")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(line -> line.document().source().fileName())
                .setHeader("File")
                .setFlexGrow(2);
        grid.addComponentColumn(this::readers).setHeader("Readers").setFlexGrow(2);
        if (manages) {
            grid.addComponentColumn(this::about)
                    .setHeader("About")
                    .setAutoWidth(true)
                    .setFlexGrow(0);
        }
    }

    private Component about(Line line) {
        Button open = new Button(
                "About", click -> new AboutDialog(documents, revisions, viewer, line.document(), this::refresh).open());
        open.setAriaLabel("About " + line.document().title());
        open.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return open;
    }

    private static Component title(Line line) {
        Anchor open =
                new Anchor("documents/" + line.document().id(), line.document().title());
        open.getElement().setAttribute("router-link", true);
        open.getElement().setAttribute("dir", "auto");
        open.addClassName("document-title");
        return open;
    }

    private static String published(Document document) {
        String day = document.publication().published();
        return day == null ? "–" : day;
    }

    private Component readers(Line line) {
        Div readers = new Div();
        readers.addClassName("readers");
        line.states().forEach((name, state) -> {
            Span reader = new Span("%s: %s".formatted(names.getOrDefault(name, name), Words.reading(state)));
            reader.addClassNames("tag", "state-" + state);
            readers.add(reader);
        });
        return readers;
    }
}
