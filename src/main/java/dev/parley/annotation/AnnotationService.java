package dev.parley.annotation;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Guideline;
import dev.parley.project.GuidelineService;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.registry.EntityService;
import dev.parley.scheme.Check.Severity;
import dev.parley.scheme.SchemeService;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What annotators say about documents: read by those who may, changed edit by edit by the one it belongs to, handed in
 * and taken back. Methods with a {@link User} ask the policy; those without one are for packages that have asked already.
 */
@Service
@Transactional
public class AnnotationService {

    private final AnnotationSetRepository sets;
    private final AnnotationRepository annotations;
    private final SetDesk desk;
    private final SetEditor editor;
    private final EditLog log;
    private final LogTexts texts;
    private final LinkRepository links;
    private final CarryRepository carries;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final EntityService entities;
    private final GuidelineService guidelines;
    private final AccessPolicy policy;
    private final SetAccess access;
    private final ObjectProvider<GoldSets> gold;
    private final Clock clock;

    AnnotationService(
            AnnotationSetRepository sets,
            AnnotationRepository annotations,
            SetDesk desk,
            SetEditor editor,
            EditLog log,
            LogTexts texts,
            LinkRepository links,
            CarryRepository carries,
            DocumentService documents,
            SchemeService schemes,
            EntityService entities,
            GuidelineService guidelines,
            AccessPolicy policy,
            SetAccess access,
            ObjectProvider<GoldSets> gold,
            Clock clock) {
        this.sets = sets;
        this.annotations = annotations;
        this.desk = desk;
        this.editor = editor;
        this.log = log;
        this.texts = texts;
        this.links = links;
        this.carries = carries;
        this.documents = documents;
        this.schemes = schemes;
        this.entities = entities;
        this.guidelines = guidelines;
        this.policy = policy;
        this.access = access;
        this.gold = gold;
        this.clock = clock;
    }

    /** One's own set. @throws ProblemException not found if the document is not assigned to the actor */
    @Transactional(readOnly = true)
    public AnnotationSet own(User actor, DocumentId id) {
        Document document = documents.require(actor, id);
        return sets.find(id, actor.id()).orElseThrow(() -> SetAccess.notAssigned(document));
    }

    /**
     * Somebody's set, or the outcome of adjudication.
     *
     * @param who {@code me}, {@code gold} or a sign-in name
     */
    @Transactional(readOnly = true)
    public AnnotationSet read(User reader, DocumentId id, String who) {
        Document document = documents.require(reader, id);
        if (who.equals("gold")) {
            access.requireGoldReader(reader, document.project());
            return goldSets().gold(id);
        }
        return sets.find(id, access.readable(reader, document, who))
                .orElseThrow(() -> SetAccess.noSet(reader, document, who));
    }

    /** What changed in a set after a sequence number; of the gold set always all of it. */
    @Transactional(readOnly = true)
    public SetChanges changes(User reader, DocumentId id, String who, long since) {
        if (who.equals("gold")) {
            return new SetChanges(read(reader, id, who), List.of());
        }
        Document document = documents.require(reader, id);
        return sets.changes(id, access.readable(reader, document, who), since)
                .orElseThrow(() -> SetAccess.noSet(reader, document, who));
    }

    /** Whether somebody may read what an annotator does in a document. */
    @Transactional(readOnly = true)
    public boolean maySee(User reader, Document document, UserId annotator) {
        return access.maySee(reader, document, annotator);
    }

    /** Applies edits to one's own set, each on its own. */
    public EditOutcome edit(User actor, DocumentId id, List<Edit> edits) {
        Document document = access.requireAnnotator(actor, id);
        SetHead head = lockOwn(actor, document);
        WorkingCopy copy = desk.open(head, documents.text(id));
        // a browser that lost the answer may send again what was stored before the set was handed in
        if (!editor.known(copy, edits).containsAll(edits.stream().map(Edit::id).toList())) {
            SetAccess.requireDraft(head, document);
        }
        EditOutcome outcome = editor.edit(
                copy,
                documents.get(id).revision(),
                schemes.current(document.project()),
                surroundings(document, actor.id()),
                edits);
        desk.close(copy, head);
        return outcome;
    }

