package dev.parley.annotation;

import dev.parley.annotation.HistoryEntry.Reason;
import dev.parley.annotation.Relation.End;
import dev.parley.problem.ProblemException;
import dev.parley.scheme.Scheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Annotations that waited come back into their set: one that was checked, then all that only waited for it. */
final class Returning {

    private final WorkingCopy copy;
    private final Validation validation;
    private final Map<String, WaitingAnnotation> waiting;
    private final Batch batch;
    private final Batch.Command command;
    private final Set<String> gone = new LinkedHashSet<>();
    private final List<WaitingAnnotation> doubted = new ArrayList<>();

    /** @param waiting by id, those that nobody asked about; what comes back is taken out */
    Returning(
            Scheme scheme,
            WorkingCopy copy,
            Surroundings surroundings,
            Map<String, WaitingAnnotation> waiting,
            Instant at) {
        this.copy = copy;
        this.validation = new Validation(scheme, copy.text(), copy.annotations(), surroundings);
        this.waiting = waiting;
        this.batch = new Batch(copy, at);
        this.command = batch.command(Reason.EDIT, null);
    }

    /** @throws ProblemException if it cannot be put there */
    void keep(WaitingAnnotation asked, @Nullable Annotation placed) {
        if (placed == null) {
            throw ProblemException.conflict(
                    "Its words stand nowhere in the new text. Say where it belongs, or give it up.");
        }
        if (!placed.id().equals(asked.id()) || placed.kind() != asked.kind()) {
            throw ProblemException.invalid("The value must be the %s %s that waits."
                    .formatted(AnnotationJson.lower(asked.kind()), asked.id()));
        }
        if (used(placed).anyMatch(waiting::containsKey)) {
            throw ProblemException.conflict("It names others that wait too; check these first.");
        }
        Annotation now = withoutMissing(placed)
                .orElseThrow(() -> ProblemException.conflict("What it ties together is not there any more."));
        validation.problem(now).ifPresent(problem -> {
            throw ProblemException.failsScheme(problem, List.of());
        });
        put(now);
    }

    /** Brings back what waits for nothing any more, until nothing more comes back. */
    void release() {
        boolean more = true;
        while (more) {
            more = false;
            for (WaitingAnnotation one : List.copyOf(waiting.values())) {
                Annotation after = one.after();
                if (!one.doubtful() && after != null && used(after).noneMatch(waiting::containsKey)) {
                    waiting.remove(one.id());
                    gone.add(one.id());
                    withoutMissing(after).ifPresent(now -> bringBack(one, now));
                    more = true;
                }
            }
        }
    }

    private void bringBack(WaitingAnnotation one, Annotation now) {
        if (validation.problem(now).isEmpty()) {
            put(now);
        } else {
            // something else was put there meanwhile, so a person has to look
            gone.remove(one.id());
            waiting.put(one.id(), one.doubted());
            doubted.add(one.doubted());
        }
    }

    private void put(Annotation annotation) {
        batch.apply(command, UUID.randomUUID().toString(), annotation.kind(), annotation.id(), annotation);
    }

    /** Without what it names and is not there any more; empty for a relation that lost an end. */
    private Optional<Annotation> withoutMissing(Annotation annotation) {
        List<String> missing = used(annotation)
                .filter(id -> copy.annotations().find(id).isEmpty())
                .toList();
        return switch (annotation) {
            case Mention mention -> Optional.of(mention);
            case Relation relation -> missing.isEmpty() ? Optional.of(relation) : Optional.empty();
            case Claim claim -> {
                Claim rest = claim;
                for (String id : missing) {
                    rest = rest.without(id);
                }
                yield Optional.of(rest);
            }
        };
    }

    private Stream<String> used(Annotation annotation) {
        return switch (annotation) {
            case Mention ignored -> Stream.of();
            case Claim claim -> claim.used();
            case Relation relation ->
                Stream.of(relation.from(), relation.to())
                        .filter(copy.annotations()::isOwn)
                        .map(End::annotation);
        };
    }

    Batch batch() {
        return batch;
    }

    /** Ids of those that came back, or went because of what they named. */
    Set<String> gone() {
        return gone;
    }

    /** Those that could not come back. */
    List<WaitingAnnotation> doubted() {
        return doubted;
    }
}
