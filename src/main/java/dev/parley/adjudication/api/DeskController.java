package dev.parley.adjudication.api;

import static dev.parley.adjudication.api.DisagreementController.invalid;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.adjudication.AdjudicationService;
import dev.parley.adjudication.AnnotatorNames;
import dev.parley.adjudication.Decision;
import dev.parley.adjudication.ErrorsLeft;
import dev.parley.adjudication.QueueFilter;
import dev.parley.adjudication.QueueItem;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the decision desk asks for: what comes next, one case whole, what was decided. */
@RestController
class DeskController {

    private static final int MOST = 500;
    private static final String LAST = "last";

    private final AdjudicationService adjudication;
    private final UserService users;
    private final CurrentUser currentUser;

    DeskController(AdjudicationService adjudication, UserService users, CurrentUser currentUser) {
        this.adjudication = adjudication;
        this.users = users;
        this.currentUser = currentUser;
    }

    record EntryJson(String id, String document, String cause, String words, int alike, String state) {

        static EntryJson of(QueueItem item) {
            return new EntryJson(
                    item.id(),
                    item.disagreement().document().toString(),
                    item.disagreement().cause().wire(),
                    item.words(),
                    item.alike(),
                    item.isWaiting() ? "waiting" : item.isOpen() ? "open" : "decided");
        }
    }

    /**
     * @param items the first of those asked for, at most 500
     * @param matching how many were asked for
     * @param open how many of the whole project are open
     * @param looked how many documents were looked at by now; while they are fewer than {@code documents}, ask again
     */
    record QueueJson(
            List<EntryJson> items,
            int matching,
            int open,
            int decided,
            ErrorsLeft errorsLeft,
            int looked,
            int documents,
            boolean full) {}

    record AlikeJson(List<EntryJson> items) {}

    record Decisions(List<DecisionJson> items, @Nullable String next) {}

    record Reopened(List<String> reopened) {}

    @GetMapping("/api/v1/projects/{project}/queue")
    QueueJson queue(@PathVariable ProjectId project, @ParameterObject QueueQuery query) {
        AdjudicationService.Queue queue =
                adjudication.overview(currentUser.get(), project, query.filter(QueueFilter.State.OPEN));
        return new QueueJson(
                queue.items().stream().limit(MOST).map(EntryJson::of).toList(),
                queue.items().size(),
                queue.open(),
                queue.decided(),
                queue.errorsLeft(),
                queue.looked(),
                queue.documents(),
                queue.isFull());
    }

    @GetMapping("/api/v1/disagreements/{id}")
    CaseJson one(@PathVariable String id) {
        return CaseJson.of(adjudication.open(currentUser.get(), id));
    }

    /** Those that one decision with {@code alike} would settle, the one asked about first. */
    @GetMapping("/api/v1/disagreements/{id}/alike")
    AlikeJson alike(@PathVariable String id) {
        return new AlikeJson(adjudication.alike(currentUser.get(), id).stream()
                .map(EntryJson::of)
                .toList());
    }

    /** What people decided and still stands, newest first; what rules decided is listed with their runs. */
    @GetMapping("/api/v1/projects/{project}/decisions")
    Decisions decisions(
            @PathVariable ProjectId project,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw invalid("limit", "“limit” is 1 to %d, not %d.".formatted(MOST, limit));
        }
        User actor = currentUser.get();
        List<Decision> found = adjudication.latest(actor, project, last(cursor), limit);
        Map<UserId, User> people =
                users.byId(found.stream().map(Decision::decidedBy).collect(Collectors.toSet()));
        AnnotatorNames names = adjudication.names(
                project, found.stream().map(Decision::document).toList());
        return new Decisions(
                found.stream()
                        .map(decision -> DecisionJson.of(decision, people, names))
                        .toList(),
                found.size() < limit ? null : found.getLast().id().toString());
    }

    /** Takes back what was decided in one go; {@code last} is what the caller decided last. */
    @DeleteMapping("/api/v1/projects/{project}/decisions/{batch}")
    Reopened undo(@PathVariable ProjectId project, @PathVariable String batch) {
        User actor = currentUser.get();
        List<Decision> reopened = batch.equals(LAST)
                ? adjudication.undo(actor, project)
                : adjudication.undo(actor, project, batchId(batch));
        return new Reopened(reopened.stream().map(Decision::disagreement).toList());
    }

    private static UUID batchId(String batch) {
        try {
            return UUID.fromString(batch);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("decision", batch);
        }
    }

    private static @Nullable UUID last(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid("cursor", "“%s” is no cursor of this list.".formatted(cursor));
        }
    }
}
