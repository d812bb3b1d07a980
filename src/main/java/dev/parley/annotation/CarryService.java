package dev.parley.annotation;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.annotation.CarryRepository.Step;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.scheme.SchemeService;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of sets when their document got another text: what waits to be checked by its annotator, whatever the state
 * of the set, and what the set was in an earlier text.
 */
@Service
@Transactional
public class CarryService {

    private final AnnotationSetRepository sets;
    private final SetHeadRepository heads;
    private final AnnotationRepository annotations;
    private final CarryRepository carries;
    private final EditLog log;
    private final SetDesk desk;
    private final SetAccess access;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final Clock clock;

    CarryService(
            AnnotationSetRepository sets,
            SetHeadRepository heads,
            AnnotationRepository annotations,
            CarryRepository carries,
            EditLog log,
            SetDesk desk,
            SetAccess access,
            DocumentService documents,
            SchemeService schemes,
            Clock clock) {
        this.sets = sets;
        this.heads = heads;
        this.annotations = annotations;
        this.carries = carries;
        this.log = log;
        this.desk = desk;
        this.access = access;
        this.documents = documents;
        this.schemes = schemes;
        this.clock = clock;
    }

    /** What of one's own set waits, in no order; what is not doubtful comes back by itself. Empty without a set. */
    @Transactional(readOnly = true)
    public List<WaitingAnnotation> waiting(User actor, DocumentId id) {
        documents.require(actor, id);
        return heads.find(id, actor.id())
                .map(head -> carries.waiting(head.id()))
                .orElseGet(List::of);
    }

    /** How many annotations of a project wait for somebody to say where they belong. */
    @Transactional(readOnly = true)
    public int doubtful(ProjectId project) {
        return carries.doubtful(project);
    }

    /**
     * Puts an annotation back into one's own set, and with it what only waited for it.
     *
     * @param placed where it belongs; absent to take the place that was proposed
     * @return how many wait still
     * @throws ProblemException not found if it does not wait; conflict if no place is known, or others that it names wait;
     *     fails the scheme if it does not fit there
     */
    public int keep(User actor, DocumentId id, String annotation, @Nullable Annotation placed) {
        return settle(actor, id, annotation, true, placed);
    }

    /** Gives an annotation up, and takes it out of those that name it. @return how many wait still */
    public int drop(User actor, DocumentId id, String annotation) {
        return settle(actor, id, annotation, false, null);
    }

    private static ProblemException notWaiting(String annotation) {
        return ProblemException.conflict("The annotation %s does not wait to be checked.".formatted(annotation));
    }

    /**
     * What waits, by its id.
     *
     * @throws ProblemException conflict if it does not wait
     */
    @Transactional(readOnly = true)
    public WaitingAnnotation waiting(User actor, DocumentId id, String annotation) {
        access.requireAnnotator(actor, id);
        return waiting(actor, id).stream()
                .filter(one -> one.id().equals(annotation))
                .findFirst()
                .orElseThrow(() -> notWaiting(annotation));
    }

    private int settle(User actor, DocumentId id, String annotation, boolean keep, @Nullable Annotation placed) {
        Document document = access.requireAnnotator(actor, id);
        SetHead head = access.lockOwn(actor, document);
        Map<String, WaitingAnnotation> waiting = new LinkedHashMap<>();
        carries.waiting(head.id()).forEach(one -> waiting.put(one.id(), one));
        WaitingAnnotation asked =
                Optional.ofNullable(waiting.remove(annotation)).orElseThrow(() -> notWaiting(annotation));
        WorkingCopy copy = desk.open(head, documents.text(id));
        Returning returning = new Returning(
                schemes.current(document.project()),
                copy,
                desk.surroundings(document, actor.id()),
                waiting,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (keep) {
            returning.keep(asked, placed == null ? asked.after() : placed);
        }
        returning.release();
        Batch batch = returning.batch();
        if (!batch.isEmpty()) {
            log.append(head.id(), batch.entries());
            annotations.write(head.id(), batch.changed(), batch.sequence(), head.schemeVersion());
            copy.advance(batch.sequence());
        }
        carries.remove(
                head.id(),
                Stream.concat(Stream.of(annotation), returning.gone().stream()).toList());
        carries.put(head.id(), returning.doubted());
        desk.close(copy, head);
        return (int)
                waiting.values().stream().filter(WaitingAnnotation::doubtful).count();
    }

    /**
     * A set as it was when its document left a text; empty if it was given later. In the text that holds it is as it is.
     *
     * @param who {@code me} or a sign-in name
     * @param revision of the text
     */
    @Transactional(readOnly = true)
    public AnnotationSet at(User reader, DocumentId id, String who, int revision) {
        Document document = documents.require(reader, id);
        UserId annotator = access.readable(reader, document, who);
        if (revision == document.revision()) {
            return sets.find(id, annotator).orElseThrow(() -> SetAccess.noSet(reader, document, who));
        }
        SetHead head = heads.find(id, annotator).orElseThrow(() -> SetAccess.noSet(reader, document, who));
        long last = carries.steps(head.id()).stream()
                .filter(step -> step.left() == revision)
                .mapToLong(Step::last)
                .findFirst()
                .orElse(0);
        return head.with(carries.at(head.id(), id, last));
    }
}
