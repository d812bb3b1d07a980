package dev.parley.project.ui;

import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPage;
import org.springframework.stereotype.Component;

/** Puts the guidelines after the scheme in the navigation. */
@Component
class GuidelinesPage implements ProjectPage {

    @Override
    public String title() {
        return "Guidelines";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Permission permission() {
        return Permission.READ;
    }

    @Override
    public String path(ProjectId project) {
        return "projects/%s/guidelines".formatted(project);
    }
}
