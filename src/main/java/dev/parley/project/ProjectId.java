package dev.parley.project;

import java.util.UUID;

/** Identifies a project. */
public record ProjectId(UUID value) {

    public static ProjectId random() {
        return new ProjectId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
