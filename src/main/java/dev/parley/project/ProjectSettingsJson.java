package dev.parley.project;

import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectSettings.Mode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Project settings as JSON: in the database whole, in the API also in part, over what is already set. */
public final class ProjectSettingsJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> FIELDS = Set.of(
            "annotatorsPerDocument",
            "mode",
            "language",
            "targets",
            "readOthersAfterSubmission",
            "showAgreement",
            "licence");

    private ProjectSettingsJson() {}

    static String write(ProjectSettings settings) {
        return tree(settings).toString();
    }

    public static ObjectNode tree(ProjectSettings settings) {
        ObjectNode node = JSON.createObjectNode();
        node.put("annotatorsPerDocument", settings.annotatorsPerDocument());
        node.put("mode", settings.mode().name().toLowerCase(Locale.ROOT));
        node.put("language", settings.language());
        ObjectNode targets = node.putObject("targets");
        settings.targets().forEach((layer, measures) -> {
            ObjectNode values = targets.putObject(layer);
            measures.forEach(values::put);
        });
        node.put("readOthersAfterSubmission", settings.readOthersAfterSubmission());
        node.put("showAgreement", settings.showAgreement());
        Licence licence = settings.licence();
        if (licence != null) {
            node.set("licence", tree(licence));
        }
        return node;
    }

    /** What is known of a licence; fields that are not said are left out. */
    public static ObjectNode tree(Licence licence) {
        ObjectNode node = JSON.createObjectNode();
        putIfSaid(node, "spdx", licence.spdx());
        putIfSaid(node, "name", licence.name());
        putIfSaid(node, "url", licence.url());
        return node;
    }

    private static void putIfSaid(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    static ProjectSettings read(String json) {
        return over(ProjectSettings.DEFAULT, JSON.readTree(json));
    }

    /**
     * What is set already with what {@code changes} names.
     *
     * @throws ProblemException invalid, naming the field and the value
     */
    public static ProjectSettings over(ProjectSettings before, @Nullable JsonNode changes) {
        if (changes == null || changes.isNull() || changes.isMissingNode()) {
            return before;
        }
        if (!changes.isObject()) {
            throw ProblemException.invalid("settings", "Settings are a JSON object, not %s.".formatted(changes));
        }
        for (String field : changes.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw ProblemException.invalid(
                        field,
                        "There is no setting \"%s\"; there are %s."
                                .formatted(
                                        field,
                                        String.join(
                                                ", ", FIELDS.stream().sorted().toList())));
            }
        }
        return new ProjectSettings(
                annotators(changes.get("annotatorsPerDocument"), before.annotatorsPerDocument()),
                mode(changes.get("mode"), before.mode()),
                changes.has("language") ? language(changes.get("language")) : before.language(),
                changes.has("targets") ? targets(changes.get("targets")) : before.targets(),
                flag(changes, "readOthersAfterSubmission", before.readOthersAfterSubmission()),
                flag(changes, "showAgreement", before.showAgreement()),
                changes.has("licence") ? licence(changes.get("licence")) : before.licence());
    }

    private static int annotators(@Nullable JsonNode value, int before) {
        if (value == null) {
            return before;
        }
        if (!value.isInt()) {
            throw ProblemException.invalid(
                    "annotatorsPerDocument",
                    "annotatorsPerDocument is a number from 1 to %d, not %s."
                            .formatted(ProjectSettings.MOST_ANNOTATORS, value));
        }
        return value.intValue();
    }

    private static Mode mode(@Nullable JsonNode value, Mode before) {
        if (value == null) {
            return before;
        }
        return switch (value.isString() ? value.stringValue() : "") {
            case "blind" -> Mode.BLIND;
            case "open" -> Mode.OPEN;
            default ->
                throw ProblemException.invalid("mode", "mode is \"blind\" or \"open\", not %s.".formatted(value));
        };
    }

    private static @Nullable String language(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw ProblemException.invalid(
                    "language", "language is a tag such as \"en\" or \"pt-BR\", not %s.".formatted(value));
        }
        return value.stringValue();
    }

    /** An SPDX identifier, or an object that says more. */
    private static @Nullable Licence licence(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isString()) {
            return new Licence(value.stringValue(), null, null);
        }
        for (String field : value.propertyNames()) {
            if (!Set.of("spdx", "name", "url").contains(field)) {
                throw ProblemException.invalid(
                        "licence." + field, "There is no \"licence.%s\"; there are name, spdx, url.".formatted(field));
            }
        }
        return new Licence(words(value, "spdx"), words(value, "name"), words(value, "url"));
    }

    private static @Nullable String words(JsonNode licence, String field) {
        JsonNode value = licence.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isString()) {
            throw ProblemException.invalid("licence." + field, "licence.%s is text, not %s.".formatted(field, value));
        }
        return value.isString() ? value.stringValue() : null;
    }

    private static Map<String, Map<String, Double>> targets(JsonNode value) {
        Map<String, Map<String, Double>> targets = new LinkedHashMap<>();
        if (value.isNull()) {
            return targets;
        }
        if (!value.isObject()) {
            throw ProblemException.invalid("targets", "targets is an object by layer, not %s.".formatted(value));
        }
        value.properties().forEach(layer -> {
            if (!layer.getValue().isObject()) {
                throw ProblemException.invalid(
                        "targets." + layer.getKey(),
                        "targets.%s is an object by measure, not %s.".formatted(layer.getKey(), layer.getValue()));
            }
            Map<String, Double> measures = new LinkedHashMap<>();
            layer.getValue().properties().forEach(measure -> {
                String path = "targets.%s.%s".formatted(layer.getKey(), measure.getKey());
                JsonNode target = measure.getValue();
                if (!target.isNumber()) {
                    throw ProblemException.invalid(path, "%s is a number from 0 to 1, not %s.".formatted(path, target));
                }
                measures.put(measure.getKey(), target.doubleValue());
            });
            targets.put(layer.getKey(), measures);
        });
        return targets;
    }

    private static boolean flag(JsonNode changes, String field, boolean before) {
        JsonNode value = changes.get(field);
        if (value == null) {
            return before;
        }
        if (!value.isBoolean()) {
            throw ProblemException.invalid(field, "%s is true or false, not %s.".formatted(field, value));
        }
        return value.booleanValue();
    }
}
