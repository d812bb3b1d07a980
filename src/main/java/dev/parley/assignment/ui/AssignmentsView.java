package dev.parley.assignment.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.assignment.Assignment;
import dev.parley.assignment.AssignmentService;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.page.EmptyState;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.page.PageSection;
import dev.parley.page.ProblemLine;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Documents down, annotators across: who reads what and how far they are. */
@Route("projects/:project/assignments")
@PermitAll
@CssImport("./styles/assignments.css")
class AssignmentsView extends ProjectScreen {

    /** More columns than this no screen holds, and each costs every row a tick. */
    private static final int MOST_COLUMNS = 20;

    private final AssignmentService assignments;
    private final DocumentService documents;
    private final AccessPolicy policy;

    AssignmentsView(
            CurrentUser currentUser,
            AssignmentService assignments,
            DocumentService documents,
            ProjectService projects,
            AccessPolicy policy) {
        super("Assignments", currentUser, projects);
        this.assignments = assignments;
        this.documents = documents;
        this.policy = policy;
    }

    @Override
    protected void show(User manager, Project project, Location location) {
        ProjectId id = project.id();
        policy.require(manager, id, Permission.MANAGE);
        add(new PageHead("Assignments").withNote(project.name()));
        List<User> annotators = assignments.annotators(manager, id);
        if (documents.count(id) == 0) {
            add(empty("There is nothing to read yet.", "projects/%s/documents".formatted(id), "Upload documents"));
        } else if (annotators.isEmpty()) {
            add(empty(
                    "Nobody annotates in this project yet.",
                    "projects/%s/members".formatted(id),
                    "Give somebody the role annotator"));
        } else {
            addMatrix(manager, project, annotators);
        }
    }

    private void addMatrix(User manager, Project project, List<User> annotators) {
        ProblemLine problem = new ProblemLine();
        CallbackDataProvider<Assignment, Void> rows = new CallbackDataProvider<>(
                query -> assignments.slice(manager, project.id(), query.getOffset(), query.getLimit()).stream(),
                _ -> documents.count(project.id()),
                assignment -> assignment.document().id());
        AssignmentMatrix matrix = new AssignmentMatrix(rows, (document, annotator, isAssigned) -> {
            problem.attempt(() -> tick(project.id(), document, annotator, isAssigned));
            return assignments.one(viewer(), project.id(), document);
        });
        matrix.show(annotators.subList(0, Math.min(annotators.size(), MOST_COLUMNS)));
        SpreadForm form = new SpreadForm(
                annotators,
                project.settings().annotatorsPerDocument(),
                (names, perDocument) -> problem.attempt(() -> {
                    assignments.assign(viewer(), project.id(), null, names, perDocument);
                    matrix.refresh();
                }));
        add(
                new PageSection(
                        "Share out all documents",
                        new Note("Each document goes to those with the least to read. Who reads already, stays."),
                        form,
                        problem),
                new PageSection(
                        "Who reads what",
                        new Note(
                                "A tick gives the document to the annotator. It can be taken back until they begin. By key: arrows to the cell, Enter, then Space."),
                        columns(annotators, matrix),
                        matrix));
    }

    /** Asks whose columns are drawn, where there are too many people to draw all. */
    private static MultiSelectComboBox<User> columns(List<User> annotators, AssignmentMatrix matrix) {
        MultiSelectComboBox<User> shown = new MultiSelectComboBox<>("Annotators shown, at most " + MOST_COLUMNS);
        shown.addClassName("assignment-people");
        shown.setItemLabelGenerator(User::displayName);
        shown.setItems(annotators);
        shown.setValue(annotators.stream().limit(MOST_COLUMNS).toList());
        shown.setVisible(annotators.size() > MOST_COLUMNS);
        shown.addValueChangeListener(change -> matrix.show(annotators.stream()
                .filter(change.getValue()::contains)
                .limit(MOST_COLUMNS)
                .toList()));
        return shown;
    }

    private void tick(ProjectId project, DocumentId document, User annotator, boolean isAssigned) {
        if (isAssigned) {
            assignments.assign(viewer(), project, document, annotator.name());
        } else {
            assignments.unassign(viewer(), project, document, annotator.name());
        }
    }

    private static EmptyState empty(String sentence, String path, String action) {
        Anchor link = new Anchor(path, action);
        link.addClassName("primary-link");
        return new EmptyState(sentence, link);
    }
}
