package dev.parley.adjudication.api;

import static dev.parley.adjudication.api.DisagreementController.invalid;

import dev.parley.adjudication.Decision.Outcome;
import dev.parley.adjudication.Ruling;
import dev.parley.agreement.Disagreement;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationJson;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code {outcome, version, annotation, reason, note, milliseconds, alike}}. A version is its number in the disagreement's list,
 * from 0, or the name of an annotator who has it.
 */
final class RulingJson {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NOTE = 10_000;
    private static final int DAY = 86_400_000;

    private RulingJson() {}

    static Ruling read(@Nullable JsonNode body, Disagreement disagreement) {
        if (body == null || !body.isObject()) {
            throw invalid("outcome", "A decision is an object with at least an outcome.");
        }
        Outcome outcome = outcome(body.path("outcome"));
        return new Ruling(
                outcome,
                outcome == Outcome.VERSION ? version(body.path("version"), disagreement) : null,
                outcome == Outcome.OWN ? annotation(body.path("annotation"), disagreement) : null,
                text(body, "reason", LONGEST_REASON),
                text(body, "note", LONGEST_NOTE),
                milliseconds(body.path("milliseconds")),
                flag(body.path("alike")));
    }

    private static Outcome outcome(JsonNode node) {
        for (Outcome outcome : Outcome.values()) {
            if (node.isString() && outcome.name().toLowerCase(Locale.ROOT).equals(node.asString())) {
                return outcome;
            }
        }
        throw invalid("outcome", "outcome is “version”, “own” or “none”, not %s.".formatted(shown(node)));
    }

    private static int version(JsonNode node, Disagreement disagreement) {
        if (node.isIntegralNumber() && node.canConvertToInt()) {
            return node.intValue();
        }
        for (int i = 0; i < disagreement.versions().size(); i++) {
            if (node.isString() && disagreement.versions().get(i).annotators().contains(node.asString())) {
                return i;
            }
        }
        throw invalid(
                "version",
                "version is a number from 0 to %d or an annotator's name, not %s."
                        .formatted(disagreement.versions().size() - 1, shown(node)));
    }

    private static Annotation annotation(JsonNode node, Disagreement disagreement) {
        if (!node.isObject()) {
            throw invalid("annotation", "An own version needs its annotation.");
        }
        Annotation.Kind kind = disagreement.versions().stream()
                .flatMap(version -> Optional.ofNullable(version.annotation()).stream())
                .map(Annotation::kind)
                .findFirst()
                .orElseThrow();
        return AnnotationJson.read(kind, node);
    }

    private static @Nullable String text(JsonNode body, String field, int longest) {
        JsonNode node = body.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString() || node.asString().length() > longest) {
            throw invalid(field, "%s is a text of at most %d characters.".formatted(field, longest));
        }
        return node.asString();
    }

    private static @Nullable Integer milliseconds(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || node.longValue() < 0 || node.longValue() > DAY) {
            throw invalid("milliseconds", "milliseconds is a number from 0 to %d, not %s.".formatted(DAY, shown(node)));
        }
        return node.intValue();
    }

    private static boolean flag(JsonNode node) {
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            throw invalid("alike", "alike is true or false, not %s.".formatted(shown(node)));
        }
        return node.asBoolean(false);
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }
}
