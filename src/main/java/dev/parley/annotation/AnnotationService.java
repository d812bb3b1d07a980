package dev.parley.annotation;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.scheme.SchemeService;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What annotators say about documents: who was given which, what is in their sets, and how far they are. Sets are changed by
 * {@link EditService} and handed in by {@link HandInService}. Methods with a {@link User} ask the policy; those without one are
 * for packages that have asked already.
 */
@Service
@Transactional
public class AnnotationService {

    private final AnnotationSetRepository sets;
    private final SetHeadRepository heads;
    private final SetDesk desk;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final AccessPolicy policy;
    private final SetAccess access;
    private final ObjectProvider<GoldSets> gold;
    private final Clock clock;

    AnnotationService(
            AnnotationSetRepository sets,
            SetHeadRepository heads,
            SetDesk desk,
            DocumentService documents,
            SchemeService schemes,
            AccessPolicy policy,
            SetAccess access,
            ObjectProvider<GoldSets> gold,
            Clock clock) {
        this.sets = sets;
        this.heads = heads;
        this.desk = desk;
        this.documents = documents;
        this.schemes = schemes;
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
        return heads.insert(project, readers, schemes.current(project).version(), actor.id(), now());
    }

    /** Takes a document back from an annotator. @throws ProblemException conflict if they have begun */
    public void unassign(User actor, DocumentId id, UserId annotator) {
        Document document = documents.require(actor, id);
        policy.require(actor, document.project(), Permission.MANAGE);
        SetHead head = heads.lock(id, annotator)
                .orElseThrow(() -> ProblemException.notFound("assignment of", document.title()));
        if (!heads.deleteUntouched(id, annotator)) {
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
                        desk.surroundings(document, actor.id()))
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
        return heads.of(project).stream().map(SetHead::progress).toList();
    }

    /** The same for the documents that somebody has handed in: a project may have many that nobody has. */
    @Transactional(readOnly = true)
    public List<Progress> handedIn(ProjectId project) {
        return heads.ofHandedIn(project).stream().map(SetHead::progress).toList();
    }

    @Transactional(readOnly = true)
    public List<Progress> progress(DocumentId id) {
        return heads.of(id).stream().map(SetHead::progress).toList();
    }

    /** The same for some documents of the project. */
    @Transactional(readOnly = true)
    public List<Progress> progress(ProjectId project, Collection<DocumentId> some) {
        return heads.of(project, some).stream().map(SetHead::progress).toList();
    }

    private GoldSets goldSets() {
        return Optional.ofNullable(gold.getIfAvailable()).orElseThrow(() -> ProblemException.notFound("set", "gold"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
