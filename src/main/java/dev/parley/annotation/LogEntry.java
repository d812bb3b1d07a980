package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.HistoryEntry.Reason;
import dev.parley.document.DocumentText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the append-only log: what one annotation of a set was before and after.
 *
 * @param sequence the set's sequence after it, from 1 without gaps
 * @param id of the edit, made by the client; of a consequence or an undo it may be ours
 * @param before as JSON; absent if the annotation did not exist
 * @param after as JSON; absent if it does not exist any more
 * @param reverts the command that an undo takes back or a redo brings back; absent for an edit
 * @param command the sequence of the first edit of the same command
 */
record LogEntry(
        long sequence,
        String id,
        Kind kind,
        String annotation,
        @Nullable String before,
        @Nullable String after,
        @Nullable Long reverts,
        Reason reason,
        long command,
        Instant at) {

    HistoryEntry inWords(DocumentText text) {
        return new HistoryEntry(
                sequence,
                id,
                kind,
                annotation,
                valueBefore(),
                valueAfter(),
                reason,
                command,
                reverts,
                at,
                EditWords.of(this, text));
    }

    @Nullable
    Annotation valueBefore() {
        return before == null ? null : AnnotationJson.parse(kind, before);
    }

    @Nullable
    Annotation valueAfter() {
        return after == null ? null : AnnotationJson.parse(kind, after);
    }
}
