package dev.parley.editor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.annotation.CarryService;
import dev.parley.annotation.WaitingAnnotation;
import dev.parley.assignment.AssignmentService;
import dev.parley.document.Document;
import dev.parley.document.DocumentService;
import dev.parley.editor.SpanEditor;
import dev.parley.editor.SpanEditor.Mode;
import dev.parley.editor.ui.ReadableSets.Choice;
import dev.parley.project.InProject;
import dev.parley.project.ProjectId;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One document: to be marked by the one it was given to, to be read by others. {@code ?who=} in the address chooses whose
 * annotations are read, so that what one sees can be shared; {@code ?mark=} goes to one of them; {@code ?revision=} opens a
 * text the document had before, with the marks it had then.
 */
@Route("documents/:document")
@PermitAll
class AnnotateView extends Div implements BeforeEnterObserver, HasDynamicTitle, InProject {

    static final String WHO = "who";
    static final String MARK = "mark";
    static final String REVISION = "revision";

    private final CurrentUser currentUser;
    private final DocumentService documents;
    private final AssignmentService assignments;
    private final ReadableSets readableSets;
    private final CarryService carries;
    private @Nullable Document document;

    AnnotateView(
            CurrentUser currentUser,
            DocumentService documents,
            AssignmentService assignments,
            ReadableSets readableSets,
            CarryService carries) {
        this.currentUser = currentUser;
        this.documents = documents;
        this.assignments = assignments;
        this.readableSets = readableSets;
        this.carries = carries;
        addClassName("annotate");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User reader = currentUser.get();
        Document opened = documents.require(reader, DocumentRouteParameters.require(event.getRouteParameters()));
        document = opened;
        QueryParameters address = event.getLocation().getQueryParameters();
        OptionalInt earlier = earlier(address, opened);
        if (earlier.isPresent()) {
            showEarlier(reader, opened, earlier.getAsInt(), address.getSingleParameter(WHO));
            return;
        }
        List<Choice> choices = readableSets.of(reader, opened);
        Optional<Choice> chosen = chosen(choices, address.getSingleParameter(WHO));
        Div trail = new Div();
        showTrail(trail, reader, opened);
        SpanEditor editor = editor(opened, choices, chosen);
        address.getSingleParameter(MARK).ifPresent(editor::setMark);
        // what is left to do is different once the article is handed in
        editor.addSubmissionListener(submission -> showTrail(trail, reader, opened));
        removeAll();
        Header head = head(opened, versions(opened, choices, chosen));
        toCheck(reader, opened).ifPresent(head::add);
        head.add(trail);
        add(head, editor);
    }

    /** The number of a text before the one that holds, if the address asks for one. */
    private static OptionalInt earlier(QueryParameters address, Document document) {
        return address.getSingleParameter(REVISION)
                .filter(number -> number.matches("[1-9][0-9]{0,5}"))
                .map(Integer::parseInt)
                .filter(number -> number < document.revision())
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private void showEarlier(User reader, Document opened, int revision, Optional<String> who) {
        List<Choice> choices = readableSets.of(reader, opened).stream()
                .filter(Choice::isAnnotator)
                .toList();
        Optional<Choice> chosen = chosen(choices, who);
        SpanEditor editor = editor(opened, choices, chosen);
        editor.setMode(Mode.READ);
        editor.setRevision(revision);
        Div which = new Div(
                new Text("Text %d of %d. ".formatted(revision, opened.revision())),
                new Anchor(DocumentRouteParameters.annotate(opened.id()), "Open the one that holds"));
        which.addClassName("annotate-earlier");
        Nav versions = versions(
                choices, chosen, choice -> DocumentRouteParameters.readEarlier(opened.id(), revision, choice.who()));
        Header head = head(opened, versions);
        head.add(which);
        removeAll();
        add(head, editor);
    }

    /** Says that marks of one's own wait since the text was corrected. */
    private Optional<Component> toCheck(User reader, Document opened) {
        if (opened.revision() == 1) {
            return Optional.empty();
        }
        long waiting = carries.waiting(reader, opened.id()).stream()
                .filter(WaitingAnnotation::doubtful)
                .count();
        if (waiting == 0) {
            return Optional.empty();
        }
        Anchor check = new Anchor(
                DocumentRouteParameters.check(opened.id()),
                waiting == 1
                        ? "The text was corrected: check one mark"
                        : "The text was corrected: check %d marks".formatted(waiting));
        check.addClassName("annotate-check");
        return Optional.of(check);
    }

    private void showTrail(Div place, User reader, Document opened) {
        place.removeAll();
        assignments.trail(reader, opened.id()).map(TaskTrail::new).ifPresent(place::add);
    }

    @Override
    public String getPageTitle() {
        return document == null ? "Document" : document.title();
    }

    @Override
    public Optional<ProjectId> project() {
        return Optional.ofNullable(document).map(Document::project);
    }

    /** The one asked for; else one's own; else the first there is. */
    private static Optional<Choice> chosen(List<Choice> choices, Optional<String> asked) {
        return choices.stream()
                .filter(choice -> asked.filter(choice.who()::equals).isPresent())
                .findFirst()
                .or(() -> choices.stream().findFirst());
    }

    private static Header head(Document document, Nav versions) {
        H1 title = new H1(document.title());
        title.getElement().setAttribute("dir", "auto");
        Header head = new Header(title, versions);
        head.addClassName("annotate-head");
        return head;
    }

    private static Nav versions(Document document, List<Choice> choices, Optional<Choice> chosen) {
        return versions(choices, chosen, choice -> DocumentRouteParameters.read(document.id(), choice.who()));
    }

    /** Whose annotations there are to see; nothing where there is no choice. */
    private static Nav versions(List<Choice> choices, Optional<Choice> chosen, Function<Choice, String> address) {
        Nav versions = new Nav();
        versions.addClassName("annotate-versions");
        if (choices.size() < 2) {
            // keeps its room, and is no place to go to
            versions.getElement().setAttribute("role", "presentation");
            return versions;
        }
        versions.getElement().setAttribute("aria-label", "Annotations of");
        for (Choice choice : choices) {
            Anchor link = new Anchor(address.apply(choice), choice.name());
            if (chosen.filter(choice::equals).isPresent()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            versions.add(link);
        }
        return versions;
    }

    private static SpanEditor editor(Document document, List<Choice> choices, Optional<Choice> chosen) {
        SpanEditor editor = new SpanEditor();
        editor.setDocument(document.id());
        if (chosen.filter(Choice::isTogether).isPresent()) {
            editor.setMode(Mode.COMPARE);
            editor.setTogether(choices.stream()
                    .filter(Choice::isAnnotator)
                    .map(Choice::who)
                    .toList());
            return editor;
        }
        editor.setMode(chosen.filter(Choice::mine).isPresent() ? Mode.ANNOTATE : Mode.READ);
        chosen.map(Choice::who).ifPresentOrElse(editor::setWho, editor::setNobody);
        return editor;
    }
}
