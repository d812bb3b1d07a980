package dev.parley.adjudication.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.adjudication.AdjudicationService;
import dev.parley.adjudication.Decision;
import dev.parley.adjudication.QueueFilter;
import dev.parley.adjudication.QueueFilter.Order;
import dev.parley.adjudication.QueueFilter.State;
import dev.parley.adjudication.QueueItem;
import dev.parley.agreement.Cause;
import dev.parley.annotation.AnnotationJson;
import dev.parley.document.DocumentId;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            int value,
            int alike,
            String state,
            Set<String> aspects,
            String words,
            @Nullable DecisionJson decision) {

        static DisagreementJson of(QueueItem item, Map<UserId, User> people) {
            return new DisagreementJson(
                    item.id(),
                    item.disagreement().document().toString(),
                    item.disagreement().cause().wire(),
                    item.disagreement().layer(),
                    item.disagreement().versions().stream()
                            .map(version -> new VersionJson(
                                    version.annotators(),
                                    Optional.ofNullable(version.annotation())
                                            .map(AnnotationJson::write)
                                            .orElse(null)))
                            .toList(),
                    item.value(),
                    item.alike(),
                    item.isOpen() ? "open" : "decided",
                    new TreeSet<>(item.disagreement().aspects()),
                    item.words(),
                    item.decision()
                            .map(decision -> DecisionJson.of(decision, people))
                            .orElse(null));
        }
    }

    record DecisionJson(
            String disagreement,
            String outcome,
            @Nullable String annotator,
            @Nullable JsonNode annotation,
            @Nullable String reason,
            @Nullable String note,
            String by,
            Instant at) {

        static DecisionJson of(Decision decision, Map<UserId, User> people) {
            return new DecisionJson(
                    decision.disagreement(),
                    decision.outcome().name().toLowerCase(Locale.ROOT),
                    decision.annotator(),
                    Optional.ofNullable(decision.chosen())
                            .map(AnnotationJson::write)
                            .orElse(null),
                    decision.reason(),
                    decision.note(),
                    Optional.ofNullable(people.get(decision.decidedBy()))
                            .map(User::name)
                            .orElse("unknown"),
                    decision.decidedAt());
        }
    }

    record Page(List<DisagreementJson> items, @Nullable String next) {}

    record Settled(List<DecisionJson> decisions) {}

    /** Open ones first by what hangs on them, unless asked otherwise. */
    @GetMapping("/api/v1/projects/{project}/disagreements")
    Page list(
            @PathVariable ProjectId project,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String layer,
            @RequestParam(required = false) @Nullable String document,
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(defaultValue = "value") String order,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<QueueItem> items = adjudication.queue(
                currentUser.get(),
                project,
                new QueueFilter(
                        cause(cause),
                        layer == null || layer.isBlank() ? null : layer,
                        document(document),
                        choice(State.class, "state", state),
                        choice(Order.class, "order", order)));
        if (limit < 1 || limit > 500) {
            throw invalid("limit", "limit is 1 to 500, not %d.".formatted(limit));
        }
        List<QueueItem> rest = items.stream()
                .dropWhile(item -> cursor != null && !Cursor.read(cursor).isBefore(item, order))
                .toList();
        List<QueueItem> page = rest.stream().limit(limit).toList();
        Map<UserId, User> people = people(page.stream().flatMap(item -> item.decision().stream()));
        return new Page(
                page.stream().map(item -> DisagreementJson.of(item, people)).toList(),
                rest.size() > page.size() ? Cursor.after(page.getLast()).write() : null);
    }

    @PostMapping("/api/v1/disagreements/{id}/decision")
    Settled decide(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body) {
        List<Decision> decided =
                adjudication.decide(currentUser.get(), id, disagreement -> RulingJson.read(body, disagreement));
        Map<UserId, User> people = people(decided.stream());
        return new Settled(decided.stream()
                .map(decision -> DecisionJson.of(decision, people))
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
    private record Cursor(int value, int document, int inDocument) {

        static Cursor after(QueueItem item) {
            return new Cursor(
                    item.value(), item.place().document(), item.place().inDocument());
        }

        static Cursor read(String written) {
            try {
                String[] parts = written.split("-", 3);
                return new Cursor(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw invalid("cursor", "“%s” is no cursor of this list.".formatted(written));
            }
        }

        String write() {
            return "%d-%d-%d".formatted(value, document, inDocument);
        }

        boolean isBefore(QueueItem item, String order) {
            int byPlace = new QueueItem.Place(document, inDocument).compareTo(item.place());
            boolean byValue = order.equals("value") && item.value() != value;
            return byValue ? item.value() < value : byPlace < 0;
        }
    }

    private static @Nullable Cause cause(@Nullable String wire) {
        return wire == null || wire.isBlank()
                ? null
                : Cause.of(wire)
                        .orElseThrow(() -> invalid(
                                "cause",
                                "There is no cause “%s”; causes are %s."
                                        .formatted(
                                                wire,
                                                Arrays.stream(Cause.values())
                                                        .map(Cause::wire)
                                                        .collect(Collectors.joining(", ")))));
    }

    private static @Nullable DocumentId document(@Nullable String id) {
        try {
            return id == null || id.isBlank() ? null : new DocumentId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw invalid("document", "“%s” is not the id of a document.".formatted(id));
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String field, String written) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .orElseThrow(() -> invalid(
                        field,
                        "%s is %s, not “%s”."
                                .formatted(
                                        field,
                                        Arrays.stream(type.getEnumConstants())
                                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(" or ")),
                                        written)));
    }

    static ProblemException invalid(String field, String message) {
        return ProblemException.invalid(message, List.of(new Fault(field, message)));
    }
}
