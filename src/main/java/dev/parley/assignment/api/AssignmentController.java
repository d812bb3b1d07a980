package dev.parley.assignment.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.annotation.Progress;
import dev.parley.assignment.Assignment;
import dev.parley.assignment.AssignmentService;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/projects/{project}/assignments")
class AssignmentController {

    private final AssignmentService assignments;
    private final DocumentService documents;
    private final AccessPolicy policy;
    private final CurrentUser currentUser;

    AssignmentController(
            AssignmentService assignments, DocumentService documents, AccessPolicy policy, CurrentUser currentUser) {
        this.assignments = assignments;
        this.documents = documents;
        this.policy = policy;
        this.currentUser = currentUser;
    }

    /** @param documents ids, or the word {@code all} */
    record Wanted(
            @Nullable JsonNode documents,
            @Nullable JsonNode annotators,
            @Nullable Integer perDocument) {}

    record AssignmentJson(
            String document,
            String title,
            String annotator,
            String state,
            long sequence,
            Instant assignedAt,
            @Nullable Instant submittedAt) {

        static AssignmentJson of(Document document, Progress progress) {
            return new AssignmentJson(
                    document.id().toString(),
                    document.title(),
                    progress.annotator(),
                    progress.state().name().toLowerCase(Locale.ROOT),
                    progress.sequence(),
                    progress.assignedAt(),
                    progress.submittedAt());
        }
    }

    record Assignments(List<AssignmentJson> items, @Nullable String next) {}

    /** @param assigned how many of them are new */
    record Assigned(int assigned, List<AssignmentJson> items) {}

    /** Who reads what, document by document. @param cursor number of documents to skip, as the page before said */
    @GetMapping
    Assignments all(
            @PathVariable ProjectId project,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int cursor) {
        Pages.check(limit, cursor);
        List<Assignment> page = assignments.slice(currentUser.get(), project, cursor, limit);
        return new Assignments(json(page), Pages.next(documents.count(project), limit, cursor));
    }

    /** Answers with the readers of the documents named, or of the first page of all. */
    @PostMapping
    Assigned assign(@PathVariable ProjectId project, @RequestBody Wanted wanted) {
        User manager = currentUser.get();
        // who may not assign is told that, whatever they sent
        policy.require(manager, project, Permission.MANAGE);
        List<DocumentId> named = documents(wanted.documents());
        int assigned = assignments.assign(
                manager, project, named, strings("annotators", wanted.annotators()), wanted.perDocument());
        List<Assignment> now = named == null
                ? assignments.slice(manager, project, 0, Pages.LONGEST)
                : assignments.of(manager, project, named);
        return new Assigned(assigned, json(now));
    }

    @DeleteMapping("/{document}/{annotator}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unassign(@PathVariable ProjectId project, @PathVariable DocumentId document, @PathVariable String annotator) {
        assignments.unassign(currentUser.get(), project, document, annotator);
    }

    private static List<AssignmentJson> json(List<Assignment> assignments) {
        return assignments.stream()
                .flatMap(assignment -> assignment.readers().stream()
                        .map(progress -> AssignmentJson.of(assignment.document(), progress)))
                .toList();
    }

    private static @Nullable List<DocumentId> documents(@Nullable JsonNode json) {
        if (json != null && json.isString() && json.stringValue().equals("all")) {
            return null;
        }
        List<DocumentId> ids = new ArrayList<>();
        for (String id : strings("documents", json)) {
            try {
                ids.add(DocumentId.of(id));
            } catch (IllegalArgumentException e) {
                throw ProblemException.invalid("documents", "There is no document %s in this project.".formatted(id));
            }
        }
        return ids;
    }

    private static List<String> strings(String field, @Nullable JsonNode json) {
        List<String> strings = new ArrayList<>();
        if (json == null || !json.isArray() || json.isEmpty()) {
            throw ProblemException.invalid(
                    field, "The body needs the field “%s”, a list that is not empty.".formatted(field));
        }
        for (JsonNode item : json) {
            if (!item.isString()) {
                throw ProblemException.invalid(field, "“%s” holds %s, which is not a string.".formatted(field, item));
            }
            strings.add(item.stringValue());
        }
        return strings;
    }
}
