package dev.parley.shell;

import dev.parley.account.User;
import dev.parley.assignment.AssignmentService;
import dev.parley.assignment.Readings;
import dev.parley.document.DocumentService;
import dev.parley.document.FileService;
import dev.parley.project.ProjectId;
import org.springframework.stereotype.Component;

/** Looks where a project stands and says what its manager does next. Counts only: a large project costs no more. */
@Component
class NextSteps {

    private final FileService files;
    private final DocumentService documents;
    private final AssignmentService assignments;

    NextSteps(FileService files, DocumentService documents, AssignmentService assignments) {
        this.files = files;
        this.documents = documents;
        this.assignments = assignments;
    }

    NextStep of(User manager, ProjectId project) {
        return of(manager, project, assignments.readings(manager, project));
    }

    NextStep of(User manager, ProjectId project, Readings readings) {
        return NextStep.of(project, files.waiting(manager, project), documents.count(project), readings);
    }
}
