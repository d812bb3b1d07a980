package dev.parley.adjudication.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.page.PageHead;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;

/** Where an annotator sees what was sent back to them, beside the others' versions, and answers with one key. */
@Route("projects/:project/questions")
@PermitAll
@CssImport("./styles/adjudication.css")
class AnswerView extends ProjectScreen {

    private final AccessPolicy policy;

    AnswerView(CurrentUser currentUser, ProjectService projects, AccessPolicy policy) {
        super("Sent back to you", currentUser, projects);
        this.policy = policy;
        addClassNames("page-wide", "adjudicate");
    }

    @Override
    protected void show(User actor, Project project, Location location) {
        policy.require(actor, project.id(), Permission.ANNOTATE);
        add(
                new PageHead("Sent back to you")
                        .withNote(
                                "%s · Keep to your version, or take another with a reason. What you handed in stays as it is."
                                        .formatted(project.name())),
                DecisionDesk.answering(project.id()));
    }
}
