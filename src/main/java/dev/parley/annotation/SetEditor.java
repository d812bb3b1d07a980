package dev.parley.annotation;

import dev.parley.annotation.Batch.Command;
import dev.parley.annotation.EditOutcome.Result;
import dev.parley.annotation.EditOutcome.Status;
import dev.parley.annotation.HistoryEntry.Reason;
import dev.parley.document.DocumentText;
import dev.parley.problem.ProblemException;
import dev.parley.scheme.Scheme;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies edits to one set. The caller's transaction holds the set's row, so its sequence grows without gaps. */
@Component
class SetEditor {

    private final AnnotationRepository annotations;
    private final EditLog log;
    private final Clock clock;

    SetEditor(AnnotationRepository annotations, EditLog log, Clock clock) {
        this.annotations = annotations;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Applies each edit on its own: a rejected one does not undo the others.
     *
     * @param revision of the document's text
     */
    EditOutcome edit(WorkingCopy copy, int revision, Scheme scheme, Surroundings surroundings, List<Edit> edits) {
        Set<String> known = known(copy, edits);
        Validation validation = new Validation(scheme, copy.text(), copy.annotations(), surroundings);
        Batch batch = new Batch(copy, now());
        Map<String, Command> groups = new HashMap<>();
        List<Result> results = new ArrayList<>();
        for (Edit edit : edits) {
            if (known.contains(edit.id())) {
                results.add(new Result(edit.id(), Status.REPEATED, null));
                continue;
            }
            if (edit instanceof Edit.Revert) {
                // what it takes back may have come with the same request
                write(copy, batch, scheme.version());
                batch = new Batch(copy, now());
            }
            Optional<String> problem = switch (edit) {
                case Edit.Put put -> madeInAnotherText(put, revision).or(() -> validation.problem(put));
                case Edit.Delete delete -> validation.problem(delete);
                case Edit.Revert revert -> problem(copy, revert);
            };
            if (problem.isEmpty()) {
                apply(edit, groups, copy, batch);
                known.add(edit.id());
            }
            results.add(
                    new Result(edit.id(), problem.isEmpty() ? Status.APPLIED : Status.REJECTED, problem.orElse(null)));
        }
        write(copy, batch, scheme.version());
        return new EditOutcome(copy.sequence(), results);
    }

    private static Optional<String> madeInAnotherText(Edit.Put put, int revision) {
        return put.revision() != null && put.revision() != revision
                ? Optional.of("The text of the document was corrected after this was marked; mark it again.")
                : Optional.empty();
    }

    Set<String> known(WorkingCopy copy, List<Edit> edits) {
        return log.known(copy.set(), edits.stream().map(Edit::id).distinct().toList());
    }

    /** Takes back the last command that is not taken back yet. */
    Reversal undo(WorkingCopy copy, int schemeVersion, @Nullable String id) {
        long command =
                log.lastDone(copy.set()).orElseThrow(() -> ProblemException.conflict("There is nothing to take back."));
        return revert(copy, schemeVersion, id, command, Reason.UNDO);
    }

    /** Brings back the command taken back last, unless something new was done since. */
    Reversal redo(WorkingCopy copy, int schemeVersion, @Nullable String id) {
        long command = log.lastUndone(copy.set())
                .orElseThrow(() -> ProblemException.conflict("There is nothing to bring back."));
        return revert(copy, schemeVersion, id, command, Reason.REDO);
    }

    /** What an undo and a redo would do now, in words. */
    Reversible reversible(UUID set, DocumentText text) {
        return new Reversible(
                log.lastDone(set).map(command -> words(set, command, text)).orElse(null),
                log.lastUndone(set).map(command -> words(set, command, text)).orElse(null));
    }

    private String words(UUID set, long command, DocumentText text) {
        return EditWords.of(log.command(set, command), text);
    }

    private Reversal revert(WorkingCopy copy, int schemeVersion, @Nullable String id, long command, Reason reason) {
        List<LogEntry> entries = log.command(copy.set(), command);
        Batch batch = new Batch(copy, now());
        new Compensation(entries, reason)
                .apply(batch, id == null ? UUID.randomUUID().toString() : id);
        write(copy, batch, schemeVersion);
        return new Reversal(
                copy.sequence(),
                EditWords.of(entries, copy.text()),
                entries.stream().map(LogEntry::annotation).distinct().toList());
    }

    private Optional<String> problem(WorkingCopy copy, Edit.Revert revert) {
        return compensation(copy, revert)
                .map(compensation -> compensation.problem(copy.annotations(), copy.text()))
                .orElseGet(() -> Optional.of("There is no edit %s to take back.".formatted(revert.target())));
    }

    /** Empty if no such edit was ever applied. */
    private Optional<Compensation> compensation(WorkingCopy copy, Edit.Revert revert) {
        return log.commandOf(copy.set(), revert.target())
                .map(command -> new Compensation(log.command(copy.set(), command), revert.reason()));
    }

    private void apply(Edit edit, Map<String, Command> groups, WorkingCopy copy, Batch batch) {
        switch (edit) {
            case Edit.Put put ->
                batch.apply(command(put.group(), groups, batch), put.id(), put.kind(), put.target(), put.value());
            case Edit.Delete delete -> {
                Command command = command(delete.group(), groups, batch);
                for (Annotation user : copy.annotations().users(delete.target())) {
                    Annotation without = user instanceof Claim claim ? claim.without(delete.target()) : null;
                    batch.apply(command, UUID.randomUUID().toString(), user.kind(), user.id(), without);
                }
                batch.apply(command, delete.id(), delete.kind(), delete.target(), null);
            }
            case Edit.Revert revert ->
                compensation(copy, revert).ifPresent(compensation -> compensation.apply(batch, revert.id()));
        }
    }

    /** Edits of one group are one command; it begins with the first of them that is accepted. */
    private static Command command(@Nullable String group, Map<String, Command> groups, Batch batch) {
        return group == null
                ? batch.command(Reason.EDIT, null)
                : groups.computeIfAbsent(group, _ -> batch.command(Reason.EDIT, null));
    }

    private void write(WorkingCopy copy, Batch batch, int schemeVersion) {
        if (!batch.isEmpty()) {
            log.append(copy.set(), batch.entries());
            annotations.write(copy.set(), batch.changed(), batch.sequence(), schemeVersion);
            copy.advance(batch.sequence());
        }
    }

    /** As precise as both databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
