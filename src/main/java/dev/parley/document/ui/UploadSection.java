package dev.parley.document.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.parley.account.User;
import dev.parley.document.ImportId;
import dev.parley.document.ImportService;
import dev.parley.document.UploadedFile;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.project.ProjectId;
import org.jspecify.annotations.Nullable;

/** Where files are dropped. All that is dropped together is one import. */
class UploadSection extends Composite<PageSection> {

    private static final int WATCH_AFTER_MILLISECONDS = 500;

    private final ImportService imports;
    private final User viewer;
    private final ProjectId project;
    private final Upload upload = new Upload(this::receive);
    private @Nullable ImportId current;

    UploadSection(ImportService imports, User viewer, ProjectId project, ImportSection report) {
        this.imports = imports;
        this.viewer = viewer;
        this.project = project;
        upload.setUploadButton(new Button("Choose files"));
        upload.setDropLabel(new Span("or drop them here"));
        upload.addClassName("drop");
        // a thousand files begin a thousand uploads, and one word about it is enough
        upload.getElement()
                .addEventListener("upload-before", begun -> report.watch())
                .debounce(WATCH_AFTER_MILLISECONDS, DebouncePhase.LEADING);
        upload.addAllFinishedListener(finished -> {
            upload.clearFileList();
            end();
            report.arrived();
        });
    }

    @Override
    protected PageSection initContent() {
        return new PageSection(
                "Add files",
                new Note("Text, Markdown, web pages, PDF, Word, OpenDocument, RTF, EPUB, mail, or a zip of them; up to"
                        + " 20 MB a file. You may leave this page while they are read."),
                upload);
    }

    /** Runs in a request of its own, without the session's lock. */
    private void receive(UploadEvent event) {
        imports.add(viewer, current(), new UploadedFile(event.getFileName(), event::getInputStream));
    }

    private synchronized ImportId current() {
        ImportId id = current;
        if (id == null) {
            id = imports.start(viewer, project, false);
            current = id;
        }
        return id;
    }

    private synchronized void end() {
        current = null;
    }
}
