package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.adjudication.Decision.Outcome;
import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreement.Version;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.GoldSets;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles disagreements, one decision at a time, and tells what came of it. */
@Service
@Transactional
public class AdjudicationService implements GoldSets {

    /** How long to look at new documents while somebody waits. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final Dockets dockets;
    private final LookAhead lookAhead;
    private final BeliefDesk beliefs;
    private final DecisionRepository decisions;
    private final QuestionRepository questions;
    private final Settling settling;
    private final Bench bench;
    private final Naming naming;
    private final DocumentService documents;
    private final AccessPolicy policy;

    AdjudicationService(
            Dockets dockets,
            LookAhead lookAhead,
            BeliefDesk beliefs,
            DecisionRepository decisions,
            QuestionRepository questions,
            Settling settling,
            Bench bench,
            Naming naming,
            DocumentService documents,
            AccessPolicy policy) {
        this.dockets = dockets;
        this.lookAhead = lookAhead;
        this.beliefs = beliefs;
        this.decisions = decisions;
        this.questions = questions;
        this.settling = settling;
        this.bench = bench;
        this.naming = naming;
        this.documents = documents;
        this.policy = policy;
    }

    /**
     * What is to be settled.
     *
     * @param items those asked for, in the order asked for
     * @param open how many of the project are open, decided how many are settled, whatever was asked for
     * @param looked how many documents were looked at; the others are being looked at
     * @param documents how many there are that two have handed in
     * @param isFull whether the others do not fit into the memory, and so are looked at only if somebody asks for them
     */
    public record Queue(
            List<QueueItem> items,
            int open,
            int decided,
            ErrorsLeft errorsLeft,
            int looked,
            int documents,
            boolean isFull) {}

    /** The disagreements of a project, for those who settle them. */
    @Transactional(readOnly = true)
    public List<QueueItem> queue(User actor, ProjectId project, QueueFilter filter) {
        requireReader(actor, project, filter);
        return queue(project).items(filter);
    }

    /**
     * The same with what is left to do. Nobody waits longer than about a second for documents that were not looked at yet: the
     * answer is about those that were, and the others follow beside the requests.
     */
    @Transactional(readOnly = true)
    public Queue overview(User actor, ProjectId project, QueueFilter filter) {
        requireReader(actor, project, filter);
        Dockets.SoFar found = dockets.soFar(project, PATIENCE, filter.document());
        if (!found.isAll() && !found.isFull()) {
            lookAhead.at(project);
        }
        DecisionQueue queue = queue(project, found.dockets().values());
        return new Queue(
                queue.items(filter),
                queue.open(),
                queue.decided(),
                queue.errorsLeft(),
                found.dockets().size(),
                found.all(),
                found.isFull());
    }

    /** Where names are hidden nobody may ask for what one annotator said either. */
    private void requireReader(User actor, ProjectId project, QueueFilter filter) {
        policy.require(actor, project, Permission.ADJUDICATE);
        if (filter.annotator() != null && naming.isHidden(project)) {
            String message = "This project hides who said what, so disagreements cannot be asked for by annotator.";
            throw ProblemException.invalid(message, List.of(new Fault("annotator", message)));
        }
    }

    /**
     * Whether two annotators have handed in the same document, so that there may be something to settle. If so the documents
     * are being looked at from now on, as somebody is about to ask for the queue.
     */
    @Transactional(readOnly = true)
    public boolean isAboutToBegin(User actor, ProjectId project) {
        policy.require(actor, project, Permission.ADJUDICATE);
        boolean comparable = dockets.compared(project) > 0;
        if (comparable) {
            lookAhead.at(project);
        }
        return comparable;
    }

    /** The names adjudicators see for those who read some documents of a project. */
    @Transactional(readOnly = true)
    public AnnotatorNames names(ProjectId project, Collection<DocumentId> documents) {
        return naming.forAdjudicators(project, documents);
    }

    /** What the ids in disagreements are called, for people. */
    @Transactional(readOnly = true)
    public Vocabulary vocabulary(ProjectId project) {
        return bench.vocabulary(project);
    }

    /** One disagreement with all that is needed to settle it. @throws ProblemException not found */
    @Transactional(readOnly = true)
    public DecisionCase open(User actor, String disagreement) {
        Document document = bench.require(actor, disagreement, Permission.ADJUDICATE);
        return bench.lay(actor, document, disagreement)
                .called(naming.forAdjudicators(document.project(), List.of(document.id())));
    }

    /** The open disagreements that look like this one, itself first: what one ruling for all alike would settle. */
    @Transactional(readOnly = true)
    public List<QueueItem> alike(User actor, String disagreement) {
        Document document = bench.require(actor, disagreement, Permission.ADJUDICATE);
        Disagreement asked = dockets.of(document).require(disagreement);
        DecisionQueue queue = queue(document.project());
        return Stream.concat(Stream.of(asked), queue.alike(asked).stream())
                .flatMap(alike -> queue.item(alike.id()).stream())
                .toList();
    }

    /**
     * Settles a disagreement, and if the ruling says so all open ones that look alike. The first decision about a document
     * locks the sets it rests on. Deciding again replaces one's own decision, or a rule's.
     *
     * @return what was decided, the disagreement asked about first
     * @throws ProblemException not found; conflict if somebody else decided; fails the scheme for an own version that does
     *     not fit
     */
    public List<Decision> decide(User actor, String disagreement, Ruling ruling) {
        return decide(actor, disagreement, asked -> ruling);
    }

