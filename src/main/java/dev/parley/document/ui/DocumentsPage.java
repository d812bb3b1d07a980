package dev.parley.document.ui;

import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPage;
import org.springframework.stereotype.Component;

/** Puts the documents after the overview in the navigation. */
@Component
class DocumentsPage implements ProjectPage {

    @Override
    public String title() {
        return "Documents";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Permission permission() {
        return Permission.READ;
    }

    @Override
    public String path(ProjectId project) {
        return "projects/" + project + "/documents";
    }
}
