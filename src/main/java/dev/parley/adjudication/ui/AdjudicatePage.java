package dev.parley.adjudication.ui;

import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPage;
import org.springframework.stereotype.Component;

/** Puts adjudication after agreement in the navigation. */
@Component
class AdjudicatePage implements ProjectPage {

    @Override
    public String title() {
        return "Adjudicate";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Permission permission() {
        return Permission.ADJUDICATE;
    }

    @Override
    public String path(ProjectId project) {
        return "projects/%s/adjudicate".formatted(project);
    }
}
