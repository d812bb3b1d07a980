package dev.parley.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.page.EmptyState;
import dev.parley.page.PageHead;
import dev.parley.page.PageSection;
import dev.parley.page.Row;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPanel;
import dev.parley.project.ProjectRouteParameters;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One project at a glance: what every package has to say about it. */
@Route("projects/:project")
@PermitAll
class ProjectView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final List<ProjectPanel> panels;
    private String title = "Project";

    ProjectView(CurrentUser currentUser, ProjectService projects, List<ProjectPanel> panels) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(ProjectPanel::order))
                .toList();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User viewer = currentUser.get();
        Project project = projects.require(viewer, ProjectRouteParameters.require(event.getRouteParameters()));
        title = project.name();
        removeAll();
        add(new PageHead(project.name(), roleTags(viewer, project)));
        showPanels(viewer, project.id());
    }

    @Override
    public String getPageTitle() {
        return title + " · Parley";
    }

    private Row roleTags(User viewer, Project project) {
        Set<Role> roles = projects.of(viewer).getOrDefault(project, Set.of());
        Row tags = new Row();
        roles.stream().sorted().map(RoleWords::title).map(Span::new).forEach(tag -> {
            tag.addClassName("tag");
            tags.add(tag);
        });
        return tags;
    }

    private void showPanels(User viewer, ProjectId project) {
        panels.forEach(panel ->
                panel.panel(viewer, project).ifPresent(content -> add(new PageSection(panel.title(), content))));
        if (getComponentCount() == 1) {
            add(new EmptyState("Nothing has happened here yet. The pages of this project are listed on the left."));
        }
    }
}
