package dev.parley.adjudication;

import dev.parley.agreement.Cause;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules as JSON: in the database whole, in the API also in part, over what is already set. */
public final class RulesJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_REASONS = 9;
    private static final int LONGEST_REASON = 200;
    private static final Set<String> FIELDS =
            Set.of("hidesNames", "reasons", "meetsTargets", "decides", "oneGuideline", "audits");

    private RulesJson() {}

    public static ObjectNode write(Rules rules) {
        ObjectNode json = JSON.createObjectNode();
        json.put("hidesNames", rules.hidesNames());
        ArrayNode reasons = json.putArray("reasons");
        rules.reasons().forEach(reasons::add);
        json.put("meetsTargets", rules.meetsTargets());
        ArrayNode decides = json.putArray("decides");
        rules.decides().stream().sorted().map(Cause::wire).forEach(decides::add);
        json.put("oneGuideline", rules.oneGuideline());
        json.put("audits", rules.audits());
        return json;
    }

    static Rules read(String json) {
        return over(Rules.DEFAULT, JSON.readTree(json));
    }

    /**
     * What is set already with what {@code changes} names.
     *
     * @throws ProblemException invalid, naming the field and the value
     */
    public static Rules over(Rules before, @Nullable JsonNode changes) {
        if (changes == null || !changes.isObject()) {
            throw ProblemException.invalid("rules", "Rules are a JSON object.");
        }
        for (String field : changes.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw ProblemException.invalid(
                        field,
                        "There is no rule “%s”; there are %s."
                                .formatted(
                                        field,
                                        String.join(
                                                ", ", FIELDS.stream().sorted().toList())));
            }
        }
        return new Rules(
                flag(changes, "hidesNames", before.hidesNames()),
                changes.has("reasons") ? reasons(changes.get("reasons")) : before.reasons(),
                flag(changes, "meetsTargets", before.meetsTargets()),
                changes.has("decides") ? causes(changes.get("decides")) : before.decides(),
                flag(changes, "oneGuideline", before.oneGuideline()),
                flag(changes, "audits", before.audits()));
    }

    private static boolean flag(JsonNode changes, String field, boolean before) {
        JsonNode value = changes.path(field);
        if (value.isMissingNode()) {
            return before;
        }
        if (!value.isBoolean()) {
            throw ProblemException.invalid(field, "%s is true or false, not %s.".formatted(field, value));
        }
        return value.booleanValue();
    }

    private static List<String> reasons(JsonNode value) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode reason : list("reasons", value)) {
            String words = reason.isString() ? reason.stringValue().strip() : "";
            if (words.isEmpty() || words.length() > LONGEST_REASON) {
                throw ProblemException.invalid(
                        "reasons", "A reason has 1 to %d characters, not %s.".formatted(LONGEST_REASON, reason));
            }
            reasons.add(words);
        }
        if (reasons.size() > MOST_REASONS) {
            throw ProblemException.invalid(
                    "reasons", "There are at most %d reasons, not %d.".formatted(MOST_REASONS, reasons.size()));
        }
        return reasons;
    }

    private static Set<Cause> causes(JsonNode value) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        for (JsonNode cause : list("decides", value)) {
            causes.add(Cause.of(cause.isString() ? cause.stringValue() : "")
                    .orElseThrow(() -> ProblemException.invalid("decides", "There is no cause %s.".formatted(cause))));
        }
        return causes;
    }

    private static JsonNode list(String field, JsonNode value) {
        if (!value.isArray()) {
            throw ProblemException.invalid(field, "%s is a list, not %s.".formatted(field, value));
        }
        return value;
    }
}
