package dev.parley.annotation;

import static dev.parley.annotation.JsonCursor.quoted;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.scheme.Attribute;
import dev.parley.scheme.Check;
import dev.parley.scheme.Check.Severity;
import dev.parley.scheme.FrameRole;
import dev.parley.scheme.Layer;
import dev.parley.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is open in a set before it is submitted: annotations that no longer fit the scheme or point nowhere, required
 * attributes and roles that are empty, links that are missing, and the scheme's own checks. An attribute with a default
 * is never open, nor is one that is hidden or marked optional.
 */
final class Checks {

    private final Scheme scheme;
    private final DocumentText text;
    private final Surroundings surroundings;
    private final Validation validation;
    private final Conditions conditions;
    private final List<OpenCheck> open = new ArrayList<>();

    private Checks(Scheme scheme, DocumentText text, AnnotationIndex present, Surroundings surroundings) {
        this.scheme = scheme;
        this.text = text;
        this.surroundings = surroundings;
        this.validation = new Validation(scheme, text, present, surroundings);
        this.conditions = new Conditions(scheme, text, present);
    }

    /**
     * Marks in doubt since a correction of the text. They do not hold up who has read everything else: the release gate
     * asks for them again.
     */
    static Optional<OpenCheck> waiting(List<WaitingAnnotation> waiting) {
        List<WaitingAnnotation> doubtful =
                waiting.stream().filter(WaitingAnnotation::doubtful).toList();
        String sentence = doubtful.size() == 1
                ? "1 mark waits to be checked since the text was corrected; until then it is left out."
                : "%d marks wait to be checked since the text was corrected; until then they are left out."
                        .formatted(doubtful.size());
        return doubtful.stream()
                .findFirst()
                .map(first -> new OpenCheck("waiting", Severity.WARN, first.id(), sentence));
    }

    /** The open checks, in the order of the text, mentions first. */
    static List<OpenCheck> of(Scheme scheme, DocumentText text, AnnotationIndex present, Surroundings surroundings) {
        Checks checks = new Checks(scheme, text, present, surroundings);
        present.orderedMentions().forEach(checks::mention);
        present.orderedClaims().forEach(checks::claim);
        present.orderedRelations().forEach(checks::stillFits);
        return List.copyOf(checks.open);
    }

    private void mention(Mention mention) {
        stillFits(mention);
        scheme.layerOf(mention.label()).ifPresent(layer -> {
            required(mention, layer);
            layer.link()
                    .flatMap(rule -> rule.requiredWhen())
                    .filter(when -> mention.link() == null && conditions.holds(when, mention))
                    .ifPresent(_ -> add("link", Severity.WARN, mention, "is not linked to the registry"));
        });
        if (mention.link() != null && surroundings.isToCheck(mention.id())) {
            add("link", Severity.WARN, mention, "is linked to an entity that was split since; choose again");
        }
        schemeChecks(mention);
    }

    private void claim(Claim claim) {
        stillFits(claim);
        scheme.frame().ifPresent(frame -> {
            required(claim, frame);
            frame.roles().forEach(role -> filled(claim, role));
        });
        schemeChecks(claim);
    }

    private void stillFits(Annotation annotation) {
        validation
                .problem(annotation)
                .ifPresent(
                        sentence -> add("scheme", Severity.ERROR, annotation, "does not fit the scheme: " + sentence));
    }

    private void required(Annotation annotation, Layer layer) {
        for (Attribute attribute : layer.attributes()) {
            if (attribute.required()
                    && conditions.shows(attribute, annotation)
                    && conditions.value(attribute, annotation).isEmpty()) {
                add("required", Severity.ERROR, annotation, "needs a value for " + attribute.id());
            }
        }
    }

    private void filled(Claim claim, FrameRole role) {
        boolean implicit = role.allowEmptyAsImplicit() && claim.implicit();
        if (claim.fillers(role.id()) < role.min() && !implicit) {
            String message = role.min() == 1
                    ? "has no %s".formatted(role.id())
                    : "needs at least %d fillers of %s".formatted(role.min(), role.id());
            add("min", Severity.ERROR, claim, message);
        }
    }

    private void schemeChecks(Annotation annotation) {
        for (Check check : scheme.checks()) {
            boolean concerned = conditions.concerns(check.require(), annotation)
                    && check.when()
                            .map(when -> conditions.holds(when, annotation))
                            .orElse(true);
            if (concerned && !conditions.holds(check.require(), annotation)) {
                add(check.id(), check.severity(), annotation, "fails the check " + quoted(check.id()));
            }
        }
    }

    private void add(String check, Severity severity, Annotation annotation, String message) {
        open.add(new OpenCheck(check, severity, annotation.id(), "%s %s.".formatted(named(annotation), message)));
    }

    private String named(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> "The mention " + words(mention.spans());
            case Claim claim when claim.content().isEmpty() -> "The implicit claim " + claim.id();
            case Claim claim -> "The claim " + words(claim.content());
            case Relation relation -> "The relation %s %s".formatted(relation.type(), relation.id());
        };
    }

    private String words(List<Span> spans) {
        List<String> slices =
                spans.stream().filter(text::contains).map(text::slice).toList();
        return quoted(String.join(" … ", slices));
    }
}
