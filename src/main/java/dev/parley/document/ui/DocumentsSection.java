package dev.parley.document.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.account.User;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.document.ReadingStates;
import dev.parley.page.EmptyState;
import dev.parley.page.PageSection;
import dev.parley.project.ProjectId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** The documents of a project, loaded as they scroll into sight. */
class DocumentsSection extends Composite<PageSection> {

    /** Up to this many rows the list is as high as it needs to be; beyond, it scrolls in itself. */
    private static final int ROWS_IN_FULL = 30;

    private final DocumentService documents;
    private final ObjectProvider<ReadingStates> states;
    private final User viewer;
    private final ProjectId project;
    private final Grid<Line> grid = new Grid<>();
    private final EmptyState empty;

    DocumentsSection(
            DocumentService documents,
            ObjectProvider<ReadingStates> states,
            User viewer,
            ProjectId project,
            boolean manages) {
        this.documents = documents;
        this.states = states;
        this.viewer = viewer;
        this.project = project;
        this.empty = new EmptyState(
                manages
                        ? "There are no articles yet. Drop files above; each article in them becomes a document."
                        : "There are no articles yet. A manager of this project adds them.");
        columns();
        refresh();
    }

    @Override
    protected PageSection initContent() {
        return new PageSection("Articles", empty, grid);
    }

    void refresh() {
        int count = documents.count(project);
        empty.setVisible(count == 0);
        grid.setVisible(count > 0);
        grid.setAllRowsVisible(count <= ROWS_IN_FULL);
        grid.setItems(query -> lines(query.getOffset(), query.getLimit()), query -> documents.count(project));
    }

    /** A document and who is how far with it. */
    private record Line(Document document, Map<String, String> states) {}

    private Stream<Line> lines(int offset, int limit) {
        List<Document> page = documents.slice(project, offset, limit);
        ReadingStates known = states.getIfAvailable();
        Map<DocumentId, Map<String, String>> all = known == null || page.isEmpty()
                ? Map.of()
                : known.states(viewer, project, page.stream().map(Document::id).toList());
        return page.stream().map(document -> new Line(document, all.getOrDefault(document.id(), Map.of())));
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addClassName("documents-grid");
        grid.getElement().setAttribute("aria-label", "Articles");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(DocumentsSection::title).setHeader("Title").setFlexGrow(4);
        grid.addColumn(line -> language(line.document()))
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
        grid.addComponentColumn(DocumentsSection::readers).setHeader("Readers").setFlexGrow(2);
    }

    private static Component title(Line line) {
        Anchor open =
                new Anchor("documents/" + line.document().id(), line.document().title());
        open.getElement().setAttribute("router-link", true);
        open.getElement().setAttribute("dir", "auto");
        open.addClassName("document-title");
        return open;
    }

    private static String language(Document document) {
        String tag = document.language();
        return tag == null ? "–" : Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }

    private static Component readers(Line line) {
        Div readers = new Div();
        readers.addClassName("readers");
        line.states().forEach((name, state) -> {
            Span reader = new Span("%s: %s".formatted(name, state));
            reader.addClassNames("tag", "state-" + state);
            readers.add(reader);
        });
        return readers;
    }
}
