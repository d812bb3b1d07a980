package dev.parley.document.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.document.Document;
import dev.parley.document.DocumentService;
import dev.parley.document.FileService;
import dev.parley.document.Lines;
import dev.parley.document.ProposedArticle;
import dev.parley.document.SourceFile;
import dev.parley.document.SourceFile.State;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.InProject;
import dev.parley.project.ProjectId;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows on a file's text where its articles begin and end, to be moved and confirmed. */
@Route("files/:file/cuts")
@PermitAll
@CssImport("./styles/documents.css")
class CutsView extends Div implements BeforeEnterObserver, HasDynamicTitle, InProject {

    private final CurrentUser currentUser;
    private final FileService files;
    private final DocumentService documents;
    private final Button confirm = new Button();
    private final ProblemLine problem = new ProblemLine();
    private @Nullable SourceFile file;
    private @Nullable Registration confirming;

    CutsView(CurrentUser currentUser, FileService files, DocumentService documents) {
        this.currentUser = currentUser;
        this.files = files;
        this.documents = documents;
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        addClassNames("page", "cuts");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User viewer = currentUser.get();
        SourceFile found = files.file(viewer, FileRouteParameters.require(event.getRouteParameters()));
        file = found;
        removeAll();
        if (found.state() == State.FROZEN) {
            showDocuments(found);
        } else {
            showSheet(viewer, found);
        }
    }

    @Override
    public Optional<ProjectId> project() {
        return Optional.ofNullable(file).map(SourceFile::project);
    }

    @Override
    public String getPageTitle() {
        return "Cuts of %s · Parley".formatted(file == null ? "a file" : file.name());
    }

    private void showSheet(User viewer, SourceFile found) {
        Lines lines = Lines.of(files.fileText(viewer, found.id()));
        CutDraft draft = new CutDraft(
                lines, found.proposal().stream().map(ProposedArticle::span).toList());
        ArticleChoices choices = new ArticleChoices(files, documents, viewer, found.id(), lines.text());
        label(draft);
        if (confirming != null) {
            confirming.remove();
        }
        confirming = confirm.addClickListener(click -> {
            problem.attempt(() -> {
                files.freeze(viewer, found.id(), draft.cuts(), choices.forPieces(draft.pieces()));
                click.getSource()
                        .getUI()
                        .ifPresent(ui -> ui.navigate("projects/%s/documents".formatted(found.project())));
            });
            label(draft);
        });
        Note keys =
                new Note("Click a line's number to begin an article there. On a boundary: ↑ ↓ move it, Delete gives the"
                        + " article to the one before, F2 opens its details, Tab leads to its other actions and to the next"
                        + " boundary.");
        keys.addClassName("cut-keys");
        add(
                new PageHead(found.name(), confirm),
                new Note(
                        "Is each block one article? What you confirm stays as it is: marks count from its first character."),
                problem,
                new Row(provenance(found), charset(viewer, found), discard(viewer, found)),
                keys,
                new CutSheet(lines, draft, choices, () -> label(draft)));
    }

    /** How the text came about; of a plain UTF-8 file there is nothing to tell. */
    private static Component provenance(SourceFile found) {
        Details details = new Details(
                found.provenance().madeByExtraction() ? "This text was made by extraction" : "How this text was read",
                new UnorderedList(
                        found.provenance().steps().stream().map(ListItem::new).toArray(ListItem[]::new)));
        details.setVisible(found.provenance().madeByExtraction()
                || found.provenance().steps().size() > 1);
        return details;
    }

    private Component discard(User viewer, SourceFile found) {
        Button discard = new Button(
                "Take this file back",
                click -> problem.attempt(() -> {
                    files.discard(viewer, found.id());
                    click.getSource()
                            .getUI()
                            .ifPresent(ui -> ui.navigate("projects/%s/documents".formatted(found.project())));
                }));
        discard.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL, ButtonVariant.ERROR);
        return discard;
    }

    /** Letters tell a charset only by their frequency, so whoever sees wrong ones has the last word. */
    private Component charset(User viewer, SourceFile found) {
        Button choose = new Button(
                "Read with another charset…",
                click -> new CharsetDialog(
                                found.name(),
                                List.of(),
                                charset -> files.preview(viewer, found.id(), charset, CharsetDialog.PREVIEW),
                                charset -> {
                                    file = files.reread(viewer, found.id(), charset);
                                    removeAll();
                                    showSheet(viewer, files.file(viewer, found.id()));
                                })
                        .open());
        choose.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        String read = found.provenance().charset();
        choose.setVisible(read != null && !read.startsWith("UTF"));
        return choose;
    }

    private void label(CutDraft draft) {
        int articles = draft.cuts().size();
        confirm.setText("Confirm " + Words.articles(articles));
        confirm.setEnabled(articles > 0);
    }

    private void showDocuments(SourceFile found) {
        OrderedList made = new OrderedList();
        for (Document document : documents.documentsOf(found.id())) {
            Anchor open = new Anchor("documents/" + document.id(), document.title());
            open.getElement().setAttribute("router-link", true);
            made.add(new ListItem(open));
        }
        add(
                new PageHead(found.name()),
                new Note("The articles of this file are settled; their text stays as it is."),
                made);
    }
}
