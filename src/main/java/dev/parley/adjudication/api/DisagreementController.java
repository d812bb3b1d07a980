package dev.parley.adjudication.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.adjudication.AdjudicationService;
import dev.parley.adjudication.AnnotatorNames;
import dev.parley.adjudication.Decision;
import dev.parley.adjudication.QueueFilter;
import dev.parley.adjudication.QueueItem;
import dev.parley.annotation.AnnotationJson;
import dev.parley.document.DocumentId;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class DisagreementController {

    private final AdjudicationService adjudication;
    private final UserService users;
    private final CurrentUser currentUser;

    DisagreementController(AdjudicationService adjudication, UserService users, CurrentUser currentUser) {
        this.adjudication = adjudication;
        this.users = users;
        this.currentUser = currentUser;
    }

    record VersionJson(List<String> annotators, @Nullable JsonNode annotation) {}

    record DisagreementJson(
            String id,
            String document,
            String cause,
            String layer,
            List<VersionJson> versions,
            double value,
            double wrong,
            int alike,
            String state,
            Set<String> aspects,
            String words,
            @Nullable DecisionJson decision) {

        static DisagreementJson of(QueueItem item, Map<UserId, User> people, AnnotatorNames names) {
            DocumentId document = item.disagreement().document();
            return new DisagreementJson(
                    item.id(),
                    document.toString(),
                    item.disagreement().cause().wire(),
                    item.disagreement().layer(),
                    item.disagreement().versions().stream()
                            .map(version -> new VersionJson(
                                    version.annotators().stream()
                                            .map(annotator -> names.written(document, annotator))
                                            .sorted()
                                            .toList(),
                                    Optional.ofNullable(version.annotation())
                                            .map(AnnotationJson::write)
                                            .orElse(null)))
                            .toList(),
                    item.value(),
                    item.wrong(),
                    item.alike(),
                    item.isWaiting() ? "waiting" : item.isOpen() ? "open" : "decided",
                    new TreeSet<>(item.disagreement().aspects()),
                    item.words(),
                    item.decision()
                            .map(decision -> DecisionJson.of(decision, people, names))
                            .orElse(null));
        }
    }

    record Page(List<DisagreementJson> items, @Nullable String next) {}

    record Settled(List<DecisionJson> decisions) {}

    /** Open ones first by what hangs on them, unless asked otherwise. */
    @GetMapping("/api/v1/projects/{project}/disagreements")
    Page list(
            @PathVariable ProjectId project,
            @ParameterObject QueueQuery query,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        QueueFilter filter = query.filter(QueueFilter.State.ALL);
        List<QueueItem> items = adjudication.queue(currentUser.get(), project, filter);
        if (limit < 1 || limit > 500) {
            throw invalid("limit", "limit is 1 to 500, not %d.".formatted(limit));
        }
        List<QueueItem> rest = items.stream()
                .dropWhile(item -> cursor != null && !Cursor.read(cursor).isBefore(item, filter.order()))
                .toList();
        List<QueueItem> page = rest.stream().limit(limit).toList();
        Map<UserId, User> people = people(page.stream().flatMap(item -> item.decision().stream()));
        AnnotatorNames names = adjudication.names(
                project,
                page.stream().map(item -> item.disagreement().document()).toList());
        return new Page(
                page.stream()
                        .map(item -> DisagreementJson.of(item, people, names))
                        .toList(),
                rest.size() > page.size() ? Cursor.after(page.getLast()).write() : null);
    }

    @PostMapping("/api/v1/disagreements/{id}/decision")
    Settled decide(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body) {
        List<Decision> decided =
                adjudication.decide(currentUser.get(), id, disagreement -> RulingJson.read(body, disagreement));
        Map<UserId, User> people = people(decided.stream());
        AnnotatorNames names = adjudication.names(
                decided.getFirst().project(),
                decided.stream().map(Decision::document).toList());
        return new Settled(decided.stream()
                .map(decision -> DecisionJson.of(decision, people, names))
                .toList());
    }

    @DeleteMapping("/api/v1/disagreements/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id) {
        adjudication.withdraw(currentUser.get(), id);
    }

    private Map<UserId, User> people(Stream<Decision> decisions) {
        Collection<UserId> ids = decisions.map(Decision::decidedBy).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : users.byId(ids);
    }

    /** Where a page ended, by what it is sorted by, so that items decided meanwhile make no gap. */
    private record Cursor(boolean waiting, double value, int document, int inDocument) {

        static Cursor after(QueueItem item) {
            return new Cursor(
                    item.isWaiting(),
                    item.value(),
                    item.place().document(),
                    item.place().inDocument());
        }

        static Cursor read(String written) {
            try {
                String[] parts = written.split("-", 4);
                return new Cursor(
                        parts[0].equals("w"),
                        Double.longBitsToDouble(Long.parseLong(parts[1], 36)),
                        Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[3]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw invalid("cursor", "“%s” is no cursor of this list.".formatted(written));
            }
        }

        String write() {
            return "%s-%s-%d-%d"
                    .formatted(
                            waiting ? "w" : "r",
                            Long.toString(Double.doubleToLongBits(value), 36),
                            document,
                            inDocument);
        }

        boolean isBefore(QueueItem item, QueueFilter.Order order) {
            int byPlace = new QueueItem.Place(document, inDocument).compareTo(item.place());
            if (order == QueueFilter.Order.DOCUMENT) {
                return byPlace < 0;
            }
            if (waiting != item.isWaiting()) {
                return item.isWaiting();
            }
            return item.value() == value ? byPlace < 0 : item.value() < value;
        }
    }

    static ProblemException invalid(String field, String message) {
        return ProblemException.invalid(message, List.of(new Fault(field, message)));
    }
}
