package dev.parley.annotation;

import dev.parley.account.User;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.Guideline;
import dev.parley.project.GuidelineService;
import dev.parley.scheme.Check.Severity;
import dev.parley.scheme.SchemeService;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From a draft to work that others rest on: what is still open, handing in, taking back, and the lock that decisions put on it. */
@Service
@Transactional
public class HandInService {

    private final AnnotationSetRepository sets;
    private final SetHeadRepository heads;
    private final SetDesk desk;
    private final CarryRepository carries;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final GuidelineService guidelines;
    private final SetAccess access;
    private final Clock clock;

    HandInService(
            AnnotationSetRepository sets,
            SetHeadRepository heads,
            SetDesk desk,
            CarryRepository carries,
            DocumentService documents,
            SchemeService schemes,
            GuidelineService guidelines,
            SetAccess access,
            Clock clock) {
        this.sets = sets;
        this.heads = heads;
        this.desk = desk;
        this.carries = carries;
        this.documents = documents;
        this.schemes = schemes;
        this.guidelines = guidelines;
        this.access = access;
        this.clock = clock;
    }

    /** What is open in one's own set. */
    @Transactional(readOnly = true)
    public List<OpenCheck> checks(User actor, DocumentId id) {
        Document document = documents.require(actor, id);
        SetHead head = heads.find(id, actor.id()).orElseThrow(() -> SetAccess.notAssigned(document));
        AnnotationSet own = sets.find(id, actor.id()).orElseThrow(() -> SetAccess.notAssigned(document));
        List<OpenCheck> open = new ArrayList<>(Checks.of(
                schemes.current(document.project()),
                documents.text(id),
                AnnotationIndex.of(own),
                desk.surroundings(document, actor.id())));
        Checks.waiting(carries.waiting(head.id())).ifPresent(open::add);
        return List.copyOf(open);
    }

    /** Hands in one's own set. @throws ProblemException conflict if errors are open or it is handed in already */
    public Submission submit(User actor, DocumentId id) {
        Document document = access.requireAnnotator(actor, id);
        SetHead head = access.lockOwn(actor, document);
        SetAccess.requireDraft(head, document);
        List<OpenCheck> open = checks(actor, id);
        List<Fault> errors = open.stream()
                .filter(check -> check.severity() == Severity.ERROR)
                .map(check -> new Fault(check.annotation(), check.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.conflict(
                    errors.size() == 1
                            ? "One thing is still open: " + errors.getFirst().message()
                            : "%d things are still open, first: %s"
                                    .formatted(errors.size(), errors.getFirst().message()),
                    errors);
        }
        return new Submission(setState(head, State.SUBMITTED), open);
    }

    /** Takes one's own set back to go on with it, while nothing in the document is decided. */
    public Progress reopen(User actor, DocumentId id) {
        Document document = access.requireAnnotator(actor, id);
        SetHead head = access.lockOwn(actor, document);
        return switch (head.state()) {
            case SUBMITTED -> setState(head, State.DRAFT);
            case DRAFT ->
                throw ProblemException.conflict("Your work on “%s” is not handed in.".formatted(document.title()));
            case LOCKED ->
                throw ProblemException.conflict(
                        "Your work on “%s” is locked: decisions rest on it already.".formatted(document.title()));
        };
    }

    /** Keeps the handed-in sets of a document from being reopened: decisions rest on them. */
    public void lock(DocumentId id) {
        heads.moveState(id, State.SUBMITTED, State.LOCKED);
    }

    /** Lets the sets of a document be reopened again: no decision rests on them any more. */
    public void unlock(DocumentId id) {
        heads.moveState(id, State.LOCKED, State.SUBMITTED);
    }

    private Progress setState(SetHead head, State state) {
        Instant submittedAt = state == State.DRAFT ? null : clock.instant().truncatedTo(ChronoUnit.MICROS);
        Integer guidelineVersion = state == State.DRAFT
                ? null
                : guidelines
                        .current(documents.get(head.document()).project())
                        .map(Guideline::version)
                        .orElse(null);
        heads.setState(head.id(), state, submittedAt, guidelineVersion);
        desk.announce(head, head.sequence());
        return new Progress(
                head.document(), head.user(), head.annotator(), state, head.sequence(), head.assignedAt(), submittedAt);
    }
}
