package dev.parley.scheme;

import java.util.List;
import java.util.Set;

/**
 * Something a condition can ask about.
 *
 * @param values what it may be compared with; anything of its kind if empty
 */
record Field(String layer, Kind kind, List<String> values) {

    enum Kind {
        LABEL("is", "in"),
        ONE_VALUE("is", "in", "exists"),
        VALUES("in", "exists", "min"),
        TEXT("is", "in", "exists", "starts-with"),
        NUMBER("is", "in", "exists"),
        FLAG("is", "exists"),
        SPANS("exists", "min", "starts-with"),
        MENTIONS("exists", "min"),
        CLAIM("exists", "min"),
        LINK("exists");

        private final Set<String> operators;

        Kind(String... operators) {
            this.operators = Set.of(operators);
        }

        boolean allows(String operator) {
            return operators.contains(operator);
        }
    }

    static Field of(String layer, Attribute attribute) {
        Kind kind = switch (attribute.type()) {
            case CHOICE, SCALE -> Kind.ONE_VALUE;
            case CHOICES -> Kind.VALUES;
            case TEXT -> Kind.TEXT;
            case NUMBER -> Kind.NUMBER;
            case FLAG -> Kind.FLAG;
        };
        return new Field(layer, kind, attribute.values());
    }

    static Field of(String layer, FrameRole role) {
        Kind kind = switch (role.type()) {
            case SPAN -> Kind.SPANS;
            case MENTION -> Kind.MENTIONS;
            case FRAME -> Kind.CLAIM;
        };
        return new Field(layer, kind, List.of());
    }

    /** The type that the values have to be read as. */
    Attribute.Type valueType() {
        return switch (kind) {
            case NUMBER -> Attribute.Type.NUMBER;
            case FLAG -> Attribute.Type.FLAG;
            default -> values.isEmpty() ? Attribute.Type.TEXT : Attribute.Type.CHOICE;
        };
    }
}
