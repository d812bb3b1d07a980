package dev.parley.annotation.api;

import dev.parley.account.CurrentUser;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationJson;
import dev.parley.annotation.FarAnnotation;
import dev.parley.annotation.FarAnnotations;
import dev.parley.annotation.FarTie;
import dev.parley.annotation.Mention;
import dev.parley.document.DocumentId;
import dev.parley.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Relations that leave a document, and what they may lead to. */
@RestController
@RequestMapping("/api/v1/documents/{document}/sets/me")
class FarAnnotationController {

    private static final int LONGEST_PAGE = 500;

    private final FarAnnotations annotations;
    private final CurrentUser currentUser;

    FarAnnotationController(FarAnnotations annotations, CurrentUser currentUser) {
        this.annotations = annotations;
        this.currentUser = currentUser;
    }

    /** @param label of a mention */
    record Item(
            String document,
            String title,
            String kind,
            String id,
            @Nullable String label,
            String words) {

        static Item of(FarAnnotation far) {
            return new Item(
                    far.document().toString(),
                    far.title(),
                    SetJson.lower(far.annotation().kind()),
                    far.annotation().id(),
                    far.annotation() instanceof Mention mention ? mention.label() : null,
                    far.words());
        }
    }

    record Items(List<Item> items) {}

    /** @param direction {@code out} if the relation starts in this document, {@code in} if it leads here */
    record Tie(ObjectNode relation, String direction, Item there) {}

    record Ties(List<Tie> items) {}

    /**
     * One's own annotations in other documents of the project, by their words; what one worked on last without any.
     *
     * @param kind {@code claim} or {@code mention}
     */
    @GetMapping("/elsewhere")
    Items elsewhere(
            @PathVariable DocumentId document,
            @RequestParam(defaultValue = "claim") String kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.invalid("A page has 1 to %d items, not %d.".formatted(LONGEST_PAGE, limit));
        }
        return new Items(annotations.find(currentUser.get(), document, kind(kind), q, limit).stream()
                .map(Item::of)
                .toList());
    }

    /** The relations between one's own set and one's sets of other documents, in both directions. */
    @GetMapping("/ties")
    Ties ties(@PathVariable DocumentId document) {
        return new Ties(annotations.ties(currentUser.get(), document).stream()
                .map(FarAnnotationController::tie)
                .toList());
    }

    private static Tie tie(FarTie tie) {
        return new Tie(AnnotationJson.write(tie.relation()), tie.outward() ? "out" : "in", Item.of(tie.there()));
    }

    private static Kind kind(String kind) {
        return switch (kind) {
            case "claim" -> Kind.CLAIM;
            case "mention" -> Kind.MENTION;
            default -> throw ProblemException.invalid("“kind” must be mention or claim, not “%s”.".formatted(kind));
        };
    }
}
