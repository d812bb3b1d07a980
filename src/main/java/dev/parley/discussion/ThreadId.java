package dev.parley.discussion;

import java.util.UUID;

/** Identifies a thread. */
public record ThreadId(UUID value) {

    static ThreadId random() {
        return new ThreadId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID; where it stands in an address, that is "not found" */
    public static ThreadId of(String text) {
        return new ThreadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
