package dev.parley.registry;

import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a manager did to the registry, for the record and to be taken back.
 *
 * @param entity the one that was merged, split or promoted
 * @param other the one it went into or that was made of it; absent for a promotion
 * @param by sign-in name of who did it
 * @param undoneBy sign-in name of who took it back; absent while it stands
 * @param settledBy of a split: who said that the links nobody looked at again are right
 */
public record EntityChange(
        UUID id,
        ProjectId project,
        Kind kind,
        String entity,
        @Nullable String other,
        String by,
        Instant at,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt,
        @Nullable String settledBy) {

    /** Whether it has not been taken back. */
    public boolean stands() {
        return undoneBy == null;
    }

    /** What was done. */
    public enum Kind {
        /** An entity became a redirect to another. */
        MERGED,
        /** A new entity was made of a part of one. */
        SPLIT,
        /** A provisional entity became one of the whole project. */
        PROMOTED
    }
}
