package dev.parley.scheme;

/**
 * Something of a scheme that an annotation can use.
 *
 * @param layer the layer it belongs to; empty for relations
 * @param id its id; for values the attribute's, for constants the role's
 * @param value the value or constant; empty for the other kinds
 */
public record SchemeItem(Kind kind, String layer, String id, String value) {

    public enum Kind {
        LABEL,
        ATTRIBUTE,
        VALUE,
        ROLE,
        CONSTANT,
        RELATION
    }

    public static SchemeItem label(String layer, String label) {
        return new SchemeItem(Kind.LABEL, layer, label, "");
    }

    public static SchemeItem attribute(String layer, String attribute) {
        return new SchemeItem(Kind.ATTRIBUTE, layer, attribute, "");
    }

    public static SchemeItem value(String layer, String attribute, String value) {
        return new SchemeItem(Kind.VALUE, layer, attribute, value);
    }

    public static SchemeItem role(String layer, String role) {
        return new SchemeItem(Kind.ROLE, layer, role, "");
    }

    public static SchemeItem constant(String layer, String role, String constant) {
        return new SchemeItem(Kind.CONSTANT, layer, role, constant);
    }

    public static SchemeItem relation(String relation) {
        return new SchemeItem(Kind.RELATION, "", relation, "");
    }

    /** Where it stands in the scheme's text, such as {@code layers.claim.attributes.form.direct}. */
    String path() {
        return switch (kind) {
            case LABEL -> "layers.%s.labels.%s".formatted(layer, id);
            case ATTRIBUTE -> "layers.%s.attributes.%s".formatted(layer, id);
            case VALUE -> "layers.%s.attributes.%s.values.%s".formatted(layer, id, value);
            case ROLE -> "layers.%s.roles.%s".formatted(layer, id);
            case CONSTANT -> "layers.%s.roles.%s.constants.%s".formatted(layer, id, value);
            case RELATION -> "relations.%s".formatted(id);
        };
    }

    /** As a person would call it. */
    public String inWords() {
        return switch (kind) {
            case LABEL -> "label %s".formatted(id);
            case ATTRIBUTE -> "attribute %s.%s".formatted(layer, id);
            case VALUE -> "value %s of %s.%s".formatted(value, layer, id);
            case ROLE -> "role %s".formatted(id);
            case CONSTANT -> "constant %s of role %s".formatted(value, id);
            case RELATION -> "relation %s".formatted(id);
        };
    }
}
