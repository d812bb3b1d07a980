package dev.parley.document.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.document.Carrier.Carried;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.Revision;
import dev.parley.document.Revision.Replaced;
import dev.parley.document.RevisionService;
import dev.parley.document.RevisionService.Revised;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The texts a document had, and giving it another. */
@RestController
class RevisionController {

    private final RevisionService revisions;
    private final DocumentController documents;
    private final UserService users;
    private final CurrentUser currentUser;

    RevisionController(
            RevisionService revisions, DocumentController documents, UserService users, CurrentUser currentUser) {
        this.revisions = revisions;
        this.documents = documents;
        this.users = users;
        this.currentUser = currentUser;
    }

    /** @param replaced absent for the one that holds */
    record RevisionJson(
            int revision,
            String sha256,
            LengthJson length,
            @Nullable ReplacedJson replaced) {}

    record LengthJson(int codePoints, int utf16) {}

    record ReplacedJson(String by, Instant at, String reason) {}

    record Revisions(List<RevisionJson> items, @Nullable String next) {}

    /**
     * What is to become the text; one of the first two.
     *
     * @param text all of it
     * @param original take it from the original file, as that reads today
     * @param reason why the text changes; not needed for a preview
     */
    record Correction(
            @Nullable String text,
            @Nullable Original original,
            @Nullable String reason) {}

    /** @param charset to read it as; absent to find out */
    record Original(@Nullable String charset) {}

    /** @param carried by kind: how many stand with the same words, and how many somebody has to look at */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RevisedJson(
            int revision,
            String sha256,
            LengthJson length,
            Map<String, CarriedJson> carried,
            @Nullable String text) {}

    record CarriedJson(int kept, int open) {}

    @GetMapping("/api/v1/documents/{document}/revisions")
    Revisions all(@PathVariable DocumentId document) {
        return new Revisions(
                revisions.of(currentUser.get(), document).stream()
                        .map(this::json)
                        .toList(),
                null);
    }

    /** Corrects the text, all or nothing; with {@code preview} it only says what would become of the marks. */
    @PostMapping("/api/v1/documents/{document}/revisions")
    ResponseEntity<RevisedJson> revise(
            @PathVariable DocumentId document,
            @RequestBody Correction correction,
            @RequestParam(defaultValue = "false") boolean preview) {
        User manager = currentUser.get();
        Original original = correction.original();
        String given = correction.text();
        if ((given == null) == (original == null)) {
            String message = "Give either the “text” or “original”.";
            throw ProblemException.invalid(message, List.of(new Fault("text", message)));
        }
        String text = given == null && original != null
                ? revisions.extractAgain(manager, document, original.charset())
                : String.valueOf(given);
        if (preview) {
            return ResponseEntity.ok(json(revisions.preview(manager, document, text), original == null ? null : text));
        }
        String reason = correction.reason() == null ? "" : correction.reason();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(json(revisions.revise(manager, document, text, reason), null));
    }

    /** The document as it was in one of its texts. */
    @GetMapping("/api/v1/documents/{document}/revisions/{revision}")
    DocumentJson one(@PathVariable DocumentId document, @PathVariable int revision) {
        return documents.json(revisions.at(currentUser.get(), document, revision));
    }

    @GetMapping("/api/v1/documents/{document}/revisions/{revision}/text")
    @Nullable
    ResponseEntity<byte[]> text(@PathVariable DocumentId document, @PathVariable int revision, WebRequest request) {
        Revision found = revisions.require(currentUser.get(), document, revision);
        String etag = "\"%s\"".formatted(found.sha256());
        if (request.checkNotModified(etag)) {
            return null;
        }
        return DocumentController.forEver(etag)
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(revisions.text(document, revision).value().getBytes(StandardCharsets.UTF_8));
    }

    private RevisionJson json(Revision revision) {
        Replaced replaced = revision.replaced();
        return new RevisionJson(
                revision.number(),
                revision.sha256(),
                new LengthJson(revision.codePoints(), revision.utf16()),
                replaced == null
                        ? null
                        : new ReplacedJson(
                                users.find(replaced.by()).map(User::name).orElse(""),
                                replaced.at(),
                                replaced.reason()));
    }

    private static RevisedJson json(Revised revised, @Nullable String text) {
        Map<String, CarriedJson> carried = new LinkedHashMap<>();
        for (Carried one : revised.carried()) {
            carried.put(one.what(), new CarriedJson(one.kept(), one.open()));
        }
        Document document = revised.document();
        return new RevisedJson(
                document.revision(),
                document.sha256(),
                new LengthJson(document.codePoints(), document.utf16()),
                carried,
                text);
    }
}
