package dev.parley.document;

import java.util.UUID;

/** Identifies a source file. */
public record SourceFileId(UUID value) {

    public static SourceFileId random() {
        return new SourceFileId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
