package dev.parley.exchange.intake;

import dev.parley.exchange.foreign.Inventory;
import dev.parley.exchange.foreign.Inventory.Ends;
import dev.parley.exchange.foreign.Inventory.Found;
import dev.parley.exchange.foreign.Mark;
import dev.parley.exchange.foreign.Survey;
import dev.parley.scheme.Attribute.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scheme that holds what a file says: its labels in one layer with their attributes, claims with their parts, relations. It
 * asks for nothing and forbids little; managers make it stricter.
 *
 * @param yaml as the project's managers would write it
 * @param renamed what the file's words are called in it: other tools allow blanks and signs
 */
record FileScheme(String yaml, Renamed renamed) {

    private static final int HUES = 12;
    private static final int LONGEST = 40;
    private static final int LONGEST_NAME = 80;
    /** Words with a meaning of their own in a layer's conditions. */
    private static final Set<String> RESERVED = Set.of(
            "label", "link", "implicit", "content", "cue", "source", "addressee", "target", "via", "parent", "claim");

    /** What words of a file are called in a scheme; what is not in here keeps its name. */
    record Renamed(Map<String, String> labels, Map<String, String> attributes, Map<String, String> relations) {

        static final Renamed NOTHING = new Renamed(Map.of(), Map.of(), Map.of());
    }

    static FileScheme of(Survey survey) {
        Inventory inventory = survey.inventory();
        Set<String> found = survey.labels().keySet();
        boolean claims = found.contains(Mark.CLAIM);
        Map<String, String> labels = ids(
                found.stream()
                        .filter(label ->
                                !claims || !Set.of(Mark.CLAIM, Mark.CUE).contains(label))
                        .toList(),
                Set.of("claim", "cue"),
                "L",
                false);
        List<Found> attributes = new ArrayList<>(inventory.attributesOfMentions());
        attributes.addAll(inventory.attributesOfClaims());
        Map<String, String> attributeIds =
                ids(attributes.stream().map(Found::name).distinct().toList(), RESERVED, "a", true);
        Map<String, Ends> relations = inventory.relations();
        Map<String, String> relationIds = ids(relations.keySet(), RESERVED, "r", true);
        StringBuilder yaml = new StringBuilder(BEGINNING);
        int[] hue = new int[1];
        labels.forEach((label, id) -> yaml.append(
                "      - {id: %s, name: {en: %s}, colour: %d}\n".formatted(id, named(label), hue[0]++ % HUES + 1)));
        if (labels.isEmpty()) {
            yaml.append("      - {id: NAME, colour: 1}\n");
        }
        append(yaml, inventory.attributesOfMentions(), attributeIds);
        if (inventory.hasLinks()) {
            yaml.append("    link: {registry: entities, confidence: [certain, likely, possible], nil: true}\n");
        }
        if (claims) {
            yaml.append(CLAIMS);
            inventory.roles().forEach(role -> yaml.append(ROLES.getOrDefault(role, "")));
            append(yaml, inventory.attributesOfClaims(), attributeIds);
        }
        if (!relations.isEmpty()) {
            yaml.append("relations:\n");
            relations.forEach(
                    (type, ends) -> yaml.append("  - {id: %s, name: {en: %s}, from: %s, to: %s, scope: document}\n"
                            .formatted(
                                    relationIds.get(type),
                                    named(type),
                                    layer(ends.fromClaim()),
                                    layer(ends.toClaim()))));
        }
        return new FileScheme(yaml.toString(), new Renamed(labels, attributeIds, relationIds));
    }

    private static String layer(boolean claim) {
        return claim ? "claim" : "entity";
    }

    private static void append(StringBuilder yaml, List<Found> attributes, Map<String, String> ids) {
        if (!attributes.isEmpty()) {
            yaml.append("    attributes:\n");
        }
        for (Found attribute : attributes) {
            String values = attribute.type() == Type.CHOICE || attribute.type() == Type.CHOICES
                    ? ", values: " + JsonMapper.shared().writeValueAsString(attribute.values())
                    : "";
            yaml.append("      - {id: %s, name: {en: %s}, type: %s%s, optional: true}\n"
                    .formatted(
                            ids.get(attribute.name()),
                            named(attribute.name()),
                            attribute.type().name().toLowerCase(Locale.ROOT),
                            values));
        }
    }

    /**
     * @param begin what an id begins with if the word does not begin with a letter
     * @param small whether ids are in small letters
     */
    private static Map<String, String> ids(
            Collection<String> words, Set<String> reserved, String begin, boolean small) {
        Set<String> taken = new HashSet<>(reserved);
        Map<String, String> ids = new LinkedHashMap<>();
        words.forEach(word -> ids.put(word, id(small ? small(word) : word, taken, begin)));
        return ids;
    }

    private static String small(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String id(String word, Set<String> taken, String begin) {
        String plain = word.replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^[_-]+|[_-]+$", "");
        String begun = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? begin + plain : plain;
        String id = begun.substring(0, Math.min(begun.length(), LONGEST));
        for (int i = 2; !taken.add(id.toLowerCase(Locale.ROOT)); i++) {
            String number = "-" + i;
            id = begun.substring(0, Math.min(begun.length(), LONGEST - number.length())) + number;
        }
        return id;
    }

    /** What a name may hold, as YAML: no signs that could end the quotation, not too long. */
    private static String named(String word) {
        String name = word.replaceAll("[\\p{Cc}\"\\\\]+", " ").strip();
        int length = name.codePointCount(0, name.length());
        String shown = length <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
        return "\"%s\"".formatted(shown.isEmpty() ? "?" : shown);
    }

    private static final String BEGINNING = """
            parley-schema: 1
            id: imported
            layers:
              entity:
                kind: span
                span: {crossing: allow, same-span: allow}
                labels:
            """;

    private static final String CLAIMS = """
              claim:
                kind: frame
                roles:
                  - {id: content, type: span, min: 1, max: many, allow-empty-as: implicit}
                  - {id: cue, type: span, min: 0, max: many}
                  - {id: source, type: mention, layer: entity, min: 0, max: many, constants: [author, outlet, unspecified, uncertain]}
            """;

    private static final Map<String, String> ROLES = Map.of(
            "addressee", party("addressee"),
            "target", party("target"),
            "via", party("via"),
            "parent", "      - {id: parent, type: frame, layer: claim, min: 0, max: 1, acyclic: true}\n");

    private static String party(String role) {
        return "      - {id: %s, type: mention, layer: entity, min: 0, max: many, constants: [author, outlet, unspecified, uncertain]}\n"
                .formatted(role);
    }
}
