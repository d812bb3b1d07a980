package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One edit of a set's history.
 *
 * @param sequence the set's sequence after it
 * @param id of the edit
 * @param annotation id of the annotation it changed
 * @param before the annotation before; absent if it did not exist
 * @param after the annotation after; absent if it was deleted
 * @param reason why it was made
 * @param command sequence of the first edit of the same command: what is taken back as one
 * @param reverts sequence of the first edit that an undo took back or a redo brought back; absent for others
 * @param words what it did, for people
 */
public record HistoryEntry(
        long sequence,
        String id,
        Kind kind,
        String annotation,
        @Nullable Annotation before,
        @Nullable Annotation after,
        Reason reason,
        long command,
        @Nullable Long reverts,
        Instant at,
        String words) {

    public enum Reason {
        EDIT,
        UNDO,
        REDO
    }
}
