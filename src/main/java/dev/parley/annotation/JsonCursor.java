package dev.parley.annotation;

import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON value together with the way that leads there, so that every fault can say where it is. The way is only
 * spelt out then: most values have no fault.
 *
 * @param from the place this one lies in; absent at the root
 * @param step from there, such as {@code .spans} or {@code [3]}
 */
record JsonCursor(JsonNode node, @Nullable JsonCursor from, Object step) {

    private static final int SHOWN = 60;

    static JsonCursor root(JsonNode node) {
        return new JsonCursor(node, null, "$");
    }

    private String path() {
        if (from == null) {
            return step.toString();
        }
        return from.path() + (step instanceof Integer ? "[" + step + "]" : "." + step);
    }

    /** This place, if it is an object with no other fields than these. */
    JsonCursor object(Set<String> fields) {
        if (!node.isObject()) {
            throw fault("must be an object");
        }
        if (!fields.containsAll(node.propertyNames())) {
            Set<String> unknown = new TreeSet<>(node.propertyNames());
            unknown.removeAll(fields);
            throw fault(
                    "does not know the field %s; its fields are %s"
                            .formatted(quoted(unknown.iterator().next()), String.join(", ", new TreeSet<>(fields))),
                    false);
        }
        return this;
    }

    JsonCursor field(String name) {
        JsonCursor field = optional(name);
        if (field == null) {
            throw fault("needs the field “%s”".formatted(name), false);
        }
        return field;
    }

    /** A field that may be missing or null. */
    @Nullable
    JsonCursor optional(String name) {
        JsonNode child = node.get(name);
        return child == null || child.isNull() ? null : new JsonCursor(child, this, name);
    }

    /** The items of a field that may be missing or null, which counts as empty. */
    <T> List<T> list(String name, int most, Function<JsonCursor, T> item) {
        JsonCursor field = optional(name);
        return field == null ? List.of() : field.items(most, item);
    }

    <T> List<T> items(int most, Function<JsonCursor, T> item) {
        if (!node.isArray()) {
            throw fault("must be a list");
        }
        if (node.size() > most) {
            throw fault("has %d items; at most %d are allowed".formatted(node.size(), most), false);
        }
        List<T> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(item.apply(new JsonCursor(node.get(i), this, i)));
        }
        return items;
    }

    /** Text without characters that no document text may hold. */
    String text() {
        if (!node.isString()) {
            throw fault("must be a string");
        }
        String value = node.stringValue();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c) || (c < ' ' && c != '\n' && c != '\t')) {
                throw fault("holds the character U+%04X, which text cannot carry".formatted((int) c), false);
            }
        }
        return value;
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw fault("must be true or false");
        }
        return node.booleanValue();
    }

    int offset() {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw fault("must be a whole number of code points from 0");
        }
        return node.intValue();
    }

    ProblemException fault(String message) {
        return fault(message, true);
    }

    ProblemException fault(String message, boolean showValue) {
        String sentence = showValue
                ? "%s, not %s".formatted(message, quoted(node.isString() ? node.stringValue() : node.toString()))
                : message;
        String path = path();
        return ProblemException.invalid("%s %s.".formatted(path, sentence), List.of(new Fault(path, sentence)));
    }

    /** A value as it can stand in a sentence: in quotes, and not too long. */
    static String quoted(String value) {
        int length = value.codePointCount(0, value.length());
        String shown = length <= SHOWN ? value : value.substring(0, value.offsetByCodePoints(0, SHOWN - 1)) + "…";
        return "“" + shown + "”";
    }
}
