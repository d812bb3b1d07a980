package dev.parley.exchange.ui;

import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPage;
import org.springframework.stereotype.Component;

/** Puts the import screen into the navigation. */
@Component
class ImportPage implements ProjectPage {

    @Override
    public String title() {
        return "Import";
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE;
    }

    @Override
    public String path(ProjectId project) {
        return "projects/" + project + "/import";
    }
}
