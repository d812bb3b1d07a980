package dev.parley.assignment.ui;

import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPage;
import org.springframework.stereotype.Component;

/** Puts the assignments after the scheme in the navigation. */
@Component
class AssignmentsPage implements ProjectPage {

    @Override
    public String title() {
        return "Assignments";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE;
    }

    @Override
    public String path(ProjectId project) {
        return "projects/" + project + "/assignments";
    }
}
