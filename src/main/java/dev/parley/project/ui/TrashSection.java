package dev.parley.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.parley.account.CurrentUser;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.Project;
import dev.parley.project.ProjectService;

/** Puts the project away. Nothing is lost: its managers find it in the trash on the start page. */
class TrashSection extends Composite<PageSection> {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final Project project;
    private final ProblemLine problem = new ProblemLine();

    TrashSection(CurrentUser currentUser, ProjectService projects, Project project) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.project = project;
    }

    @Override
    protected PageSection initContent() {
        Button discard = new Button("Move project to the trash", click -> ask().open());
        discard.addThemeVariants(ButtonVariant.ERROR);
        return new PageSection(
                "Trash",
                new Note("Nobody can open a project in the trash. Its managers can bring it back from the start page."),
                problem,
                new Row(discard));
    }

    private ConfirmDialog ask() {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader("Move “%s” to the trash?".formatted(project.name()));
        question.setText("Its members can no longer open it. You can bring it back from the start page.");
        question.setCancelable(true);
        question.setCancelText("Keep it");
        question.setConfirmText("Move to the trash");
        question.addConfirmListener(confirmed -> problem.attempt(() -> {
            projects.discard(currentUser.get(), project.id());
            getUI().ifPresent(ui -> ui.navigate(""));
        }));
        return question;
    }
}
