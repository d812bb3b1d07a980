package dev.parley.document.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.parley.account.User;
import dev.parley.document.DocumentService;
import dev.parley.document.FileResult;
import dev.parley.document.UploadedFile;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.project.ProjectId;
import java.util.List;

/** Where files are dropped, and what became of each. */
class UploadSection extends Composite<PageSection> {

    private final DocumentService documents;
    private final User viewer;
    private final ProjectId project;
    private final Runnable afterwards;
    private final UnorderedList results = new UnorderedList();
    private final Upload upload = new Upload(this::receive);

    UploadSection(DocumentService documents, User viewer, ProjectId project, Runnable afterwards) {
        this.documents = documents;
        this.viewer = viewer;
        this.project = project;
        this.afterwards = afterwards;
        upload.setUploadButton(new Button("Choose files"));
        upload.setDropLabel(new Span("or drop them here"));
        upload.addClassName("drop");
        upload.addAllFinishedListener(finished -> {
            upload.clearFileList();
            afterwards();
        });
        results.addClassName("file-results");
        results.getElement().setAttribute("aria-label", "What became of the files");
        results.getElement().setAttribute("aria-live", "polite");
        results.setVisible(false);
    }

    @Override
    protected PageSection initContent() {
        return new PageSection(
                "Add files",
                new Note("Text, Markdown, web pages, PDF, Word, or a zip of them; up to 20 MB a file."),
                upload,
                results);
    }

    private void afterwards() {
        afterwards.run();
    }

    /** Runs in a request of its own, without the session's lock: reading a file may take seconds. */
    private void receive(UploadEvent event) {
        UI ui = event.getUI();
        List<FileResult> taken = documents.upload(
                viewer, project, List.of(new UploadedFile(event.getFileName(), event::getInputStream)), false);
        ui.access(() -> taken.forEach(this::show));
    }

    private void show(FileResult result) {
        Span name = new Span(result.name());
        name.addClassName("file-name");
        Div outcome = new Div(sentence(result));
        ListItem line = new ListItem(name, outcome);
        line.addClassNames(
                "message",
                switch (result.status()) {
                    case ACCEPTED, PROPOSED -> "message-good";
                    case DUPLICATE -> "message-plain";
                    case REJECTED -> "message-bad";
                });
        results.add(line);
        results.setVisible(true);
    }

    private static String sentence(FileResult result) {
        String reason = result.reason() == null ? "" : result.reason();
        return switch (result.status()) {
            case ACCEPTED -> Words.articles(result.documents().size()) + ".";
            case PROPOSED -> Words.articles(result.articles().size()) + " proposed; confirm the cuts below.";
            case DUPLICATE -> reason;
            case REJECTED -> "Not taken in. " + reason;
        };
    }
}
