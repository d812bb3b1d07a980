package dev.parley.adjudication.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.page.PageHead;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectRouteParameters;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;

/** Where an annotator sees what was sent back to them, beside the others' versions, and answers with one key. */
@Route("projects/:project/questions")
@PermitAll
@CssImport("./styles/adjudication.css")
class AnswerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final AccessPolicy policy;
    private String title = "Sent back to you";

    AnswerView(CurrentUser currentUser, ProjectService projects, AccessPolicy policy) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.policy = policy;
        addClassNames("page", "page-wide", "adjudicate");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User actor = currentUser.get();
        Project project = projects.require(actor, ProjectRouteParameters.require(event.getRouteParameters()));
        policy.require(actor, project.id(), Permission.ANNOTATE);
        title = "Sent back to you · " + project.name();
        removeAll();
        add(
                new PageHead("Sent back to you")
                        .withNote(
                                "%s · Keep to your version, or take another with a reason. What you handed in stays as it is."
                                        .formatted(project.name())),
                DecisionDesk.answering(project.id()));
    }

    @Override
    public String getPageTitle() {
        return title + " · Parley";
    }
}