    /**
     * Takes back one's last command that is not taken back yet.
     *
     * @param edit id for the edit that does it, so that sending it again does nothing; ours if absent
     * @throws ProblemException conflict if there is none
     */
    public Reversal undo(User actor, DocumentId id, @Nullable String edit) {
        return revert(actor, id, edit, editor::undo);
    }

    /** Brings back what was taken back last, unless something new was done since. */
    public Reversal redo(User actor, DocumentId id, @Nullable String edit) {
        return revert(actor, id, edit, editor::redo);
    }

    /** What undo and redo would do to one's own set. */
    @Transactional(readOnly = true)
    public Reversible reversible(User actor, DocumentId id) {
        Document document = documents.require(actor, id);
        SetHead head = sets.head(id, actor.id()).orElseThrow(() -> SetAccess.notAssigned(document));
        return editor.reversible(head.id(), documents.text(id));
    }

    private interface Reverting {
        Reversal on(WorkingCopy copy, int schemeVersion, @Nullable String edit);
    }

    private Reversal revert(User actor, DocumentId id, @Nullable String edit, Reverting reverting) {
        Document document = access.requireAnnotator(actor, id);
        SetHead head = lockOwn(actor, document);
        if (edit != null && !log.known(head.id(), List.of(edit)).isEmpty()) {
            return new Reversal(head.sequence(), "nothing more: this was done before", List.of());
        }
        SetAccess.requireDraft(head, document);
        WorkingCopy copy = desk.open(head, documents.text(id));
        Reversal reversal =
                reverting.on(copy, schemes.current(document.project()).version(), edit);
        desk.close(copy, head);
        return reversal;
    }

    /**
     * One's own edits, newest first.
     *
     * @param since only those with a larger sequence
     * @param before only those with a smaller sequence
     */
    @Transactional(readOnly = true)
    public List<HistoryEntry> history(User actor, DocumentId id, long since, long before, int limit) {
        Document document = documents.require(actor, id);
        SetHead head = sets.head(id, actor.id()).orElseThrow(() -> SetAccess.notAssigned(document));
        return texts.inWords(head.id(), id, documents.text(id), log.between(head.id(), since, before, limit));
    }

    /** What is open in one's own set. */
    @Transactional(readOnly = true)
    public List<OpenCheck> checks(User actor, DocumentId id) {
        AnnotationSet own = own(actor, id);
        ProjectId project = documents.get(id).project();
        List<OpenCheck> open = new ArrayList<>(Checks.of(
                schemes.current(project),
                documents.text(id),
                AnnotationIndex.of(own),
                surroundings(documents.get(id), actor.id())));
        sets.head(id, actor.id())
                .flatMap(head -> Checks.waiting(carries.waiting(head.id())))
                .ifPresent(open::add);
        return List.copyOf(open);
    }

    /** Hands in one's own set. @throws ProblemException conflict if errors are open or it is handed in already */
    public Submission submit(User actor, DocumentId id) {
        Document document = access.requireAnnotator(actor, id);
        SetHead head = lockOwn(actor, document);
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
        SetHead head = lockOwn(actor, document);
        return switch (head.state()) {
            case SUBMITTED -> setState(head, State.DRAFT);
            case DRAFT ->
                throw ProblemException.conflict("Your work on “%s” is not handed in.".formatted(document.title()));
            case LOCKED ->
                throw ProblemException.conflict(
                        "Your work on “%s” is locked: decisions rest on it already.".formatted(document.title()));
        };
    }

    /** Gives a document to an annotator; nothing happens if it is theirs already. */
    public void assign(User actor, DocumentId id, UserId annotator) {
        assign(actor, documents.require(actor, id).project(), Map.of(id, List.of(annotator)));
    }

    /**
     * Gives documents of a project to annotators, all at once; those of other projects are passed over.
     *
     * @return how many were not theirs already
     */
    public int assign(User actor, ProjectId project, Map<DocumentId, List<UserId>> readers) {
        policy.require(actor, project, Permission.MANAGE);
        return sets.insert(project, readers, schemes.current(project).version(), actor.id(), now());
    }

