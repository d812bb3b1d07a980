package dev.parley.assignment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dialog.Dialog;
import dev.parley.account.User;
import dev.parley.assignment.AssignmentService;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentsAction;
import dev.parley.page.Note;
import dev.parley.page.ProblemLine;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Gives the documents somebody has chosen to readers. */
@Component
@CssImport("./styles/assignments.css")
class AssignAction implements DocumentsAction {

    private final AssignmentService assignments;
    private final ProjectService projects;

    AssignAction(AssignmentService assignments, ProjectService projects) {
        this.assignments = assignments;
        this.projects = projects;
    }

    @Override
    public String title() {
        return "Assign…";
    }

    @Override
    public void begin(User manager, ProjectId project, List<DocumentId> documents, Consumer<String> done) {
        List<User> annotators = assignments.annotators(manager, project);
        Dialog dialog = new Dialog("Who reads them?");
        if (annotators.isEmpty()) {
            dialog.add(new Note("Nobody annotates in this project yet. Give somebody the role annotator first."));
        } else {
            ProblemLine problem = new ProblemLine();
            dialog.add(
                    new SpreadForm(
                            annotators,
                            projects.get(project).settings().annotatorsPerDocument(),
                            (names, perDocument) -> problem.attempt(() -> {
                                int made = assignments.assign(manager, project, documents, names, perDocument);
                                done.accept(made == 1 ? "1 new assignment." : "%d new assignments.".formatted(made));
                                dialog.close();
                            })),
                    problem);
        }
        dialog.getFooter().add(new Button("Cancel", click -> dialog.close()));
        dialog.open();
    }
}
