package dev.parley.registry;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How lists of what is known lie in a column. Only this package reads them. */
final class StoredKnowledge {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredKnowledge() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static List<String> texts(String json) {
        return JSON.readValue(json, new TypeReference<List<String>>() {});
    }

    static List<Fact> facts(String json) {
        return JSON.readValue(json, new TypeReference<List<Fact>>() {});
    }

    static Knowledge knowledge(String json) {
        return JSON.readValue(json, Knowledge.class);
    }
}