    /** Takes a document back from an annotator. @throws ProblemException conflict if they have begun */
    public void unassign(User actor, DocumentId id, UserId annotator) {
        Document document = documents.require(actor, id);
        policy.require(actor, document.project(), Permission.MANAGE);
        SetHead head = sets.lock(id, annotator)
                .orElseThrow(() -> ProblemException.notFound("assignment of", document.title()));
        if (!sets.deleteUntouched(id, annotator)) {
            throw ProblemException.conflict("%s has worked on “%s” already; nothing is taken away."
                    .formatted(head.annotator(), document.title()));
        }
    }

    /**
     * Why an annotation would not be accepted into a set like this one, whoever writes it; empty if it would.
     *
     * @param actor whose annotations elsewhere in the project it may refer to
     * @param among what is there: an annotation with the same id is replaced
     */
    @Transactional(readOnly = true)
    public Optional<String> problem(User actor, AnnotationSet among, Annotation annotation) {
        Document document = documents.get(among.document());
        return new Validation(
                        schemes.current(document.project()),
                        documents.text(among.document()),
                        AnnotationIndex.of(among),
                        surroundings(document, actor.id()))
                .problem(annotation);
    }

    /** All sets of a document, by annotator name. */
    @Transactional(readOnly = true)
    public List<AnnotationSet> sets(DocumentId id) {
        return sets.ofDocument(id);
    }

    /** All sets of a project by document, oldest document first, in one query. Documents without any are left out. */
    @Transactional(readOnly = true)
    public Map<DocumentId, List<AnnotationSet>> sets(ProjectId project) {
        return sets.ofProject(project).stream()
                .collect(Collectors.groupingBy(AnnotationSet::document, LinkedHashMap::new, Collectors.toList()));
    }

    /** All sets of a few documents in one query. Documents without any are left out. @param ids at most 1 000 */
    @Transactional(readOnly = true)
    public Map<DocumentId, List<AnnotationSet>> sets(Collection<DocumentId> ids) {
        return sets.ofDocuments(ids).stream().collect(Collectors.groupingBy(AnnotationSet::document));
    }

    /** How far everybody is in a project, by document and annotator. */
    @Transactional(readOnly = true)
    public List<Progress> progress(ProjectId project) {
        return sets.heads(project).stream().map(SetHead::progress).toList();
    }

    /** The same for the documents that somebody has handed in: a project may have many that nobody has. */
    @Transactional(readOnly = true)
    public List<Progress> handedIn(ProjectId project) {
        return sets.headsOfHandedIn(project).stream().map(SetHead::progress).toList();
    }

    @Transactional(readOnly = true)
    public List<Progress> progress(DocumentId id) {
        return sets.heads(id).stream().map(SetHead::progress).toList();
    }

    /** The same for some documents of the project. */
    @Transactional(readOnly = true)
    public List<Progress> progress(ProjectId project, Collection<DocumentId> some) {
        return sets.heads(project, some).stream().map(SetHead::progress).toList();
    }

    /** Keeps the handed-in sets of a document from being reopened: decisions rest on them. */
    public void lock(DocumentId id) {
        sets.moveState(id, State.SUBMITTED, State.LOCKED);
    }

    /** Lets the sets of a document be reopened again: no decision rests on them any more. */
    public void unlock(DocumentId id) {
        sets.moveState(id, State.LOCKED, State.SUBMITTED);
    }

    private SetHead lockOwn(User actor, Document document) {
        return sets.lock(document.id(), actor.id()).orElseThrow(() -> SetAccess.notAssigned(document));
    }

    private Progress setState(SetHead head, State state) {
        Instant submittedAt = state == State.DRAFT ? null : now();
        Integer guidelineVersion = state == State.DRAFT
                ? null
                : guidelines
                        .current(documents.get(head.document()).project())
                        .map(Guideline::version)
                        .orElse(null);
        sets.setState(head.id(), state, submittedAt, guidelineVersion);
        desk.announce(head, head.sequence());
        return new Progress(
                head.document(), head.user(), head.annotator(), state, head.sequence(), head.assignedAt(), submittedAt);
    }

    private GoldSets goldSets() {
        return Optional.ofNullable(gold.getIfAvailable()).orElseThrow(() -> ProblemException.notFound("set", "gold"));
    }

    private Surroundings surroundings(Document document, UserId annotator) {
        return new ProjectSurroundings(document, annotator, entities, annotations, links);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
