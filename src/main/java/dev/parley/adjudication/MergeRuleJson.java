package dev.parley.adjudication;

import dev.parley.adjudication.MergeRule.Strategy;
import dev.parley.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes {@code {strategy, threshold, support, margin, annotator, layer}}. */
public final class MergeRuleJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 100;

    private MergeRuleJson() {}

    public static ObjectNode write(MergeRule rule) {
        ObjectNode json = JSON.createObjectNode();
        json.put("strategy", rule.strategy().wire());
        json.put("threshold", rule.threshold());
        json.put("support", rule.support());
        json.put("margin", rule.margin());
        json.put("annotator", rule.annotator());
        json.put("layer", rule.layer());
        return json;
    }

    static MergeRule read(String json) {
        return read(JSON.readTree(json));
    }

    /** What is left out is as usual. @throws ProblemException invalid, naming the field and the value */
    public static MergeRule read(@Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            throw ProblemException.invalid("strategy", "A merge is an object with at least a strategy.");
        }
        JsonNode wanted = json.path("strategy");
        Strategy strategy = Strategy.of(wanted.isString() ? wanted.stringValue() : "")
                .orElseThrow(() -> ProblemException.invalid(
                        "strategy",
                        "strategy is one of %s, not %s."
                                .formatted(
                                        Arrays.stream(Strategy.values())
                                                .map(Strategy::wire)
                                                .collect(Collectors.joining(", ")),
                                        shown(wanted))));
        String annotator = text(json, "annotator");
        if (strategy == Strategy.ANNOTATOR && annotator == null) {
            throw ProblemException.invalid("annotator", "This strategy needs an annotator's name.");
        }
        return new MergeRule(
                strategy,
                threshold(json.path("threshold"), strategy.usualThreshold()),
                count(json, "support", strategy == Strategy.ANNOTATOR ? 1 : 2),
                count(json, "margin", 1),
                strategy == Strategy.ANNOTATOR ? annotator : null,
                text(json, "layer"));
    }

    private static double threshold(JsonNode node, double usual) {
        if (isAbsent(node)) {
            return usual;
        }
        if (!node.isNumber() || !(node.doubleValue() >= 0 && node.doubleValue() <= 1)) {
            throw ProblemException.invalid(
                    "threshold", "threshold is a number from 0 to 1, not %s.".formatted(shown(node)));
        }
        return node.doubleValue();
    }

    private static int count(JsonNode json, String field, int usual) {
        JsonNode node = json.path(field);
        if (isAbsent(node)) {
            return usual;
        }
        if (!node.isInt() || node.intValue() < 1 || node.intValue() > MOST) {
            throw ProblemException.invalid(
                    field, "%s is a number from 1 to %d, not %s.".formatted(field, MOST, shown(node)));
        }
        return node.intValue();
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode node = json.path(field);
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isString()
                || node.stringValue().isBlank()
                || node.stringValue().length() > MOST) {
            throw ProblemException.invalid(field, "%s is a name, not %s.".formatted(field, shown(node)));
        }
        return node.stringValue();
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }
}
