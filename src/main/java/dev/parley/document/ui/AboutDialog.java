package dev.parley.document.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.account.User;
import dev.parley.document.Document;
import dev.parley.document.DocumentService;
import dev.parley.document.Likeness;
import dev.parley.document.Publication;
import dev.parley.document.Publication.Basis;
import dev.parley.document.RevisionService;
import dev.parley.page.Note;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a document besides its text: to be corrected, and what it resembles. */
class AboutDialog extends Dialog {

    private final DocumentService documents;
    private final RevisionService revisions;
    private final User viewer;
    private final Document document;
    private final TextField title = new TextField("Title");
    private final TextField language = new TextField("Language (tag)");
    private final TextField published = new TextField("Published");
    private final TextField outlet = new TextField("Outlet");
    private final TextField byline = new TextField("Author");
    private final TextField url = new TextField("Address");
    private final ProblemLine problem = new ProblemLine();

    AboutDialog(
            DocumentService documents, RevisionService revisions, User viewer, Document document, Runnable changed) {
        this.documents = documents;
        this.revisions = revisions;
        this.viewer = viewer;
        this.document = document;
        Publication publication = document.publication();
        setHeaderTitle("About this article");
        setWidth("min(720px, 95vw)");
        fill(title, document.title());
        fill(language, document.language());
        fill(published, publication.published());
        fill(outlet, publication.outlet());
        fill(byline, publication.byline());
        fill(url, publication.url());
        published.setHelperText(basis(publication.basis()));
        FormLayout form = new FormLayout(title, language, published, outlet, byline, url);
        form.setColspan(title, 2);
        form.setColspan(url, 2);
        Button save = new Button(
                "Save",
                click -> problem.attempt(() -> {
                    save();
                    changed.run();
                    close();
                }));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(form, problem, text(changed), source(), alike());
        getFooter().add(new Button("Cancel", click -> close()), save);
    }

    private static void fill(TextField field, @Nullable String value) {
        field.setValue(Objects.requireNonNullElse(value, ""));
    }

    private void save() {
        Publication before = document.publication();
        String day = published.getValue().strip();
        Basis basis = day.equals(before.published()) ? before.basis() : Basis.USER;
        documents.describe(
                viewer,
                document.id(),
                title.getValue(),
                language.getValue(),
                new Publication(
                        day.isEmpty() ? null : day,
                        day.isEmpty() ? null : basis,
                        outlet.getValue(),
                        byline.getValue(),
                        url.getValue()));
    }

    static String basis(@Nullable Basis basis) {
        return switch (basis) {
            case null -> "A day, a month or a year: 2031-05-03, 2031-05, 2031";
            case TEXT -> "It stands in the text.";
            case METADATA -> "The file says so of itself.";
            case USER -> "Somebody said so.";
            case INFERRED -> "It follows from something else.";
        };
    }

    private Component text(Runnable changed) {
        Button correct = new Button("Correct the text …", click -> {
            close();
            new RevisionDialog(documents, revisions, viewer, document, changed).open();
        });
        correct.addThemeVariants(ButtonVariant.TERTIARY);
        return new Row(
                new Note(
                        document.revision() == 1
                                ? "The text never changes; a correction takes its place and the marks move along."
                                : "This is text %d. The ones before stay readable.".formatted(document.revision())),
                correct);
    }

    private Component source() {
        Anchor original = new Anchor(
                "api/v1/files/%s/original".formatted(document.source().file()),
                "Download the original, %s".formatted(document.source().fileName()));
        // the router must not take the address for one of its pages
        original.getElement().setAttribute("download", true);
        return new Div(original);
    }

    private Component alike() {
        List<Likeness> alike = documents.alike(viewer, document.id());
        UnorderedList list = new UnorderedList();
        for (Likeness likeness : alike) {
            Button compare = new Button(
                    "Compare",
                    click -> new CompareDialog(
                                    document.title(),
                                    documents.text(document.id()),
                                    likeness.title(),
                                    documents.text(likeness.document()))
                            .open());
            compare.setAriaLabel("Compare with " + likeness.title());
            compare.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            Span words = new Span("%d %% like “%s” ".formatted(likeness.percent(), likeness.title()));
            words.getElement().setAttribute("dir", "auto");
            list.add(new ListItem(words, compare));
        }
        return alike.isEmpty() ? new Note("No other article of the project resembles it.") : list;
    }
}
