package dev.parley.document.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.parley.account.User;
import dev.parley.document.FileService;
import dev.parley.document.SourceFile;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.page.PlainTable;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.ProjectId;
import java.util.List;

/** Files whose articles are only proposed; nobody can mark them yet. Shows itself only while there are any. */
class WaitingSection extends Composite<PageSection> {

    /** More are worked off from the top. */
    private static final int SHOWN = 100;

    private final FileService files;
    private final User viewer;
    private final ProjectId project;
    private final Runnable afterwards;
    private final PlainTable table =
            new PlainTable("Files that wait for their cuts", List.of("File", "Proposed", "", ""));
    private final Button all = new Button("", click -> acceptAll());
    private final Note more = new Note("");
    private final ProblemLine problem = new ProblemLine();

    WaitingSection(FileService files, User viewer, ProjectId project, Runnable afterwards) {
        this.files = files;
        this.viewer = viewer;
        this.project = project;
        this.afterwards = afterwards;
        all.addThemeVariants(ButtonVariant.PRIMARY);
        refresh();
    }

    @Override
    protected PageSection initContent() {
        return new PageSection(
                "Cuts to confirm",
                new Row(new Note("Look where each article begins and ends, or take the proposals as they are."), all),
                problem,
                table,
                more);
    }

    void refresh() {
        List<SourceFile> waiting = files.waitingFiles(viewer, project);
        getContent().setVisible(!waiting.isEmpty());
        int articles = waiting.stream().mapToInt(file -> file.proposal().size()).sum();
        all.setText("Confirm all %s".formatted(Words.articles(articles)));
        more.setText("And %s more.".formatted(Words.counted(waiting.size() - SHOWN, "file")));
        more.setVisible(waiting.size() > SHOWN);
        table.clear();
        waiting.stream()
                .limit(SHOWN)
                .forEach(file -> table.addRow(name(file), proposed(file), open(file), accept(file)));
    }

    private static Component name(SourceFile file) {
        Span name = new Span(file.name());
        name.addClassName("file-name");
        return name;
    }

    private static Component proposed(SourceFile file) {
        Row proposed = new Row(new Span(Words.articles(file.proposal().size())));
        if (file.provenance().madeByExtraction()) {
            Span made = new Span("text made by extraction");
            made.addClassName("tag");
            made.setTitle(String.join(" ", file.provenance().steps()));
            proposed.add(made);
        }
        return proposed;
    }

    private static Component open(SourceFile file) {
        Anchor open = new Anchor(FileRouteParameters.cuts(file.id()), "Check the cuts");
        open.getElement().setAttribute("aria-label", "Check the cuts of " + file.name());
        open.getElement().setAttribute("router-link", true);
        return open;
    }

    private Component accept(SourceFile file) {
        Button accept = new Button("Confirm " + Words.articles(file.proposal().size()), click -> accept(List.of(file)));
        accept.setAriaLabel(
                "Confirm %s of %s".formatted(Words.articles(file.proposal().size()), file.name()));
        accept.addThemeVariants(ButtonVariant.TERTIARY);
        return accept;
    }

    private void acceptAll() {
        accept(files.waitingFiles(viewer, project));
    }

    private void accept(List<SourceFile> waiting) {
        problem.attempt(() -> waiting.forEach(file -> files.acceptProposal(viewer, file.id())));
        refresh();
        afterwards.run();
    }
}
