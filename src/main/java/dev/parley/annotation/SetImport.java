package dev.parley.annotation;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeService;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills sets with annotations that were made elsewhere. They are checked as edits are, and stand in the log like them. */
@Service
@Transactional
public class SetImport {

    private final SetHeadRepository heads;
    private final AnnotationRepository annotations;
    private final EditLog log;
    private final SetDesk desk;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final AccessPolicy policy;
    private final Clock clock;

    SetImport(
            SetHeadRepository heads,
            AnnotationRepository annotations,
            EditLog log,
            SetDesk desk,
            DocumentService documents,
            SchemeService schemes,
            AccessPolicy policy,
            Clock clock) {
        this.heads = heads;
        this.annotations = annotations;
        this.log = log;
        this.desk = desk;
        this.documents = documents;
        this.schemes = schemes;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Gives a document to an annotator and fills their set, which must be empty.
     *
     * @return why annotations do not fit text, scheme or each other, each in a sentence; nothing was written if there is any
     * @throws ProblemException conflict if the annotator has worked on the document
     */
    public List<String> fill(User actor, DocumentId id, UserId annotator, List<? extends Annotation> made) {
        Document document = documents.require(actor, id);
        policy.require(actor, document.project(), Permission.MANAGE);
        int version = schemes.current(document.project()).version();
        heads.insert(id, annotator, version, actor.id(), now());
        SetHead head = head(document, annotator);
        if (head.sequence() > 0 || head.state() != State.DRAFT) {
            throw ProblemException.conflict("%s has worked on “%s” already; nothing was imported."
                    .formatted(head.annotator(), document.title()));
        }
        return add(head, document, made);
    }

    /** Adds to a set that {@link #fill} has filled: what could not be checked before other documents were there. */
    public List<String> add(User actor, DocumentId id, UserId annotator, List<? extends Annotation> made) {
        Document document = documents.require(actor, id);
        policy.require(actor, document.project(), Permission.MANAGE);
        return add(head(document, annotator), document, made);
    }

    /** Gives a document to an annotator as it was given elsewhere; one that is theirs already stays as it is. */
    public void assign(User actor, DocumentId id, UserId annotator, Instant at) {
        Document document = documents.require(actor, id);
        policy.require(actor, document.project(), Permission.MANAGE);
        heads.insert(id, annotator, schemes.current(document.project()).version(), actor.id(), at);
    }

    /**
     * Sets the state of a filled set; whether it is complete is not asked, as others decided that elsewhere.
     *
     * @param schemeVersion the one its last edit was made under; the newest if absent
     */
    public void settle(
            User actor,
            DocumentId id,
            UserId annotator,
            State state,
            @Nullable Instant submittedAt,
            @Nullable Integer guidelineVersion,
            @Nullable Integer schemeVersion) {
        Document document = documents.require(actor, id);
        policy.require(actor, document.project(), Permission.MANAGE);
        Instant at = state == State.DRAFT ? null : submittedAt == null ? now() : submittedAt;
        UUID set = head(document, annotator).id();
        heads.setState(set, state, at, state == State.DRAFT ? null : guidelineVersion);
        if (schemeVersion != null) {
            heads.setSchemeVersion(set, schemeVersion);
        }
    }

    private List<String> add(SetHead head, Document document, List<? extends Annotation> made) {
        Scheme scheme = schemes.current(document.project());
        WorkingCopy copy = desk.open(head, documents.text(document.id()));
        AnnotationIndex all = new AnnotationIndex(document.id());
        copy.annotations().mentions().forEach(all::put);
        copy.annotations().claims().forEach(all::put);
        copy.annotations().relations().forEach(all::put);
        made.forEach(all::put);
        Validation validation = new Validation(scheme, copy.text(), all, desk.surroundings(document, head.user()));
        List<String> problems = new ArrayList<>();
        made.forEach(annotation -> validation
                .problem(annotation)
                .ifPresent(problem -> problems.add("%s: %s".formatted(annotation.id(), problem))));
        if (problems.isEmpty()) {
            Batch batch = new Batch(copy, now());
            made.forEach(annotation -> batch.apply(
                    batch.command(HistoryEntry.Reason.EDIT, null),
                    UUID.randomUUID().toString(),
                    annotation.kind(),
                    annotation.id(),
                    annotation));
            if (!batch.isEmpty()) {
                log.append(head.id(), batch.entries());
                annotations.write(head.id(), batch.changed(), batch.sequence(), scheme.version());
                // the copy is not kept: a file may bring more sets than there is room for before it is committed
                desk.announce(head, batch.sequence());
            }
        }
        return problems;
    }

    private SetHead head(Document document, UserId annotator) {
        return heads.lock(document.id(), annotator)
                .orElseThrow(() -> ProblemException.notFound("set of", document.title()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
