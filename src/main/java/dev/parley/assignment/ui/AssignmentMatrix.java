package dev.parley.assignment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import dev.parley.account.User;
import dev.parley.annotation.Progress;
import dev.parley.assignment.Assignment;
import dev.parley.document.DocumentId;
import java.util.List;
import java.util.Optional;

/** A row for each document, a column for each annotator, a tick where one reads the other. */
class AssignmentMatrix extends Composite<Grid<Assignment>> {

    /** What a tick set or taken away does. */
    interface Ticking {

        /** @return the document as it is then, whether the change was made or refused */
        Assignment on(DocumentId document, User annotator, boolean isAssigned);
    }

    private final Ticking ticking;
    private List<Grid.Column<Assignment>> columns = List.of();

    /** @param documents loaded as somebody scrolls to them */
    AssignmentMatrix(CallbackDataProvider<Assignment, Void> documents, Ticking ticking) {
        this.ticking = ticking;
        getContent().setItems(documents);
    }

    @Override
    protected Grid<Assignment> initContent() {
        Grid<Assignment> grid = new Grid<>();
        grid.addClassName("assignment-matrix");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", "Who reads what");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(AssignmentMatrix::title)
                .setHeader("Document")
                .setWidth("280px")
                .setFlexGrow(1)
                .setFrozen(true);
        return grid;
    }

    /** Draws a column for each of these annotators and for nobody else. */
    void show(List<User> annotators) {
        columns.forEach(getContent()::removeColumn);
        columns = annotators.stream().map(this::column).toList();
    }

    private Grid.Column<Assignment> column(User annotator) {
        return getContent()
                .addComponentColumn(assignment -> cell(assignment, annotator))
                .setHeader(annotator.displayName())
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    /** Draws every row anew. */
    void refresh() {
        getContent().getDataProvider().refreshAll();
    }

    private static Component title(Assignment assignment) {
        String words = assignment.document().title();
        Anchor open = new Anchor("documents/" + assignment.document().id(), words);
        open.getElement().setAttribute("router-link", true);
        open.getElement().setAttribute("dir", "auto");
        open.setTitle(words);
        return open;
    }

    private Component cell(Assignment assignment, User annotator) {
        Checkbox tick = new Checkbox();
        tick.setAriaLabel("%s reads %s"
                .formatted(annotator.displayName(), assignment.document().title()));
        Span state = new Span();
        show(assignment, annotator, tick, state);
        tick.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                // the row is not drawn anew: that would take the focus off the tick
                show(ticking.on(assignment.document().id(), annotator, change.getValue()), annotator, tick, state);
            }
        });
        Div cell = new Div(tick, state);
        cell.addClassName("assignment-cell");
        return cell;
    }

    private static void show(Assignment assignment, User annotator, Checkbox tick, Span state) {
        Optional<Progress> progress = assignment.readers().stream()
                .filter(reader -> reader.user().equals(annotator.id()))
                .findFirst();
        tick.setValue(progress.isPresent());
        tick.setReadOnly(progress.filter(AssignmentMatrix::isBegun).isPresent());
        state.setText(progress.map(AssignmentMatrix::words).orElse(""));
        state.setClassName(
                "assignment-state " + progress.map(AssignmentMatrix::look).orElse("absent"));
    }

    private static boolean isBegun(Progress progress) {
        return progress.sequence() > 0 || progress.state().isHandedIn();
    }

    private static String words(Progress progress) {
        return switch (progress.state()) {
            case DRAFT -> progress.sequence() == 0 ? "not begun" : "draft, %d edits".formatted(progress.sequence());
            case SUBMITTED -> "handed in";
            case LOCKED -> "locked";
        };
    }

    private static String look(Progress progress) {
        return isBegun(progress) ? progress.state().isHandedIn() ? "done" : "under-way" : "waiting";
    }
}
