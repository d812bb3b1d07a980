package dev.parley.project.ui;

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
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectRouteParameters;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;

/** Who is in a project, in which roles, and how the project works. */
@Route("projects/:project/members")
@PermitAll
@CssImport("./styles/project.css")
class MembersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final AccessPolicy policy;
    private String title = "Members and settings";

    MembersView(CurrentUser currentUser, ProjectService projects, AccessPolicy policy) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.policy = policy;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User viewer = currentUser.get();
        ProjectId id = ProjectRouteParameters.require(event.getRouteParameters());
        policy.require(viewer, id, Permission.MANAGE);
        Project project = projects.get(id);
        title = "Members and settings · " + project.name();
        removeAll();
        add(
                new PageHead("Members and settings").withNote(project.name()),
                new MembersSection(currentUser, projects, id),
                new SettingsSection(currentUser, projects, project),
                new TrashSection(currentUser, projects, project));
    }

    @Override
    public String getPageTitle() {
        return title + " · Parley";
    }
}
