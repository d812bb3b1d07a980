package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.adjudication.Decision.Outcome;
import dev.parley.agreement.Cluster;
import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreement.Version;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.GoldSets;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentText;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles disagreements, one decision at a time, and tells what came of it. */
@Service
@Transactional
public class AdjudicationService implements GoldSets {

    private final Dockets dockets;
    private final DecisionRepository decisions;
    private final AnnotationService annotations;
    private final DocumentService documents;
    private final UserService users;
    private final AccessPolicy policy;
    private final Clock clock;

    AdjudicationService(
            Dockets dockets,
            DecisionRepository decisions,
            AnnotationService annotations,
            DocumentService documents,
            UserService users,
            AccessPolicy policy,
            Clock clock) {
        this.dockets = dockets;
        this.decisions = decisions;
        this.annotations = annotations;
        this.documents = documents;
        this.users = users;
        this.policy = policy;
        this.clock = clock;
    }

    /** The disagreements of a project, for those who settle them. */
    @Transactional(readOnly = true)
    public List<QueueItem> queue(User actor, ProjectId project, QueueFilter filter) {
        policy.require(actor, project, Permission.ADJUDICATE);
        return queue(project).items(filter);
    }

    /** One disagreement with all that is needed to settle it. @throws ProblemException not found */
    @Transactional(readOnly = true)
    public DecisionCase open(User actor, String disagreement) {
        Document document = requireAdjudicator(actor, disagreement);
        Docket docket = dockets.of(document);
        return DecisionCase.of(docket, require(docket, disagreement), documents.text(document.id()));
    }

    /**
     * Settles a disagreement, and if the ruling says so all open ones that look alike. The first decision about a document
     * locks the sets it rests on. Deciding again replaces one's own decision.
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
        Document document = requireAdjudicator(actor, disagreement);
        Disagreement asked = require(dockets.of(document), disagreement);
        Ruling ruling = reader.apply(asked);
        if (!ruling.alike()) {
            return List.of(settle(actor, document, disagreement, ruling, UUID.randomUUID()));
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
            settled.add(settle(actor, about, other.id(), counterpart(ruling, asked, other), batch));
        }
        settled.sort(Comparator.comparing(decision -> !decision.disagreement().equals(disagreement)));
        return settled;
    }

    private Ruling counterpart(Ruling ruling, Disagreement asked, Disagreement other) {
        if (ruling.outcome() != Outcome.VERSION) {
            return ruling;
        }
        Version taken = version(asked, ruling);
        Version same = Likeness.counterpart(
                        taken, documents.text(asked.document()), other, documents.text(other.document()))
                .orElseThrow();
        return new Ruling(Outcome.VERSION, other.versions().indexOf(same), null, ruling.reason(), ruling.note(), true);
    }

    private Decision settle(User actor, Document document, String id, Ruling ruling, UUID batch) {
        decisions.lock(document.id());
        if (decisions.of(document.id()).isEmpty()) {
            annotations.lock(document.id());
        }
        Docket docket = dockets.of(document);
        Disagreement disagreement = require(docket, id);
        docket.decision(id).ifPresent(standing -> replace(actor, standing));
        Decision decision = decision(actor, docket, disagreement, ruling, batch);
        if (!decisions.insert(decision)) {
            throw ProblemException.conflict("Somebody else decided this at the same moment; look again.");
        }
        return decision;
    }

    private void replace(User actor, Decision standing) {
        if (!standing.decidedBy().equals(actor.id())) {
            throw ProblemException.conflict("%s already decided this.".formatted(name(standing)));
        }
        decisions.withdraw(standing, actor.id(), now());
    }

    private String name(Decision decision) {
        return users.find(decision.decidedBy()).map(User::name).orElse("Somebody else");
    }

    private Decision decision(User actor, Docket docket, Disagreement disagreement, Ruling ruling, UUID batch) {
        Version version = ruling.outcome() == Outcome.VERSION ? version(disagreement, ruling) : null;
        Annotation chosen = version == null ? own(actor, docket, disagreement, ruling) : version.annotation();
        Map<String, String> members = new LinkedHashMap<>();
        docket.members(disagreement.id()).forEach((annotator, member) -> members.put(annotator, member.id()));
        return new Decision(
                UUID.randomUUID(),
                batch,
                docket.document().project(),
                docket.document().id(),
                disagreement.id(),
                disagreement.layer(),
                disagreement.cause(),
                ruling.outcome(),
                members,
                version == null ? null : version.annotators().getFirst(),
                chosen,
                ruling.reason(),
                ruling.note(),
                actor.id(),
                now());
    }

    private static Version version(Disagreement disagreement, Ruling ruling) {
        Integer number = ruling.version();
        int count = disagreement.versions().size();
        if (number == null || number < 0 || number >= count) {
            String message = "There are %d versions, numbered from 0; %s is none of them.".formatted(count, number);
            throw ProblemException.invalid(message, List.of(new Fault("version", message)));
        }
        return disagreement.versions().get(number);
    }

    private @Nullable Annotation own(User actor, Docket docket, Disagreement disagreement, Ruling ruling) {
        Annotation own = ruling.own();
        if (ruling.outcome() == Outcome.NONE) {
            return null;
        }
        if (own == null) {
            throw ProblemException.invalid(
                    "An own version needs its annotation.", List.of(new Fault("annotation", "is missing")));
        }
        Cluster<?> cluster = docket.cluster(disagreement.id());
        Annotation placed = new OwnVersion(docket).placed(cluster, own);
        annotations.problem(actor, docket.everything(), placed).ifPresent(problem -> {
            throw ProblemException.failsScheme(problem, List.of(new Fault("annotation", problem)));
        });
        return placed;
    }

    /** Takes a decision back. @throws ProblemException conflict if nothing is decided */
    public void withdraw(User actor, String disagreement) {
        Document document = requireAdjudicator(actor, disagreement);
        Docket docket = dockets.of(document);
        Decision standing = docket.decision(disagreement)
                .orElseThrow(() -> docket.disagreement(disagreement).isPresent()
                        ? ProblemException.conflict("Nothing is decided here, so there is nothing to take back.")
                        : ProblemException.notFound("disagreement", disagreement));
        withdraw(actor, standing);
    }

