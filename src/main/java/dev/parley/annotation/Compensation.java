package dev.parley.annotation;

import dev.parley.annotation.Batch.Command;
import dev.parley.annotation.HistoryEntry.Reason;
import dev.parley.document.DocumentText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What takes a command back, or brings it back: each annotation it was about as it was before, or after. Pure. */
final class Compensation {

    private final List<LogEntry> entries;
    private final Reason reason;
    private final Map<String, Optional<Annotation>> before = new LinkedHashMap<>();
    private final Map<String, Optional<Annotation>> after = new LinkedHashMap<>();

    /**
     * @param entries of the command, in the order they were made; at least one
     * @param reason undo or redo
     */
    Compensation(List<LogEntry> entries, Reason reason) {
        this.entries = entries;
        this.reason = reason;
        for (LogEntry entry : entries) {
            before.putIfAbsent(entry.annotation(), Optional.ofNullable(entry.valueBefore()));
            after.put(entry.annotation(), Optional.ofNullable(entry.valueAfter()));
        }
    }

    /**
     * Why it cannot be done any more: the command is an undo itself, something was changed again since, or an annotation
     * would point nowhere. Empty if it can.
     */
    Optional<String> problem(AnnotationIndex present, DocumentText text) {
        String words = EditWords.of(entries, text);
        if (entries.getFirst().reason() != Reason.EDIT) {
            return Optional.of("“%s” is not an edit of its own.".formatted(words));
        }
        boolean stands = expected().entrySet().stream()
                .allMatch(one -> present.find(one.getKey()).equals(one.getValue()));
        if (stands && outcome().entrySet().stream().allMatch(one -> holds(one.getKey(), one.getValue(), present))) {
            return Optional.empty();
        }
        return Optional.of("It was changed again since, so nothing is %s: %s."
                .formatted(reason == Reason.UNDO ? "taken back" : "brought back", words));
    }

    /** @param edit id of the first edit that does it; the others get ids of their own */
    void apply(Batch batch, String edit) {
        Command command = batch.command(reason, entries.getFirst().command());
        String id = edit;
        for (LogEntry entry : reason == Reason.UNDO ? entries.reversed() : entries) {
            Annotation value = reason == Reason.UNDO ? entry.valueBefore() : entry.valueAfter();
            batch.apply(command, id, entry.kind(), entry.annotation(), value);
            id = UUID.randomUUID().toString();
        }
    }

    private Map<String, Optional<Annotation>> expected() {
        return reason == Reason.UNDO ? after : before;
    }

    private Map<String, Optional<Annotation>> outcome() {
        return reason == Reason.UNDO ? before : after;
    }

    /** Whether nothing would point to an annotation that is gone, nor the annotation to something that is. */
    private boolean holds(String id, Optional<Annotation> value, AnnotationIndex present) {
        return value.map(annotation -> present.used(annotation)
                        .allMatch(used ->
                                outcome().getOrDefault(used, present.find(used)).isPresent()))
                .orElseGet(() ->
                        present.users(id).stream().allMatch(user -> outcome().containsKey(user.id())));
    }
}
