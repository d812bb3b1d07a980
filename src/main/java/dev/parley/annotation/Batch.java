package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.HistoryEntry.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edits of one transaction: applied to the working copy at once, written together at the end. */
final class Batch {

    private final AnnotationIndex annotations;
    private final Instant at;
    private final List<LogEntry> entries = new ArrayList<>();
    private final Map<String, StoredAnnotation> changed = new LinkedHashMap<>();
    private long sequence;

    Batch(WorkingCopy copy, Instant at) {
        this.annotations = copy.annotations();
        this.sequence = copy.sequence();
        this.at = at;
    }

    /** What the edits of one command have in common. */
    record Command(Reason reason, @Nullable Long reverts, long number) {}

    /** Starts a command; its number is the sequence of its first edit. */
    Command command(Reason reason, @Nullable Long reverts) {
        return new Command(reason, reverts, sequence + 1);
    }

    /** @param after absent to delete */
    void apply(Command command, String edit, Kind kind, String id, @Nullable Annotation after) {
        Optional<Annotation> before = annotations.find(id);
        String beforeBody = before.map(AnnotationJson::text).orElse(null);
        String afterBody = after == null ? null : AnnotationJson.text(after);
        if (after == null) {
            annotations.remove(id);
        } else {
            annotations.put(after);
        }
        sequence++;
        entries.add(new LogEntry(
                sequence,
                edit,
                kind,
                id,
                beforeBody,
                afterBody,
                command.reverts(),
                command.reason(),
                command.number(),
                at));
        if (after != null && afterBody != null) {
            changed.put(id, StoredAnnotation.of(after, afterBody, sequence));
        } else if (beforeBody != null) {
            changed.put(id, new StoredAnnotation(id, kind, beforeBody, sequence, true, null, 0, null, null));
        }
    }

    long sequence() {
        return sequence;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<LogEntry> entries() {
        return entries;
    }

    /** Each annotation once, as it is after the batch. */
    Collection<StoredAnnotation> changed() {
        return changed.values();
    }
}
