package dev.parley.shell;

import dev.parley.account.User;
import dev.parley.assignment.AssignmentService;
import dev.parley.assignment.Readings;
import dev.parley.document.DocumentService;
import dev.parley.project.ProjectId;
import org.springframework.stereotype.Component;

/** Looks where a project stands and says what its manager does next. Counts only: a large project costs no more. */
@Component
class NextSteps {

    private final DocumentService documents;
    private final AssignmentService assignments;

    NextSteps(DocumentService documents, AssignmentService assignments) {
        this.documents = documents;
        this.assignments = assignments;
    }

    NextStep of(User manager, ProjectId project) {
        return of(manager, project, assignments.readings(manager, project));
    }

    NextStep of(User manager, ProjectId project, Readings readings) {
        return NextStep.of(project, documents.waiting(manager, project), documents.count(project), readings);
    }
}