    /** Takes back what the actor decided last in a project, all of it if it was several alike; empty if nothing stands. */
    public List<Decision> undo(User actor, ProjectId project) {
        policy.require(actor, project, Permission.ADJUDICATE);
        List<Decision> last = decisions.lastBatch(project, actor.id());
        last.stream()
                .sorted(Comparator.comparing(Decision::disagreement))
                .forEach(decision -> withdraw(actor, decision));
        return last;
    }

    private void withdraw(User actor, Decision decision) {
        decisions.lock(decision.document());
        decisions.withdraw(decision, actor.id(), now());
        if (decisions.of(decision.document()).isEmpty()) {
            annotations.unlock(decision.document());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public AnnotationSet gold(DocumentId document) {
        return dockets.goldAsSet(documents.get(document));
    }

    /** What holds for a document, with its status and who stands behind each annotation. For packages that have asked. */
    @Transactional(readOnly = true)
    public GoldSet goldSet(DocumentId document) {
        return dockets.gold(documents.get(document));
    }

    /** The same for all documents of a project, in a constant number of queries. */
    @Transactional(readOnly = true)
    public Map<DocumentId, GoldSet> goldSets(ProjectId project) {
        return dockets.gold(project);
    }

    /** The decisions that stand about a document, oldest first. For packages that have asked. */
    @Transactional(readOnly = true)
    public List<Decision> decisions(DocumentId document) {
        return decisions.of(document);
    }

    private DecisionQueue queue(ProjectId project) {
        Map<DocumentId, DocumentText> texts = new LinkedHashMap<>();
        return new DecisionQueue(dockets.of(project).values(), id -> texts.computeIfAbsent(id, documents::text));
    }

    /** A disagreement's id starts with its document's; whoever may not know of the document learns nothing. */
    private Document requireAdjudicator(User actor, String disagreement) {
        Document document = Dockets.documentOf(disagreement)
                .flatMap(this::find)
                .orElseThrow(() -> ProblemException.notFound("disagreement", disagreement));
        if (!policy.allows(actor, document.project(), Permission.READ)) {
            throw ProblemException.notFound("disagreement", disagreement);
        }
        policy.require(actor, document.project(), Permission.ADJUDICATE);
        return document;
    }

    private Optional<Document> find(DocumentId id) {
        try {
            return Optional.of(documents.get(id));
        } catch (ProblemException absent) {
            return Optional.empty();
        }
    }

    private static Disagreement require(Docket docket, String id) {
        return docket.disagreement(id).orElseThrow(() -> ProblemException.notFound("disagreement", id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
