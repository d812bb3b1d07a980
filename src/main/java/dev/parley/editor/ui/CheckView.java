package dev.parley.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.CarryService;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.annotation.WaitingAnnotation;
import dev.parley.document.Document;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentText;
import dev.parley.document.RevisionService;
import dev.parley.page.EmptyState;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.InProject;
import dev.parley.project.ProjectId;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One's own marks that were in doubt when a document's text was corrected: each as it was, beside where it may belong. */
@Route("documents/:document/check")
@PermitAll
@CssImport("./styles/documents.css")
class CheckView extends Div implements BeforeEnterObserver, HasDynamicTitle, InProject {

    /** Code points shown on either side of a mark. */
    private static final int AROUND = 60;

    private final CurrentUser currentUser;
    private final DocumentService documents;
    private final RevisionService revisions;
    private final CarryService carries;
    private final Div list = new Div();
    private @Nullable Document document;

    CheckView(CurrentUser currentUser, DocumentService documents, RevisionService revisions, CarryService carries) {
        this.currentUser = currentUser;
        this.documents = documents;
        this.revisions = revisions;
        this.carries = carries;
        addClassNames("page", "check-marks");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Document opened =
                documents.require(currentUser.get(), DocumentRouteParameters.require(event.getRouteParameters()));
        document = opened;
        Anchor back = new Anchor(DocumentRouteParameters.annotate(opened.id()), "Back to the article");
        removeAll();
        add(
                new PageHead("Marks to check", back)
                        .withNote("The text of “%s” was corrected.".formatted(opened.title())),
                list);
        show(opened);
    }

    @Override
    public String getPageTitle() {
        return "Marks to check";
    }

    @Override
    public Optional<ProjectId> project() {
        return Optional.ofNullable(document).map(Document::project);
    }

    private void show(Document about) {
        User reader = currentUser.get();
        List<WaitingAnnotation> all = carries.waiting(reader, about.id());
        List<WaitingAnnotation> doubtful = all.stream()
                .filter(WaitingAnnotation::doubtful)
                .sorted(Comparator.comparingInt(one -> start(one.before())))
                .toList();
        list.removeAll();
        if (doubtful.isEmpty()) {
            list.add(new EmptyState("Nothing waits to be checked. All your marks are in the article."));
            return;
        }
        OrderedList items = new OrderedList();
        items.addClassName("check-list");
        doubtful.forEach(one -> items.add(item(about, one)));
        int others = all.size() - doubtful.size();
        if (others > 0) {
            list.add(new Note(
                    others == 1
                            ? "One more mark names these and comes back with them."
                            : "%d more marks name these and come back with them.".formatted(others)));
        }
        list.add(items);
    }

    private ListItem item(Document about, WaitingAnnotation one) {
        ProblemLine problem = new ProblemLine();
        Annotation after = one.after();
        Button keep = new Button(
                "Keep it there",
                click -> problem.attempt(() -> {
                    carries.keep(currentUser.get(), about.id(), one.id(), null);
                    show(about);
                }));
        keep.setEnabled(after != null);
        Button drop = new Button(
                "Give it up",
                click -> problem.attempt(() -> {
                    carries.drop(currentUser.get(), about.id(), one.id());
                    show(about);
                }));
        drop.addThemeVariants(ButtonVariant.TERTIARY);
        Div passages = new Div(
                passage("Before", one.before(), revisions.text(about.id(), one.revision())),
                after == null ? nowhere() : passage("Now", after, documents.text(about.id())));
        passages.addClassName("check-passages");
        return new ListItem(new H2(name(one.before())), passages, problem, new Row(keep, drop));
    }

    private static Div nowhere() {
        Div column = new Div(new Note("Now"), new Paragraph("These words are not in the text any more."));
        column.addClassName("check-passage");
        return column;
    }

    private static Div passage(String when, Annotation annotation, DocumentText text) {
        List<dev.parley.document.Span> spans = spans(annotation);
        int start = spans.isEmpty() ? 0 : Math.max(0, spans.getFirst().start() - AROUND);
        int end = spans.isEmpty()
                ? 0
                : Math.min(text.codePoints(), spans.getLast().end() + AROUND);
        Paragraph words = new Paragraph();
        words.getElement().setAttribute("dir", "auto");
        // no word is shown in part
        int done = start == 0
                ? 0
                : start + slice(text, start, spans.getFirst().start()).indexOf(' ') + 1;
        for (dev.parley.document.Span span : spans) {
            words.add(new Span(slice(text, done, span.start())));
            done = Math.max(done, span.end());
            Span marked = new Span(text.slice(span));
            marked.addClassName("check-words");
            marked.getElement().setAttribute("role", "mark");
            words.add(marked);
        }
        words.add(new Span(slice(text, done, end)));
        Div column = new Div(new Note(when), words);
        column.addClassName("check-passage");
        return column;
    }

    private static String slice(DocumentText text, int start, int end) {
        return end > start ? text.slice(new dev.parley.document.Span(start, end)) : "";
    }

    private static String name(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> mention.label();
            case Claim ignored -> "Claim";
            case Relation relation -> relation.type();
        };
    }

    private static int start(Annotation annotation) {
        return spans(annotation).stream()
                .mapToInt(dev.parley.document.Span::start)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /** A relation has no words of its own; it is in doubt only if something else took its place. */
    private static List<dev.parley.document.Span> spans(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> mention.spans();
            case Claim claim ->
                Stream.concat(claim.content().stream(), claim.cue().stream())
                        .sorted()
                        .toList();
            case Relation ignored -> List.of();
        };
    }
}
