package dev.parley.adjudication.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.adjudication.AdjudicationService;
import dev.parley.adjudication.AnnotatorNames;
import dev.parley.adjudication.Decision;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.page.EmptyState;
import dev.parley.page.Moment;
import dev.parley.page.PageHead;
import dev.parley.page.PlainTable;
import dev.parley.page.ProblemLine;
import dev.parley.project.Project;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people decided, newest first; each can be taken back, however old. */
@Route("projects/:project/adjudicate/decisions")
@PermitAll
@CssImport("./styles/adjudication.css")
class DecisionsView extends ProjectScreen {

    private static final int PORTION = 100;
    private final AdjudicationService adjudication;
    private final DocumentService documents;
    private final UserService users;

    DecisionsView(
            CurrentUser currentUser,
            ProjectService projects,
            AdjudicationService adjudication,
            DocumentService documents,
            UserService users) {
        super("Decisions", currentUser, projects);
        this.adjudication = adjudication;
        this.documents = documents;
        this.users = users;
    }

    @Override
    protected void show(User viewer, Project project, Location location) {
        show(project);
    }

    private void show(Project project) {
        removeAll();
        add(new PageHead("Decisions", AdjudicationPages.links(project.id())).withNote(project.name()));
        ProblemLine problem = new ProblemLine();
        PlainTable table =
                new PlainTable("Decisions", List.of("When", "By", "Document", "What differed", "Taken", "Why", ""));
        List<Decision> first = portion(project, null);
        if (first.isEmpty()) {
            add(new EmptyState(
                    "Nobody has decided anything yet.",
                    new Anchor("projects/%s/adjudicate".formatted(project.id()), "Begin")));
            return;
        }
        fill(table, project, first, problem);
        add(problem, table);
        if (first.size() == PORTION) {
            add(more(table, project, first.getLast().id(), problem));
        }
    }

    private List<Decision> portion(Project project, @Nullable UUID last) {
        return adjudication.latest(viewer(), project.id(), last, PORTION);
    }

    private Button more(PlainTable table, Project project, UUID last, ProblemLine problem) {
        Button more = new Button("Older ones");
        more.addClickListener(click -> {
            List<Decision> next = portion(project, last);
            fill(table, project, next, problem);
            remove(more);
            if (next.size() == PORTION) {
                add(more(table, project, next.getLast().id(), problem));
            }
        });
        return more;
    }

    private void fill(PlainTable table, Project project, List<Decision> decisions, ProblemLine problem) {
        Map<UserId, User> people =
                users.byId(decisions.stream().map(Decision::decidedBy).collect(Collectors.toSet()));
        Map<DocumentId, Document> all =
                documents
                        .some(decisions.stream()
                                .map(Decision::document)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Document::id, Function.identity()));
        AnnotatorNames names = adjudication.names(
                project.id(), decisions.stream().map(Decision::document).toList());
        Map<UUID, List<Decision>> batches = decisions.stream()
                .collect(Collectors.groupingBy(Decision::batch, LinkedHashMap::new, Collectors.toList()));
        batches.values().forEach(batch -> {
            Decision decision = batch.getFirst();
            User by = people.get(decision.decidedBy());
            Document about = all.get(decision.document());
            Span document = new Span(about == null ? "in the trash" : about.title());
            document.getElement().setAttribute("dir", "auto");
            table.addRow(
                    new Span(Moment.words(decision.decidedAt())),
                    new Text(by == null ? "" : by.displayName()),
                    document,
                    new Text(decision.cause().title() + (batch.size() > 1 ? ", %d alike".formatted(batch.size()) : "")),
                    new Text(taken(decision, names)),
                    new Text(reason(decision)),
                    undo(project, decision, batch.size(), problem));
        });
    }

    private Button undo(Project project, Decision decision, int size, ProblemLine problem) {
        Button undo = new Button(
                size == 1 ? "Take back" : "Take back all " + size,
                click -> problem.attempt(() -> {
                    adjudication.undo(viewer(), project.id(), decision.batch());
                    show(project);
                }));
        undo.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return undo;
    }

    private static String taken(Decision decision, AnnotatorNames names) {
        return switch (decision.outcome()) {
            case VERSION -> names.shown(decision.document(), String.valueOf(decision.annotator()));
            case OWN -> "own version";
            case NONE -> "none";
        };
    }

    private static String reason(Decision decision) {
        String reason = decision.reason();
        String note = decision.note();
        return reason != null ? reason : note != null ? note : "";
    }
}
