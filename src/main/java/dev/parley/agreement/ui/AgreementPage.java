package dev.parley.agreement.ui;

import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPage;
import org.springframework.stereotype.Component;

/** Puts agreement after the assignments in the navigation. */
@Component
class AgreementPage implements ProjectPage {

    @Override
    public String title() {
        return "Agreement";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Permission permission() {
        return Permission.SUPERVISE;
    }

    @Override
    public String path(ProjectId project) {
        return "projects/%s/agreement".formatted(project);
    }
}
