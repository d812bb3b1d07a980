package dev.parley.registry.ui;

import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPage;
import org.springframework.stereotype.Component;

/** Puts the registry behind scheme and guidelines in the navigation. */
@Component
class RegistryPage implements ProjectPage {

    @Override
    public String title() {
        return "Registry";
    }

    @Override
    public int order() {
        return 28;
    }

    @Override
    public Permission permission() {
        return Permission.READ;
    }

    @Override
    public String path(ProjectId project) {
        return path(project, "");
    }

    /** @param entity the one to show, or empty */
    static String path(ProjectId project, String entity) {
        return "projects/%s/registry%s".formatted(project, entity.isEmpty() ? "" : "/" + entity);
    }
}
