package dev.parley.annotation;

import static dev.parley.annotation.JsonCursor.quoted;

import dev.parley.annotation.Relation.End;
import dev.parley.document.DocumentId;
import dev.parley.scheme.FrameLayer;
import dev.parley.scheme.RelationType;
import dev.parley.scheme.Scheme;
import java.util.Optional;

/** Whether a relation is of a known type and ties what that type may tie. */
final class RelationChecks {

    private final Scheme scheme;
    private final AnnotationIndex present;
    private final Surroundings surroundings;
    private final Refusals refusals;

    RelationChecks(Scheme scheme, AnnotationIndex present, Surroundings surroundings, Refusals refusals) {
        this.scheme = scheme;
        this.present = present;
        this.surroundings = surroundings;
        this.refusals = refusals;
    }

    void check(Relation relation) {
        Optional<RelationType> type = scheme.relation(relation.type());
        if (type.isEmpty()) {
            refusals.add("The scheme has no relation %s.", quoted(relation.type()));
            return;
        }
        if (!present.isOwn(relation.from())) {
            refusals.add("A relation starts in its own document; swap its ends or store it there.");
            return;
        }
        end("start", relation.from(), type.get().from(), type.get());
        end("end", relation.to(), type.get().to(), type.get());
        if (same(relation.from(), relation.to())) {
            refusals.add(
                    "A relation cannot tie the %s %s to itself.",
                    word(relation.from()), relation.from().annotation());
        }
        present.relations().stream()
                .filter(other -> !other.id().equals(relation.id()) && repeats(relation, other, type.get()))
                .findFirst()
                .ifPresent(other -> refusals.add(
                        "The relation %s already says %s between these two.", other.id(), relation.type()));
    }

    private void end(String which, End end, String layer, RelationType type) {
        DocumentId document = end.document();
        if (document != null && !present.isOwn(end) && type.scope() == RelationType.Scope.DOCUMENT) {
            refusals.add("The relation %s stays within one document.", type.id());
            return;
        }
        Optional<Annotation> annotation = document == null || present.isOwn(end)
                ? present.find(end.annotation())
                : surroundings.elsewhere(document, end.annotation());
        if (annotation.filter(found -> found.kind() == end.kind()).isEmpty()) {
            refusals.add("The %s names the %s %s, which is not there.", which, word(end), end.annotation());
        } else if (!layer.equals(layerOf(annotation.get()))) {
            refusals.add(
                    "The %s of %s must be of the layer %s; the %s %s is not.",
                    which, type.id(), layer, word(end), end.annotation());
        }
    }

    private String layerOf(Annotation annotation) {
        return switch (annotation) {
            case Mention mention ->
                scheme.layerOf(mention.label()).map(found -> found.id()).orElse("");
            case Claim _ -> scheme.frame().map(FrameLayer::id).orElse("");
            case Relation _ -> "";
        };
    }

    private boolean repeats(Relation relation, Relation other, RelationType type) {
        return relation.type().equals(other.type())
                && (same(relation.from(), other.from()) && same(relation.to(), other.to())
                        || type.symmetric() && same(relation.from(), other.to()) && same(relation.to(), other.from()));
    }

    private boolean same(End one, End other) {
        boolean sameDocument = present.isOwn(one)
                ? present.isOwn(other)
                : one.document() != null && one.document().equals(other.document());
        return sameDocument && one.annotation().equals(other.annotation());
    }

    private static String word(End end) {
        return AnnotationJson.lower(end.kind());
    }
}
