package dev.parley.document;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an import. */
public record ImportId(UUID value) {

    public static ImportId random() {
        return new ImportId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if it cannot be one */
    public static ImportId of(String value) {
        return new ImportId(UUID.fromString(value));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
