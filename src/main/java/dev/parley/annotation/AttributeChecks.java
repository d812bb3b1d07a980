package dev.parley.annotation;

import static dev.parley.annotation.JsonCursor.quoted;

import dev.parley.scheme.Attribute;
import dev.parley.scheme.Layer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Whether attribute values are known and of the right type. A value of an attribute that is not shown just now is
 * accepted: it comes back when the annotator turns the label back, and nobody reads it until then.
 */
final class AttributeChecks {

    /** For texts whose scheme names no length: longer than any note, short enough to store. */
    private static final int LONGEST_TEXT = 10_000;

    private AttributeChecks() {}

    static void check(Map<String, Object> values, Layer layer, Refusals refusals) {
        values.forEach((id, value) -> layer.attribute(id)
                .ifPresentOrElse(
                        attribute -> check(attribute, value, refusals),
                        () -> refusals.add("The layer %s has no attribute %s.", layer.id(), quoted(id))));
    }

    private static void check(Attribute attribute, Object value, Refusals refusals) {
        switch (attribute.type()) {
            case CHOICE, SCALE -> {
                if (!attribute.values().contains(value)) {
                    refuse(attribute, value, "one of " + String.join(", ", attribute.values()), refusals);
                }
            }
            case CHOICES -> {
                if (!(value instanceof List<?> chosen)
                        || !attribute.values().containsAll(chosen)
                        || new HashSet<>(chosen).size() != chosen.size()) {
                    refuse(attribute, value, "a list of " + String.join(", ", attribute.values()), refusals);
                }
            }
            case TEXT -> {
                Integer most = attribute.maxLength();
                int length = most == null ? LONGEST_TEXT : most;
                if (!(value instanceof String text) || text.codePointCount(0, text.length()) > length) {
                    refuse(attribute, value, "text of at most %d characters".formatted(length), refusals);
                }
            }
            case NUMBER -> {
                if (!(value instanceof Number)) {
                    refuse(attribute, value, "a number", refusals);
                }
            }
            case FLAG -> {
                if (!(value instanceof Boolean)) {
                    refuse(attribute, value, "true or false", refusals);
                }
            }
        }
    }

    private static void refuse(Attribute attribute, Object value, String expected, Refusals refusals) {
        refusals.add("The attribute %s must be %s, not %s.", attribute.id(), expected, quoted(String.valueOf(value)));
    }
}
