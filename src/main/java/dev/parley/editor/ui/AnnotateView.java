package dev.parley.editor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
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
import org.jspecify.annotations.Nullable;

/**
 * One document: to be marked by the one it was given to, to be read by others. {@code ?who=} in the address chooses whose
 * annotations are read, so that what one sees can be shared.
 */
@Route("documents/:document")
@PermitAll
class AnnotateView extends Div implements BeforeEnterObserver, HasDynamicTitle, InProject {

    static final String WHO = "who";

    private final CurrentUser currentUser;
    private final DocumentService documents;
    private final AssignmentService assignments;
    private final ReadableSets readableSets;
    private @Nullable Document document;

    AnnotateView(
            CurrentUser currentUser,
            DocumentService documents,
            AssignmentService assignments,
            ReadableSets readableSets) {
        this.currentUser = currentUser;
        this.documents = documents;
        this.assignments = assignments;
        this.readableSets = readableSets;
        addClassName("annotate");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User reader = currentUser.get();
        Document opened = documents.require(reader, DocumentRouteParameters.require(event.getRouteParameters()));
        document = opened;
        List<Choice> choices = readableSets.of(reader, opened);
        Optional<Choice> chosen =
                chosen(choices, event.getLocation().getQueryParameters().getSingleParameter(WHO));
        Div trail = new Div();
        showTrail(trail, reader, opened);
        SpanEditor editor = editor(opened, chosen);
        // what is left to do is different once the article is handed in
        editor.addSubmissionListener(submission -> showTrail(trail, reader, opened));
        removeAll();
        add(head(opened, choices, chosen, trail), editor);
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

    private static Header head(Document document, List<Choice> choices, Optional<Choice> chosen, Component trail) {
        H1 title = new H1(document.title());
        title.getElement().setAttribute("dir", "auto");
        Header head = new Header(title, versions(document, choices, chosen), trail);
        head.addClassName("annotate-head");
        return head;
    }

    /** Whose annotations there are to see; nothing where there is no choice. */
    private static Nav versions(Document document, List<Choice> choices, Optional<Choice> chosen) {
        Nav versions = new Nav();
        versions.addClassName("annotate-versions");
        versions.getElement().setAttribute("aria-label", "Annotations of");
        if (choices.size() < 2) {
            return versions;
        }
        for (Choice choice : choices) {
            Anchor link = new Anchor(DocumentRouteParameters.read(document.id(), choice.who()), choice.name());
            if (chosen.filter(choice::equals).isPresent()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            versions.add(link);
        }
        return versions;
    }

    private static SpanEditor editor(Document document, Optional<Choice> chosen) {
        SpanEditor editor = new SpanEditor();
        editor.setDocument(document.id());
        editor.setMode(chosen.filter(Choice::mine).isPresent() ? Mode.ANNOTATE : Mode.READ);
        chosen.map(Choice::who).ifPresentOrElse(editor::setWho, editor::setNobody);
        return editor;
    }
}
