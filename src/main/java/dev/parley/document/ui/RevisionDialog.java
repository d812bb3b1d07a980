package dev.parley.document.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.parley.account.User;
import dev.parley.document.Carrier.Carried;
import dev.parley.document.Document;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentText;
import dev.parley.document.Revision;
import dev.parley.document.Revision.Replaced;
import dev.parley.document.RevisionService;
import dev.parley.document.RevisionService.Revised;
import dev.parley.document.UploadedFile;
import dev.parley.page.Note;
import dev.parley.page.ProblemLine;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;

/**
 * Corrects the text of a document. What becomes of the marks is shown before anything happens, and then all of it happens or
 * nothing.
 */
class RevisionDialog extends Dialog {

    private final DocumentService documents;
    private final RevisionService revisions;
    private final User manager;
    private final Document document;
    private final DocumentText before;
    private final TextArea text = new TextArea("Text");
    private final TextField reason = new TextField("Why the text changes");
    private final ProblemLine problem = new ProblemLine();
    private final Div outcome = new Div();
    private final Button apply = new Button("Correct the text");

    RevisionDialog(
            DocumentService documents, RevisionService revisions, User manager, Document document, Runnable changed) {
        this.documents = documents;
        this.revisions = revisions;
        this.manager = manager;
        this.document = document;
        this.before = documents.text(document.id());
        setHeaderTitle("Correct the text");
        setWidth("min(960px, 95vw)");
        addClassName("revision-dialog");
        text.setValue(before.value());
        text.setWidthFull();
        text.setHeight("38vh");
        text.getElement().setAttribute("dir", "auto");
        text.setValueChangeMode(ValueChangeMode.ON_BLUR);
        text.addValueChangeListener(change -> forget());
        reason.setWidthFull();
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        Button look = new Button("See what moves", click -> problem.attempt(this::look));
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        apply.setEnabled(false);
        apply.addClickListener(click -> problem.attempt(() -> {
            revisions.revise(manager, document.id(), text.getValue(), reason.getValue());
            changed.run();
            close();
        }));
        outcome.addClassName("revision-outcome");
        outcome.getElement().setAttribute("role", "status");
        add(
                new Note(
                        "The text there is now stays readable with its marks. Marks whose words do not change move along;"
                                + " the others wait for their annotators."),
                sources(),
                text,
                reason,
                problem,
                outcome);
        history().ifPresent(this::add);
        getFooter().add(new Button("Cancel", click -> close()), look, apply);
    }

    private Component sources() {
        Button original = new Button(
                "Read the original again",
                click -> problem.attempt(() -> take(revisions.extractAgain(manager, document.id(), null))));
        Upload upload = new Upload(UploadHandler.inMemory((file, bytes) -> problem.attempt(() -> take(revisions.read(
                manager, document.id(), new UploadedFile(file.fileName(), new ByteArrayResource(bytes)))))));
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button("Take it from a file"));
        upload.setDropAllowed(false);
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        Div sources = new Div(original, upload);
        sources.addClassName("revision-sources");
        return sources;
    }

    private void take(String other) {
        text.setValue(other);
        forget();
    }

    /** What was seen is not what would happen any more. */
    private void forget() {
        outcome.removeAll();
        apply.setEnabled(false);
    }

    private void look() {
        forget();
        Revised revised = revisions.preview(manager, document.id(), text.getValue());
        UnorderedList list = new UnorderedList();
        revised.carried().stream()
                .filter(one -> one.kept() + one.open() > 0)
                .forEach(one -> list.add(new ListItem(words(one))));
        Button compare = new Button(
                "Compare the two texts",
                click -> new CompareDialog(
                                "Text %d, as it is".formatted(document.revision()),
                                before,
                                "Text %d, corrected".formatted(document.revision() + 1),
                                DocumentText.of(text.getValue()))
                        .open());
        compare.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        outcome.add(
                list.getChildren().findAny().isPresent() ? list : new Note("Nobody has marked anything in it."),
                compare);
        apply.setEnabled(true);
    }

    private static String words(Carried one) {
        return switch (one.what()) {
            case "annotations" ->
                Words.counted(one.kept(), "mark moves along", "marks move along")
                        + (one.open() == 0
                                ? "; none is in doubt."
                                : "; %s for their annotators, because their words change."
                                        .formatted(Words.counted(one.open(), "waits", "wait")));
            case "decisions" ->
                Words.counted(one.kept(), "decision stands", "decisions stand")
                        + (one.open() == 0 ? "." : "; %d will be open again.".formatted(one.open()));
            case "threads" ->
                Words.counted(one.kept(), "discussion stays at its words", "discussions stay at their words")
                        + (one.open() == 0 ? "." : "; %d will stand at what took their place.".formatted(one.open()));
            default -> "%s: %d stand, %d to look at.".formatted(one.what(), one.kept(), one.open());
        };
    }

    private Optional<Component> history() {
        List<Revision> earlier = revisions.of(manager, document.id()).stream()
                .filter(revision -> revision.replaced() != null)
                .toList();
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        for (Revision revision : earlier) {
            Replaced replaced = revision.replaced();
            Anchor read = new Anchor(
                    "documents/%s?revision=%d".formatted(document.id(), revision.number()),
                    "Text %d".formatted(revision.number()));
            list.add(new ListItem(read, new Span(replaced == null ? "" : ", replaced: " + replaced.reason())));
        }
        Div history = new Div(new Note("The texts before:"), list);
        history.addClassName("revision-history");
        return Optional.of(history);
    }
}
