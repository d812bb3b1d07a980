package dev.parley.scheme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every field that conditions of a scheme may ask about, by layer. */
final class Vocabulary {

    private final Map<String, Map<String, Field>> fields = new LinkedHashMap<>();

    void addLayer(String layer) {
        of(layer);
    }

    void add(String layer, String name, Field field) {
        of(layer).put(name, field);
    }

    private Map<String, Field> of(String layer) {
        return fields.computeIfAbsent(layer, _ -> new LinkedHashMap<>());
    }

    /**
     * The field that a word of a condition means; absent, with a fault, if there is none or more than one.
     *
     * @param home the layer the condition belongs to; empty for one that may be about any layer
     */
    Optional<Field> find(YamlValue place, String word, Optional<String> home) {
        int dot = word.indexOf('.');
        String first = dot < 0 ? "" : word.substring(0, dot);
        if (fields.containsKey(first)) {
            return inLayer(place, first, word.substring(dot + 1), home);
        }
        if (home.isPresent()) {
            return inLayer(place, home.get(), word, home);
        }
        List<Field> found = fields.values().stream()
                .flatMap(layer -> Optional.ofNullable(layer.get(word)).stream())
                .toList();
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        place.fault(
                found.isEmpty()
                        ? "No layer has a field \"%s\"; the layers are %s."
                                .formatted(word, YamlValue.listed(fields.keySet()))
                        : "Several layers have a field \"%s\"; write \"%s.%s\" or the like."
                                .formatted(word, found.getFirst().layer(), word));
        return Optional.empty();
    }

    private Optional<Field> inLayer(YamlValue place, String layer, String name, Optional<String> home) {
        if (home.isPresent() && !home.get().equals(layer)) {
            place.fault(
                    "This condition can only ask about its own layer %s, not about %s.".formatted(home.get(), layer));
            return Optional.empty();
        }
        Optional<Field> field = Optional.ofNullable(of(layer).get(name));
        if (field.isEmpty()) {
            place.fault("The layer %s has no field \"%s\"; it has %s."
                    .formatted(layer, name, YamlValue.listed(of(layer).keySet())));
        }
        return field;
    }
}
