package dev.parley.annotation;

import dev.parley.account.User;
import dev.parley.annotation.HistoryEntry.Reason;
import dev.parley.document.Carrier;
import dev.parley.document.Document;
import dev.parley.document.MovedText;
import dev.parley.document.Span;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Carries the sets of a document over into its new text. What is sure to be the same stays in its set; what is in doubt
 * leaves it, together with all that names it, and waits for its annotator: nothing in a set is ever half true. Sets keep
 * their state, so that one changed comma does not take back what was handed in or decided.
 */
@Component
@Order(1)
class CarriedSets implements Carrier {

    private final SetHeadRepository heads;
    private final AnnotationRepository annotations;
    private final CarryRepository carries;
    private final EditLog log;
    private final SetDesk desk;
    private final Clock clock;

    CarriedSets(
            SetHeadRepository heads,
            AnnotationRepository annotations,
            CarryRepository carries,
            EditLog log,
            SetDesk desk,
            Clock clock) {
        this.heads = heads;
        this.annotations = annotations;
        this.carries = carries;
        this.log = log;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Carried carry(User actor, Document document, int left, MovedText moved) {
        int kept = 0;
        for (SetHead head : heads.of(document.id())) {
            kept += heads.lock(document.id(), head.user())
                    .map(locked -> carry(locked, left, moved))
                    .orElse(0);
        }
        return new Carried("annotations", kept, carries.doubtful(document.id()));
    }

    /** @return how many annotations stand with the same words */
    private int carry(SetHead head, int left, MovedText moved) {
        if (head.sequence() == 0) {
            return 0;
        }
        WorkingCopy copy = desk.open(head, moved.before());
        AnnotationIndex present = copy.annotations();
        List<Annotation> all = Stream.of(present.mentions(), present.claims(), present.relations())
                .<Annotation>flatMap(some -> some.stream())
                .toList();
        Set<String> doubtful = new LinkedHashSet<>();
        all.stream()
                .filter(annotation -> moved(annotation, moved::sure).isEmpty())
                .forEach(annotation -> doubtful.add(annotation.id()));
        Set<String> waiting = withUsers(doubtful, present);
        carryWaiting(head.id(), moved);
        carries.put(
                head.id(),
                all.stream()
                        .filter(annotation -> waiting.contains(annotation.id()))
                        .map(annotation -> new WaitingAnnotation(
                                annotation.id(),
                                annotation.kind(),
                                left,
                                annotation,
                                moved(annotation, moved::likely).orElse(null),
                                doubtful.contains(annotation.id())))
                        .toList());
        Batch batch = new Batch(copy, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Batch.Command command = batch.command(Reason.EDIT, null);
        for (Annotation annotation : all) {
            Annotation now = waiting.contains(annotation.id())
                    ? null
                    : moved(annotation, moved::sure).orElseThrow();
            if (!annotation.equals(now)) {
                batch.apply(command, UUID.randomUUID().toString(), annotation.kind(), annotation.id(), now);
            }
        }
        if (!batch.isEmpty()) {
            log.append(head.id(), batch.entries());
            annotations.write(head.id(), batch.changed(), batch.sequence(), head.schemeVersion());
        }
        carries.add(head.id(), new CarryRepository.Step(left, head.sequence(), batch.sequence()));
        desk.announce(head, batch.sequence());
        return all.size() - waiting.size();
    }

    /** What waited already waits for the newest text. */
    private void carryWaiting(UUID set, MovedText moved) {
        List<WaitingAnnotation> still = new ArrayList<>();
        for (WaitingAnnotation one : carries.waiting(set)) {
            Annotation after = one.after();
            if (after != null) {
                boolean sure = moved(after, moved::sure).isPresent();
                still.add(one.at(moved(after, moved::likely).orElse(null), one.doubtful() || !sure));
            }
        }
        carries.put(set, still);
    }

    private static Set<String> withUsers(Set<String> doubtful, AnnotationIndex present) {
        Set<String> waiting = new LinkedHashSet<>(doubtful);
        Deque<String> next = new ArrayDeque<>(doubtful);
        while (!next.isEmpty()) {
            for (Annotation user : present.users(next.pop())) {
                if (waiting.add(user.id())) {
                    next.add(user.id());
                }
            }
        }
        return waiting;
    }

    private static Optional<Annotation> moved(Annotation annotation, Function<List<Span>, Optional<List<Span>>> place) {
        return switch (annotation) {
            case Mention mention -> place.apply(mention.spans()).map(mention::at);
            case Claim claim ->
                place.apply(claim.content())
                        .flatMap(content -> place.apply(claim.cue()).map(cue -> claim.at(content, cue)));
            case Relation relation -> Optional.of(relation);
        };
    }
}
