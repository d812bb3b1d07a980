package dev.parley.annotation;

import static dev.parley.annotation.JsonCursor.quoted;

import dev.parley.document.DocumentText;
import dev.parley.scheme.FrameLayer;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SpanLayer;
import dev.parley.scheme.SpanLayer.LinkRule;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether one edit fits the text, the scheme and the annotations that are there. Pure: it changes nothing, and
 * everything it knows about labels, roles and relations comes from the scheme. What is merely unfinished passes here; see
 * {@link Checks}.
 */
final class Validation {

    private final Scheme scheme;
    private final DocumentText text;
    private final AnnotationIndex present;
    private final Surroundings surroundings;

    Validation(Scheme scheme, DocumentText text, AnnotationIndex present, Surroundings surroundings) {
        this.scheme = scheme;
        this.text = text;
        this.present = present;
        this.surroundings = surroundings;
    }

    /** Why an annotation that is there would not be accepted today; empty if it would. */
    Optional<String> problem(Annotation annotation) {
        return problem(new Edit.Put("check", annotation));
    }

    /** Why the edit cannot be accepted, in sentences for the person who made it; empty if it can. */
    Optional<String> problem(Edit.Put put) {
        Refusals refusals = new Refusals();
        present.find(put.target())
                .filter(known -> known.kind() != put.kind())
                .ifPresent(known -> refusals.add(
                        "%s is a %s; a %s needs an id of its own.", known.id(), word(known.kind()), word(put.kind())));
        SpanChecks spans = new SpanChecks(text, refusals);
        spans.quotes(put.quotes());
        switch (put.value()) {
            case Mention mention -> mention(mention, spans, refusals);
            case Claim claim ->
                scheme.frame()
                        .ifPresentOrElse(
                                frame -> claims(frame, spans, refusals).check(claim),
                                () -> refusals.add("This scheme has no claims."));
            case Relation relation -> new RelationChecks(scheme, present, surroundings, refusals).check(relation);
        }
        return refusals.text();
    }

    private void mention(Mention mention, SpanChecks spans, Refusals refusals) {
        Optional<SpanLayer> layer = scheme.layerOf(mention.label());
        if (layer.isEmpty()) {
            refusals.add("The scheme has no label %s.", quoted(mention.label()));
            return;
        }
        if (mention.spans().isEmpty()) {
            refusals.add("A mention needs at least one span.");
        }
        if (mention.spans().size() > 1 && !layer.get().rule().discontinuous()) {
            refusals.add(
                    "A mention of the layer %s has one span, not %d.",
                    layer.get().id(), mention.spans().size());
        }
        spans.stretches("span", mention.spans());
        AttributeChecks.check(mention.attributes(), layer.get(), refusals);
        link(mention, layer.get(), refusals);
        if (!refusals.any()) {
            spans.beside(
                    mention,
                    layer.get(),
                    present.near(mention),
                    other -> scheme.layerOf(other.label())
                            .filter(layer.get()::equals)
                            .isPresent());
            users(mention, spans, refusals);
        }
    }

    private void link(Mention mention, SpanLayer layer, Refusals refusals) {
        Mention.Link link = mention.link();
        if (link == null) {
            return;
        }
        Optional<LinkRule> rule = layer.link();
        if (rule.isEmpty()) {
            refusals.add("Mentions of the layer %s have no link.", layer.id());
            return;
        }
        String confidence = AnnotationJson.lower(link.confidence());
        List<String> allowed = rule.get().confidence();
        if (!allowed.isEmpty() && !allowed.contains(confidence)) {
            refusals.add(
                    "The confidence of a link must be one of %s, not %s.",
                    String.join(", ", allowed), quoted(confidence));
        }
        String entity = link.entity();
        if (entity == null && !rule.get().nil()) {
            refusals.add("A link of the layer %s must name an entity.", layer.id());
        } else if (entity != null) {
            surroundings.linkProblem(entity).ifPresent(problem -> refusals.add("%s", problem));
        }
    }

    /** A new label must suit the claims and relations that use the mention already. */
    private void users(Mention mention, SpanChecks spans, Refusals refusals) {
        Optional<Mention> before = present.mention(mention.id());
        if (before.isEmpty() || before.get().label().equals(mention.label())) {
            return;
        }
        for (Annotation user : present.users(mention.id())) {
            if (user instanceof Claim claim) {
                scheme.frame().ifPresent(frame -> claims(frame, spans, refusals).stillFits(mention, claim));
            } else if (user instanceof Relation relation && !sameLayer(before.get(), mention)) {
                refusals.add("The relation %s needs it to stay in its layer.", relation.id());
            }
        }
    }

    private boolean sameLayer(Mention one, Mention other) {
        return scheme.layerOf(one.label()).equals(scheme.layerOf(other.label()));
    }

    private ClaimChecks claims(FrameLayer frame, SpanChecks spans, Refusals refusals) {
        return new ClaimChecks(scheme, frame, present, spans, refusals);
    }

    /** Why the annotation cannot be removed; empty if it can. */
    Optional<String> problem(Edit.Delete delete) {
        Refusals refusals = new Refusals();
        Optional<Annotation> target = present.find(delete.target());
        if (target.isEmpty()) {
            refusals.add("There is no %s %s in this set.", word(delete.kind()), delete.target());
        } else if (target.get().kind() != delete.kind()) {
            refusals.add(
                    "%s is a %s, not a %s.", delete.target(), word(target.get().kind()), word(delete.kind()));
        } else if (!delete.cascade()) {
            List<Annotation> users = present.users(delete.target());
            if (!users.isEmpty()) {
                refusals.add(
                        "The %s %s is used by %s; delete it with “cascade” to take it out there too.",
                        word(delete.kind()), delete.target(), named(users));
            }
        }
        return refusals.text();
    }

    private static String named(List<Annotation> users) {
        return String.join(
                ", ",
                users.stream()
                        .map(user -> "the %s %s".formatted(word(user.kind()), user.id()))
                        .toList());
    }

    private static String word(Annotation.Kind kind) {
        return AnnotationJson.lower(kind);
    }
}
