package dev.parley.project.ui;

import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPage;
import org.springframework.stereotype.Component;

/** Puts the overview first in the navigation. */
@Component
class OverviewPage implements ProjectPage {

    @Override
    public String title() {
        return "Overview";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Permission permission() {
        return Permission.READ;
    }

    @Override
    public String path(ProjectId project) {
        return "projects/" + project;
    }
}
