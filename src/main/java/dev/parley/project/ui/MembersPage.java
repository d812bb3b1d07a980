package dev.parley.project.ui;

import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPage;
import org.springframework.stereotype.Component;

/** Puts members and settings last in the navigation. */
@Component
class MembersPage implements ProjectPage {

    @Override
    public String title() {
        return "Members and settings";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE;
    }

    @Override
    public String path(ProjectId project) {
        return "projects/" + project + "/members";
    }
}
