package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.CasReading.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads UIMA's CAS JSON 0.4, with its feature structures as a list. */
final class CasJsonReader {

    private CasJsonReader() {}

    static void read(ForeignFile file, Consumer<RawDocument> found) {
        file.entries(name -> name.endsWith(".json"), entry -> found.accept(document(entry.name(), entry.json())));
    }

    private static RawDocument document(String name, JsonRecord record) {
        JsonNode all = record.node().path("%FEATURE_STRUCTURES");
        if (!all.isArray()) {
            throw record.fault("field “%FEATURE_STRUCTURES” should be a list");
        }
        Map<Integer, List<Integer>> arrays = new HashMap<>();
        for (JsonNode node : all) {
            if (node.has("%ELEMENTS")) {
                List<Integer> elements = new ArrayList<>();
                node.get("%ELEMENTS").forEach(element -> elements.add(element.asInt()));
                arrays.put(node.path("%ID").asInt(), elements);
            }
        }
        String text = "";
        String language = "";
        List<Structure> structures = new ArrayList<>();
        for (JsonNode node : all) {
            String type = node.path("%TYPE").asString("");
            if (type.endsWith("Sofa")) {
                text = node.path("sofaString").asString("");
            } else if (!node.has("%ELEMENTS")) {
                structures.add(structure(node, type.substring(type.lastIndexOf('.') + 1), arrays));
                language = node.path("language").asString(language);
            }
        }
        if (text.isEmpty()) {
            throw record.fault("there is no text (sofaString)");
        }
        return CasReading.document(name, text, language, structures);
    }

    private static Structure structure(JsonNode node, String type, Map<Integer, List<Integer>> arrays) {
        Map<String, String> features = new LinkedHashMap<>();
        Map<String, List<Integer>> references = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            String name = field.getKey();
            if (name.startsWith("@")) {
                int id = field.getValue().asInt();
                references.put(name.substring(1), arrays.getOrDefault(id, List.of(id)));
            } else if (!name.startsWith("%")) {
                features.put(
                        name.startsWith("^") ? name.substring(1) : name,
                        field.getValue().asString(""));
            }
        });
        return new Structure(node.path("%ID").asInt(), type, features, references);
    }
}
