package dev.parley.project.ui;

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

/** Who is in a project, in which roles, and how the project works. */
@Route("projects/:project/members")
@PermitAll
@CssImport("./styles/project.css")
class MembersView extends ProjectScreen {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final AccessPolicy policy;

    MembersView(CurrentUser currentUser, ProjectService projects, AccessPolicy policy) {
        super("Members and settings", currentUser, projects);
        this.currentUser = currentUser;
        this.projects = projects;
        this.policy = policy;
    }

    @Override
    protected void show(User viewer, Project project, Location location) {
        policy.require(viewer, project.id(), Permission.MANAGE);
        add(
                new PageHead("Members and settings").withNote(project.name()),
                new MembersSection(currentUser, projects, project.id()),
                new SettingsSection(currentUser, projects, project),
                new TrashSection(currentUser, projects, project));
    }
}