    /** @param reader makes the ruling once it is known what it is about, and that the actor may decide it */
    public List<Decision> decide(User actor, String disagreement, Function<Disagreement, Ruling> reader) {
        Document document = bench.require(actor, disagreement, Permission.ADJUDICATE);
        Disagreement asked = dockets.of(document).require(disagreement);
        Ruling ruling = reader.apply(called(asked, document));
        if (!ruling.alike()) {
            return List.of(settling.settle(actor, document, disagreement, ruling, UUID.randomUUID()));
        }
        if (ruling.outcome() == Outcome.OWN) {
            throw ProblemException.invalid("An own version belongs to one place; decide the others on their own.");
        }
        UUID batch = UUID.randomUUID();
        List<Decision> settled = new ArrayList<>();
        // in one order for everybody, so that two who decide at the same time wait for each other only once
        List<Disagreement> alike = new ArrayList<>(queue(document.project()).alike(asked));
        alike.add(asked);
        alike.sort(Comparator.comparing(Disagreement::id));
        for (Disagreement other : alike) {
            Document about = documents.get(other.document());
            settled.add(settling.settle(actor, about, other.id(), counterpart(ruling, asked, other), batch));
        }
        settled.sort(Comparator.comparing(decision -> !decision.disagreement().equals(disagreement)));
        return settled;
    }

    /** The same with the names adjudicators know: a ruling may name the version of an annotator. */
    private Disagreement called(Disagreement asked, Document document) {
        AnnotatorNames names = naming.forAdjudicators(document.project(), List.of(document.id()));
        return asked.called(annotator -> names.written(document.id(), annotator));
    }

    private Ruling counterpart(Ruling ruling, Disagreement asked, Disagreement other) {
        if (other.equals(asked) || ruling.outcome() != Outcome.VERSION) {
            return other.equals(asked) ? ruling : ruling.forVersion(null);
        }
        Version same = Likeness.counterpart(
                        Settling.version(asked, ruling.version()),
                        documents.text(asked.document()),
                        other,
                        documents.text(other.document()))
                .orElseThrow();
        return ruling.forVersion(other.versions().indexOf(same));
    }

    /** Takes a decision back. @throws ProblemException conflict if nothing is decided */
    public void withdraw(User actor, String disagreement) {
        Document document = bench.require(actor, disagreement, Permission.ADJUDICATE);
        Docket docket = dockets.of(document);
        Decision standing = docket.decision(disagreement)
                .orElseThrow(() -> docket.disagreement(disagreement).isPresent()
                        ? ProblemException.conflict("Nothing is decided here, so there is nothing to take back.")
                        : ProblemException.notFound("disagreement", disagreement));
        settling.withdraw(actor.id(), standing);
    }

    /** Takes back what the actor decided last in a project, all of it if it was several alike; empty if nothing stands. */
    public List<Decision> undo(User actor, ProjectId project) {
        policy.require(actor, project, Permission.ADJUDICATE);
        return withdraw(actor, decisions.lastBatch(project, actor.id()));
    }

    /** Takes back what was decided in one go, by whomever. @throws ProblemException not found if none of it stands */
    public List<Decision> undo(User actor, ProjectId project, UUID batch) {
        policy.require(actor, project, Permission.ADJUDICATE);
        List<Decision> standing = decisions.batch(project, batch);
        if (standing.isEmpty()) {
            throw ProblemException.notFound("decision that stands", batch);
        }
        return withdraw(actor, standing);
    }

    private List<Decision> withdraw(User actor, List<Decision> standing) {
        standing.stream()
                .sorted(Comparator.comparing(Decision::disagreement))
                .forEach(decision -> settling.withdraw(actor.id(), decision));
        return standing;
    }

    /**
     * What people decided and still stands, newest first; at most {@code limit}.
     *
     * @param last the decision after which to go on; absent for the newest
     */
    @Transactional(readOnly = true)
    public List<Decision> latest(User actor, ProjectId project, @Nullable UUID last, int limit) {
        policy.require(actor, project, Permission.ADJUDICATE);
        return decisions.latest(project, last, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public AnnotationSet gold(DocumentId document) {
        return dockets.goldAsSet(documents.get(document));
    }

    /**
     * What holds for a few documents of a project, with status and who stands behind each annotation. For packages that have
     * asked, and have read the sets already.
     *
     * @param read all sets of each document
     */
    @Transactional(readOnly = true)
    public Map<DocumentId, GoldSet> goldSets(ProjectId project, Map<Document, List<AnnotationSet>> read) {
        return dockets.gold(project, read);
    }

    /** The decisions that stand about some documents of a project, oldest first. For packages that have asked. */
    @Transactional(readOnly = true)
    public List<Decision> decisions(ProjectId project, Collection<DocumentId> about) {
        return dockets.decisions(project, about);
    }

    private DecisionQueue queue(ProjectId project) {
        return queue(project, dockets.of(project).values());
    }

    private DecisionQueue queue(ProjectId project, Collection<Docket> looked) {
        Map<String, Question> asked =
                questions.of(project).stream().collect(Collectors.toMap(Question::disagreement, Function.identity()));
        return new DecisionQueue(looked, beliefs.of(project, looked), documents::text, asked);
    }
}
