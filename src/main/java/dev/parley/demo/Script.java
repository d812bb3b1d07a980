package dev.parley.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A map of one of the demo's YAML files. The files are ours: a fault in them is a fault of the program. */
record Script(Map<String, Object> values) {

    /** @param name of a resource in {@code demo/} */
    static Script read(String name) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return of(yaml.load(new String(bytes(name), StandardCharsets.UTF_8)));
    }

    static byte[] bytes(String name) {
        try (InputStream in = Script.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the demo has no file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any value of a file that should be a map. */
    static Script of(@Nullable Object value) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> values.put(String.valueOf(key), item));
        } else if (value != null) {
            throw new IllegalStateException(value + " is not a map");
        }
        return new Script(values);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A map below, empty if there is none. */
    Script section(String key) {
        return of(values.get(key));
    }

    /** A text, absent if there is none. */
    @Nullable
    String text(String key) {
        Object value = values.get(key);
        return value == null ? null : value.toString();
    }

    String require(String key) {
        return Objects.requireNonNull(text(key), key);
    }

    /** The values of a list, or a single one that stands for it; empty if there is none. */
    List<Object> list(String key) {
        return asList(values.get(key));
    }

    List<String> texts(String key) {
        return list(key).stream().map(Object::toString).toList();
    }

    static List<Object> asList(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> List.copyOf(list);
            default -> List.of(value);
        };
    }
}
