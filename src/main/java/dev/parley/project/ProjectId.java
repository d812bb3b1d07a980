package dev.parley.project;

import java.util.UUID;

/** Identifies a project. */
public record ProjectId(UUID value) {

    public static ProjectId random() {
        return new ProjectId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID; where it stands in an address, that is "not found" */
    public static ProjectId of(String text) {
        return new ProjectId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
