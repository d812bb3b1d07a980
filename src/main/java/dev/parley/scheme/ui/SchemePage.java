package dev.parley.scheme.ui;

import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPage;
import org.springframework.stereotype.Component;

/** Puts the scheme into the navigation. */
@Component
class SchemePage implements ProjectPage {

    @Override
    public String title() {
        return "Scheme";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Permission permission() {
        return Permission.READ;
    }

    @Override
    public String path(ProjectId project) {
        return "projects/" + project + "/scheme";
    }
}
