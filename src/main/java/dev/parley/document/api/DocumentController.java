package dev.parley.document.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentPage;
import dev.parley.document.DocumentQuery;
import dev.parley.document.DocumentQuery.ReadingState;
import dev.parley.document.DocumentService;
import dev.parley.document.Publication;
import dev.parley.document.Publication.Basis;
import dev.parley.document.ReadingStates;
import dev.parley.document.TrashService;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
class DocumentController {

    private static final int MOST = 500;
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final DocumentService documents;
    private final TrashService trash;
    private final AccessPolicy policy;
    private final UserService users;
    private final CurrentUser currentUser;
    private final ObjectProvider<ReadingStates> states;

    DocumentController(
            DocumentService documents,
            TrashService trash,
            AccessPolicy policy,
            UserService users,
            CurrentUser currentUser,
            ObjectProvider<ReadingStates> states) {
        this.documents = documents;
        this.trash = trash;
        this.policy = policy;
        this.users = users;
        this.currentUser = currentUser;
        this.states = states;
    }

    /** What is changed; what is left out stays, an empty string takes away. */
    record Description(
            @Nullable String title,
            @Nullable String language,
            @Nullable String published,
            @Nullable String outlet,
            @Nullable String byline,
            @Nullable String url) {}

    record AlikeJson(String id, String title, int percent) {}

    record Alike(List<AlikeJson> items, @Nullable String next) {}

    record Documents(List<DocumentJson> items, @Nullable String next) {}

