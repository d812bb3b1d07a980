package dev.parley.project.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
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
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One project at a glance: what every package has to say about it. */
@Route("projects/:project")
@PermitAll
class ProjectView extends ProjectScreen {

    private final ProjectService projects;
    private final List<ProjectPanel> panels;

    ProjectView(CurrentUser currentUser, ProjectService projects, List<ProjectPanel> panels) {
        super("Overview", currentUser, projects);
        this.projects = projects;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(ProjectPanel::order))
                .toList();
    }

    @Override
    protected void show(User viewer, Project project, Location location) {
        add(new PageHead(project.name(), roleTags(viewer, project)));
        showPanels(viewer, project.id());
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
