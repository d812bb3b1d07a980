package dev.parley.document.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import dev.parley.account.User;
import dev.parley.document.ImportId;
import dev.parley.document.ImportItem;
import dev.parley.document.ImportItem.State;
import dev.parley.document.ImportJob;
import dev.parley.document.ImportService;
import dev.parley.page.PageSection;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The latest import: how far it is and what became of each file. It is there again after a reload. */
class ImportSection extends Composite<PageSection> {

    private static final int ROWS_IN_FULL = 8;
    private static final int ASK_EVERY_MILLISECONDS = 1_000;
    private static final Set<State> ATTENTION = EnumSet.of(State.REJECTED, State.CANCELLED);

    private final ImportService imports;
    private final User viewer;
    private final ProjectId project;
    private final Runnable afterwards;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph summary = new Paragraph();
    private final Button stop = new Button("Stop the import", click -> stop());
    private final Button dismiss = new Button("Hide", click -> setVisible(false));
    private final Checkbox attention = new Checkbox("Only files that need attention");
    private final ProblemLine problem = new ProblemLine();
    private final Grid<ImportItem> grid = new Grid<>();
    private @Nullable ImportJob job;
    private @Nullable Registration polling;
    private boolean uploading;

    ImportSection(ImportService imports, User viewer, ProjectId project, Runnable afterwards) {
        this.imports = imports;
        this.viewer = viewer;
        this.project = project;
        this.afterwards = afterwards;
        summary.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", "Files looked at");
        attention.addValueChangeListener(change -> list());
        dismiss.addThemeVariants(ButtonVariant.TERTIARY);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addClassName("import-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", "What became of the files");
        grid.addComponentColumn(ImportSection::name).setHeader("File").setFlexGrow(2);
        grid.addComponentColumn(this::outcome).setHeader("What became of it").setFlexGrow(4);
        grid.addComponentColumn(this::next).setHeader("Next").setAutoWidth(true).setFlexGrow(0);
        setVisible(false);
        imports.latest(viewer, project, 1).stream()
                .filter(latest ->
                        latest.isRunning() || latest.count(State.REJECTED) + latest.count(State.CANCELLED) > 0)
                .findFirst()
                .ifPresent(this::show);
    }

    @Override
    protected PageSection initContent() {
        return new PageSection("Latest import", new Row(summary, stop, dismiss), bar, problem, attention, grid);
    }

    /** Files are on their way; the section looks every second what became of them. */
    void watch() {
        uploading = true;
        getUI().ifPresent(this::poll);
    }

    /** The last file has arrived. */
    void arrived() {
        uploading = false;
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ImportJob shown = job;
        if (shown != null && shown.isRunning()) {
            poll(event.getUI());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        rest(event.getUI());
    }

    private void poll(UI ui) {
        if (polling == null) {
            polling = ui.addPollListener(tick -> refresh());
            ui.setPollInterval(ASK_EVERY_MILLISECONDS);
        }
    }

    private void rest(UI ui) {
        Registration registration = polling;
        if (registration != null) {
            registration.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }

    private void refresh() {
        imports.latest(viewer, project, 1).stream().findFirst().ifPresent(this::show);
        ImportJob shown = job;
        if (shown == null || (!shown.isRunning() && !uploading)) {
            getUI().ifPresent(this::rest);
            afterwards.run();
        } else {
            getUI().ifPresent(this::poll);
        }
    }

    private void show(ImportJob latest) {
        boolean changed = !latest.equals(job);
        job = latest;
        setVisible(true);
        bar.setVisible(latest.isRunning());
        bar.setValue(latest.total() == 0 ? 0 : (double) latest.done() / latest.total());
        stop.setVisible(latest.isRunning());
        dismiss.setVisible(!latest.isRunning());
        attention.setVisible(listed().stream().mapToInt(latest::count).sum() > ROWS_IN_FULL);
        summary.setText(summary(latest));
        if (changed) {
            list();
        }
    }

    private void list() {
        ImportJob shown = job;
        if (shown == null) {
            return;
        }
        ImportId id = shown.id();
        Set<State> states = attention.getValue() ? ATTENTION : listed();
        int count = states.stream().mapToInt(shown::count).sum();
        grid.setVisible(count > 0);
        grid.setAllRowsVisible(count <= ROWS_IN_FULL);
        grid.setItems(
                query -> imports.items(viewer, id, states, query.getOffset(), query.getLimit()).stream(),
                query -> states.stream()
                        .mapToInt(imports.find(viewer, id)::count)
                        .sum());
    }

    /** Files whose cuts are to be confirmed have a section of their own, where that is done. */
    private static Set<State> listed() {
        Set<State> listed = EnumSet.copyOf(ImportService.FILES);
        listed.remove(State.PROPOSED);
        return listed;
    }

    private static String summary(ImportJob job) {
        List<String> parts = new ArrayList<>();
        part(parts, job.count(State.ACCEPTED), "taken in");
        part(parts, job.count(State.PROPOSED), "read, their cuts to be confirmed");
        part(parts, job.count(State.DUPLICATE), "already here");
        part(parts, job.count(State.REJECTED), "not taken in");
        part(parts, job.count(State.CANCELLED), "stopped");
        String files = job.isRunning()
                ? "%s of %s looked at".formatted(Words.number(job.done()), Words.counted(job.total(), "file"))
                : Words.counted(job.total(), "file");
        return parts.isEmpty() ? files + "." : "%s: %s.".formatted(files, String.join(", ", parts));
    }

    private static void part(List<String> parts, int count, String words) {
        if (count > 0) {
            parts.add(Words.number(count) + " " + words);
        }
    }

    private void stop() {
        ImportJob shown = job;
        if (shown != null) {
            problem.attempt(() -> imports.cancel(viewer, shown.id()));
            refresh();
        }
    }

    private static Component name(ImportItem item) {
        Span name = new Span(item.name());
        name.addClassName("file-name");
        name.getElement().setAttribute("dir", "auto");
        return name;
    }

    private Component outcome(ImportItem item) {
        String reason = item.reason() == null ? "" : item.reason();
        Div words = new Div(
                switch (item.state()) {
                    case WAITING -> "Waits for its turn.";
                    case UNPACKED -> "Unpacked.";
                    case ACCEPTED -> Words.articles(item.documents().size()) + ".";
                    case PROPOSED -> "Read; its cuts are to be confirmed.";
                    case DUPLICATE, CANCELLED -> reason;
                    case REJECTED -> "Not taken in. " + reason;
                });
        words.addClassName("file-outcome");
        words.setClassName("file-bad", item.state() == State.REJECTED);
        return words;
    }

    private Component next(ImportItem item) {
        if (!item.isRetryable()) {
            return new Span();
        }
        boolean choose = !item.charsets().isEmpty();
        Button again = new Button(choose ? "Choose the charset" : "Try again", click -> {
            if (choose) {
                choose(item);
            } else {
                retry(item, null);
            }
        });
        again.setAriaLabel("%s: %s".formatted(choose ? "Choose the charset" : "Try again", item.name()));
        again.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return again;
    }

    private void choose(ImportItem item) {
        new CharsetDialog(
                        item.name(),
                        item.charsets(),
                        charset -> imports.preview(viewer, item.job(), item.number(), charset, CharsetDialog.PREVIEW),
                        charset -> retry(item, charset))
                .open();
    }

    private void retry(ImportItem item, @Nullable String charset) {
        problem.attempt(() -> imports.retry(viewer, item.job(), item.number(), charset));
        refresh();
    }
}
