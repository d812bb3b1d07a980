package dev.parley.shell;

import com.vaadin.flow.component.Component;
import dev.parley.account.User;
import dev.parley.assignment.AssignmentService;
import dev.parley.assignment.Workload;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPanel;
import java.util.Optional;

/** On a project's overview: what the viewer has to read in it. */
@org.springframework.stereotype.Component
class MyTasksPanel implements ProjectPanel {

    private final AssignmentService assignments;

    MyTasksPanel(AssignmentService assignments) {
        this.assignments = assignments;
    }

    @Override
    public String title() {
        return "Your reading";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Optional<Component> panel(User viewer, ProjectId project) {
        Workload mine = assignments.workload(viewer, project, TaskList.SHOWN);
        return mine.readings().all() == 0 ? Optional.empty() : Optional.of(new TaskList(mine));
    }
}
