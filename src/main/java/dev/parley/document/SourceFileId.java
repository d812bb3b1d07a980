package dev.parley.document;

import java.util.UUID;

/** Identifies a source file. */
public record SourceFileId(UUID value) {

    public static SourceFileId random() {
        return new SourceFileId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID; where it stands in an address, that is "not found" */
    public static SourceFileId of(String text) {
        return new SourceFileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