    @GetMapping("/api/v1/projects/{project}/documents")
    Documents all(
            @PathVariable ProjectId project,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String reader,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(defaultValue = "false") boolean alike,
            @RequestParam(name = "trash", defaultValue = "false") boolean inTrash) {
        User viewer = currentUser.get();
        policy.require(viewer, project, Permission.READ);
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid(
                    "“limit” is 1 to %d, not %d.".formatted(MOST, limit),
                    List.of(new Fault("limit", "must be 1 to " + MOST)));
        }
        DocumentQuery query = new DocumentQuery(
                q,
                language,
                reader == null ? null : reader(viewer, project, reader),
                state == null ? null : state(state),
                day("from", from),
                day("to", to),
                alike,
                inTrash,
                label);
        DocumentPage page = query.isEverything()
                ? documents.page(project, cursor, limit)
                : documents.find(viewer, project, query).page(cursor, limit);
        Map<DocumentId, Map<String, String>> known = states(viewer, project, page.items());
        return new Documents(
                page.items().stream().map(document -> json(document, known)).toList(), page.next());
    }

    private static ReadingState state(String word) {
        return Arrays.stream(ReadingState.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "state", "“state” is unassigned, open, begun or submitted, not “%s”.".formatted(word)));
    }

    private static @Nullable String day(String name, @Nullable String day) {
        if (day != null && !day.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
            throw ProblemException.invalid(
                    name, "“%s” is a day, a month or a year such as 2031-05-03, not “%s”.".formatted(name, day));
        }
        return day;
    }

    @GetMapping("/api/v1/documents/{document}")
    DocumentJson one(@PathVariable DocumentId document) {
        return json(documents.require(currentUser.get(), document));
    }

    /** Who may not ask about readers does not learn either who has an account. */
    private UserId reader(User viewer, ProjectId project, String name) {
        policy.require(viewer, project, Permission.MANAGE);
        return users.get(name).id();
    }

    @PatchMapping("/api/v1/documents/{document}")
    DocumentJson describe(@PathVariable DocumentId document, @RequestBody Description change) {
        User manager = currentUser.get();
        policy.require(manager, documents.projectOf(manager, document), Permission.MANAGE);
        Document now = documents.require(manager, document);
        Publication before = now.publication();
        String published = change.published() == null ? before.published() : blankToNull(change.published());
        Basis basis = change.published() == null || change.published().equals(before.published())
                ? before.basis()
                : Basis.USER;
        Document changed = documents.describe(
                manager,
                document,
                Objects.requireNonNullElse(change.title(), now.title()),
                change.language() == null ? now.language() : change.language(),
                new Publication(
                        published,
                        published == null ? null : basis,
                        change.outlet() == null ? before.outlet() : change.outlet(),
                        change.byline() == null ? before.byline() : change.byline(),
                        change.url() == null ? before.url() : change.url()));
        return json(changed, states(manager, changed.project(), List.of(changed)));
    }

    /** Moves it to the trash. */
    @DeleteMapping("/api/v1/documents/{document}")
    ResponseEntity<Void> delete(@PathVariable DocumentId document) {
        User manager = currentUser.get();
        trash.trash(manager, documents.projectOf(manager, document), List.of(document));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/v1/documents/{document}/restoration")
    DocumentJson restore(@PathVariable DocumentId document) {
        User manager = currentUser.get();
        trash.restore(manager, documents.projectOf(manager, document), List.of(document));
        return one(document);
    }

    /** What went for good. */
    record EmptiedJson(int documents, int originals) {}

    /** Lets everything in the trash go for good, with the files that nothing else came from. */
    @DeleteMapping("/api/v1/projects/{project}/trash")
    EmptiedJson empty(@PathVariable ProjectId project) {
        TrashService.Emptied emptied = trash.empty(currentUser.get(), project);
        return new EmptiedJson(emptied.documents(), emptied.originals());
    }

    /** The documents it resembles, the most alike first. */
    @GetMapping("/api/v1/documents/{document}/alike")
    Alike alike(@PathVariable DocumentId document) {
        return new Alike(
                documents.alike(currentUser.get(), document).stream()
                        .map(each -> new AlikeJson(each.document().toString(), each.title(), each.percent()))
                        .toList(),
                null);
    }

    private static @Nullable String blankToNull(String value) {
        return value.isBlank() ? null : value.strip();
    }

    /**
     * The exact text. A text never changes, so whoever has it need not ask again; another person must. A document that
     * was corrected has had several, so there only an address that names the {@code sha256} is for ever.
     */
    @GetMapping("/api/v1/documents/{document}/text")
    @Nullable
    ResponseEntity<byte[]> text(
            @PathVariable DocumentId document,
            @RequestParam(required = false) @Nullable String sha256,
            WebRequest request) {
        Document found = documents.require(currentUser.get(), document);
        if (sha256 != null && !sha256.equals(found.sha256())) {
            throw ProblemException.conflict(
                    "The text of “%s” was corrected meanwhile; it is now %s.".formatted(found.title(), found.sha256()));
        }
        String etag = "\"%s\"".formatted(found.sha256());
        if (request.checkNotModified(etag)) {
            return null;
        }
        boolean forEver = sha256 != null || found.revision() == 1;
        return (forEver ? forEver(etag) : answer(etag, CacheControl.noCache().cachePrivate()))
                .contentType(TEXT)
                .body(documents.text(document).value().getBytes(StandardCharsets.UTF_8));
    }

    /** An answer that is the same whenever the same person asks. */
    static ResponseEntity.BodyBuilder forEver(String etag) {
        return answer(
                etag, CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
    }

    private static ResponseEntity.BodyBuilder answer(String etag, CacheControl caching) {
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(caching)
                .header(HttpHeaders.VARY, HttpHeaders.COOKIE, HttpHeaders.AUTHORIZATION);
    }

    private Map<DocumentId, Map<String, String>> states(User reader, ProjectId project, List<Document> page) {
        ReadingStates known = states.getIfAvailable();
        return known == null || page.isEmpty()
                ? Map.of()
                : known.states(reader, project, page.stream().map(Document::id).toList());
    }

    private static DocumentJson json(Document document, Map<DocumentId, Map<String, String>> states) {
        return DocumentJson.of(document, states.getOrDefault(document.id(), Map.of()));
    }

    DocumentJson json(Document document) {
        return json(document, states(currentUser.get(), document.project(), List.of(document)));
    }
}
