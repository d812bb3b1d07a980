package dev.parley.scheme;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The entries of a YAML mapping. It remembers which keys were asked for, so that {@link #close} can name the others. */
final class YamlMap {

    private final YamlValue self;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, YamlValue> keys = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    YamlMap(YamlValue self, MappingNode mapping) {
        this.self = self;
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
                self.child("?", entry.getKeyNode()).fault("A key must be a word.");
                continue;
            }
            String name = scalar.getValue();
            YamlValue key = self.child(name, scalar);
            YamlValue first = keys.putIfAbsent(name, key);
            if (first != null) {
                key.fault("The key \"%s\" stands here a second time, first on line %d.".formatted(name, first.line()));
                continue;
            }
            values.put(name, self.child(name, entry.getValueNode()));
        }
    }

    /** The value of a key; absent if it is not there or empty. */
    Optional<YamlValue> find(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isNothing());
    }

    /** The value of a key that must be there. */
    Optional<YamlValue> need(String key) {
        Optional<YamlValue> value = find(key);
        if (value.isEmpty()) {
            keys.getOrDefault(key, self.named(key)).fault("\"%s\" is missing.".formatted(key));
        }
        return value;
    }

    /** What a key says, or the default where it is not there or faulty. */
    <T> T read(String key, Function<YamlValue, Optional<T>> how, T otherwise) {
        return find(key).flatMap(how).orElse(otherwise);
    }

    /** A fault at the key if it is there. */
    void refuse(String key, String message) {
        known.add(key);
        Optional.ofNullable(keys.get(key)).ifPresent(there -> there.fault(message));
    }

    /** All entries whose keys are free to choose. */
    void each(BiConsumer<String, YamlValue> reader) {
        values.forEach((key, value) -> {
            known.add(key);
            reader.accept(key, value);
        });
    }

    /** Names every key that nobody asked for. */
    void close() {
        Set<String> expected = new TreeSet<>(known);
        keys.forEach((name, key) -> {
            if (!expected.contains(name)) {
                key.fault(
                        "The key \"%s\" is not known here; known are %s.".formatted(name, YamlValue.listed(expected)));
            }
        });
    }

    Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    YamlValue self() {
        return self;
    }
}
