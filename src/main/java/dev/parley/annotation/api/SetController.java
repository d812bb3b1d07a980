package dev.parley.annotation.api;

import dev.parley.account.CurrentUser;
import dev.parley.annotation.AnnotationJson;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.Edit;
import dev.parley.annotation.EditOutcome;
import dev.parley.annotation.EditOutcome.Status;
import dev.parley.annotation.EditService;
import dev.parley.annotation.HandInService;
import dev.parley.annotation.HistoryEntry;
import dev.parley.annotation.Progress;
import dev.parley.annotation.Reversal;
import dev.parley.annotation.Reversible;
import dev.parley.annotation.Submission;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.Problem;
import dev.parley.problem.Problem.Kind;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/documents/{document}/sets")
class SetController {

    private static final int MOST_EDITS = 500;
    private static final int LONGEST_PAGE = 500;

    private final AnnotationService annotations;
    private final EditService edits;
    private final HandInService handIn;
    private final DocumentService documents;
    private final CurrentUser currentUser;

    SetController(
            AnnotationService annotations,
            EditService edits,
            HandInService handIn,
            DocumentService documents,
            CurrentUser currentUser) {
        this.documents = documents;
        this.annotations = annotations;
        this.edits = edits;
        this.handIn = handIn;
        this.currentUser = currentUser;
    }

    /** What happened to one edit; {@code problem} is there if it was rejected. */
    record EditResult(
            @Nullable String id,
            String status,
            @Nullable String reason,
            @Nullable EditProblem problem) {

        static EditResult rejected(@Nullable String id, Kind kind, String reason) {
            return new EditResult(
                    id, "rejected", reason, new EditProblem(kind.type(), kind.title(), kind.status(), reason));
        }
    }

    record EditProblem(String type, String title, int status, String detail) {}

    record EditAnswer(long sequence, List<EditResult> results) {}

    record Reverted(long sequence, String words, List<String> annotations) {}

    record Checks(List<SetJson.Check> items) {}

    /** @param since only what changed after this sequence number, and what was deleted */
    @GetMapping("/{who}")
    Object read(
            @PathVariable DocumentId document,
            @PathVariable String who,
            @RequestParam(required = false) @Nullable Long since) {
        if (since == null) {
            return SetJson.of(annotations.read(currentUser.get(), document, who), revision(document));
        }
        if (since < 0) {
            throw ProblemException.invalid("“since” is a sequence number from 0, not %d.".formatted(since));
        }
        return SetJson.of(annotations.changes(currentUser.get(), document, who, since), revision(document));
    }

    /** Applies up to 500 edits. A malformed one is rejected like one that does not fit; the others are applied. */
    @PostMapping("/me/edits")
    EditAnswer edit(@PathVariable DocumentId document, @RequestBody JsonNode body) {
        List<Edit> edits = new ArrayList<>();
        List<@Nullable EditResult> malformed = new ArrayList<>();
        for (JsonNode json : edits(document, body)) {
            try {
                edits.add(EditJson.read(json));
                malformed.add(null);
            } catch (ProblemException fault) {
                Problem problem = fault.problem();
                malformed.add(EditResult.rejected(EditJson.idOf(json), problem.kind(), problem.detail()));
            }
        }
        EditOutcome outcome = this.edits.edit(currentUser.get(), document, edits);
        Iterator<EditOutcome.Result> wellFormed = outcome.results().iterator();
        List<EditResult> results = new ArrayList<>();
        for (EditResult fault : malformed) {
            results.add(fault != null ? fault : result(wellFormed.next()));
        }
        return new EditAnswer(outcome.sequence(), results);
    }

    @PostMapping("/me/undo")
    Reverted undo(@PathVariable DocumentId document, @RequestBody(required = false) @Nullable JsonNode body) {
        return reverted(edits.undo(currentUser.get(), document, editId(body)));
    }

    @PostMapping("/me/redo")
    Reverted redo(@PathVariable DocumentId document, @RequestBody(required = false) @Nullable JsonNode body) {
        return reverted(edits.redo(currentUser.get(), document, editId(body)));
    }

    /** What undo and redo would do, in words; null where there is nothing to do. */
    @GetMapping("/me/reversals")
    Reversible reversals(@PathVariable DocumentId document) {
        return edits.reversible(currentUser.get(), document);
    }

    /**
     * The edit log, newest first. Items with the same {@code command} are taken back as one.
     *
     * @param since only what came after this sequence number
     * @param cursor sequence of the last edit of the page before
     */
    @GetMapping("/me/history")
    SetJson.History history(
            @PathVariable DocumentId document,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") long since,
            @RequestParam(required = false) @Nullable Long cursor) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.invalid("A page has 1 to %d items, not %d.".formatted(LONGEST_PAGE, limit));
        }
        List<HistoryEntry> found =
                edits.history(currentUser.get(), document, since, cursor == null ? Long.MAX_VALUE : cursor, limit + 1);
        List<HistoryEntry> page = found.subList(0, Math.min(limit, found.size()));
        return new SetJson.History(
                page.stream().map(SetJson::of).toList(),
                found.size() > limit ? Long.toString(page.getLast().sequence()) : null);
    }

    /** What is open; what has the severity {@code error} keeps the set from being handed in. */
    @GetMapping("/me/checks")
    Checks checks(@PathVariable DocumentId document) {
        return new Checks(SetJson.of(handIn.checks(currentUser.get(), document)));
    }

    @PostMapping("/me/submission")
    SetJson.Submitted submit(@PathVariable DocumentId document) {
        Submission submission = handIn.submit(currentUser.get(), document);
        return SetJson.of(submission.progress(), submission.open());
    }

    @DeleteMapping("/me/submission")
    SetJson.Submitted reopen(@PathVariable DocumentId document) {
        Progress progress = handIn.reopen(currentUser.get(), document);
        return SetJson.of(progress, List.of());
    }

    private int revision(DocumentId document) {
        return documents.get(document).revision();
    }

    private JsonNode edits(DocumentId document, JsonNode body) {
        JsonNode edits = body.path("edits");
        if (edits.isArray() && edits.size() <= MOST_EDITS) {
            return edits;
        }
        // who may not edit is told that, whatever they sent
        this.edits.edit(currentUser.get(), document, List.of());
        throw ProblemException.invalid(
                edits.isArray()
                        ? "%d edits are too many for one request; at most %d are taken."
                                .formatted(edits.size(), MOST_EDITS)
                        : "The body needs the field “edits”, a list.");
    }

    private static EditResult result(EditOutcome.Result result) {
        String reason = result.reason();
        return result.status() == Status.REJECTED && reason != null
                ? EditResult.rejected(result.id(), Kind.FAILS_SCHEME, reason)
                : new EditResult(result.id(), SetJson.lower(result.status()), null, null);
    }

    private static Reverted reverted(Reversal reversal) {
        return new Reverted(reversal.sequence(), reversal.words(), reversal.annotations());
    }

    /** A program that may have to repeat the call gives the edit an id of its own. */
    private static @Nullable String editId(@Nullable JsonNode body) {
        JsonNode id = body == null ? null : body.get("id");
        if (id == null || id.isNull()) {
            return null;
        }
        if (!id.isString() || !AnnotationJson.isId(id.stringValue())) {
            throw ProblemException.invalid("“id” is the id of an edit: 1 to 128 letters, digits or . _ : -.");
        }
        return id.stringValue();
    }
}
