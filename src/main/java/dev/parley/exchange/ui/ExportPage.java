package dev.parley.exchange.ui;

import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPage;
import org.springframework.stereotype.Component;

/** Puts the export screen into the navigation. */
@Component
class ExportPage implements ProjectPage {

    @Override
    public String title() {
        return "Export";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Permission permission() {
        return Permission.SUPERVISE;
    }

    @Override
    public String path(ProjectId project) {
        return "projects/" + project + "/export";
    }
}
