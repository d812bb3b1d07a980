package dev.parley.annotation.api;

import dev.parley.account.CurrentUser;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationJson;
import dev.parley.annotation.CarryService;
import dev.parley.annotation.WaitingAnnotation;
import dev.parley.document.DocumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of one's marks when a document got another text, and what they were in the texts before. */
@RestController
class CarryController {

    private final CarryService carries;
    private final CurrentUser currentUser;

    CarryController(CarryService carries, CurrentUser currentUser) {
        this.carries = carries;
        this.currentUser = currentUser;
    }

    /**
     * @param before the annotation in the text of that revision
     * @param after where it may belong now
     * @param doubtful false for one that comes back by itself once those it names are settled
     */
    record WaitingJson(
            String id,
            String kind,
            int revision,
            ObjectNode before,
            @Nullable ObjectNode after,
            boolean doubtful) {

        static WaitingJson of(WaitingAnnotation one) {
            Annotation after = one.after();
            return new WaitingJson(
                    one.id(),
                    SetJson.lower(one.kind()),
                    one.revision(),
                    AnnotationJson.write(one.before()),
                    after == null ? null : AnnotationJson.write(after),
                    one.doubtful());
        }
    }

    record Waiting(List<WaitingJson> items, @Nullable String next) {}

    /** @param waiting how many are still to be checked */
    record Settled(int waiting) {}

    @GetMapping("/api/v1/documents/{document}/sets/me/waiting")
    Waiting waiting(@PathVariable DocumentId document) {
        return new Waiting(
                carries.waiting(currentUser.get(), document).stream()
                        .map(WaitingJson::of)
                        .toList(),
                null);
    }

    /** Puts an annotation back: where {@code value} says, or where it was proposed. */
    @PutMapping("/api/v1/documents/{document}/sets/me/waiting/{annotation}")
    Settled keep(
            @PathVariable DocumentId document,
            @PathVariable String annotation,
            @RequestBody(required = false) @Nullable JsonNode body) {
        JsonNode value = body == null ? null : body.get("value");
        Annotation placed = value == null || value.isNull()
                ? null
                : AnnotationJson.read(
                        carries.waiting(currentUser.get(), document, annotation).kind(), value);
        return new Settled(carries.keep(currentUser.get(), document, annotation, placed));
    }

    /** Gives an annotation up. */
    @DeleteMapping("/api/v1/documents/{document}/sets/me/waiting/{annotation}")
    Settled drop(@PathVariable DocumentId document, @PathVariable String annotation) {
        return new Settled(carries.drop(currentUser.get(), document, annotation));
    }

    /** Somebody's annotations as they were when the document left that text. */
    @GetMapping("/api/v1/documents/{document}/revisions/{revision}/sets/{who}")
    SetJson.WholeSet at(@PathVariable DocumentId document, @PathVariable int revision, @PathVariable String who) {
        return SetJson.of(carries.at(currentUser.get(), document, who, revision), revision);
    }
}
