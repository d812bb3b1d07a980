package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.adjudication.Decision.Automatic;
import dev.parley.adjudication.Decision.Outcome;
import dev.parley.agreement.Cluster;
import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreement.Version;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.HandInService;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.Guideline;
import dev.parley.project.GuidelineService;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes decisions down and takes them back, document by document, inside the transaction of whoever asks. */
@Component
class Settling {

    private final Dockets dockets;
    private final DecisionRepository decisions;
    private final QuestionRepository questions;
    private final AnnotationService annotations;
    private final HandInService handIn;
    private final GuidelineService guidelines;
    private final UserService users;
    private final Clock clock;

    Settling(
            Dockets dockets,
            DecisionRepository decisions,
            QuestionRepository questions,
            AnnotationService annotations,
            HandInService handIn,
            GuidelineService guidelines,
            UserService users,
            Clock clock) {
        this.dockets = dockets;
        this.decisions = decisions;
        this.questions = questions;
        this.annotations = annotations;
        this.handIn = handIn;
        this.guidelines = guidelines;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Makes a document wait for this transaction and keeps its sets from being reopened.
     *
     * @return the document as it is now
     */
    Docket hold(Document document) {
        decisions.lock(document.id());
        if (!isHeld(document.id())) {
            handIn.lock(document.id());
        }
        return dockets.of(document);
    }

    /** A person's decision. @throws ProblemException conflict if another person decided */
    Decision settle(User actor, Document document, String id, Ruling ruling, UUID batch) {
        Docket docket = hold(document);
        Disagreement disagreement = docket.require(id);
        docket.decision(id).ifPresent(standing -> replace(actor, standing));
        Decision decision = decision(actor, docket, disagreement, ruling, batch, null);
        if (!decisions.insert(decision)) {
            throw ProblemException.conflict("Somebody else decided this at the same moment; look again.");
        }
        return decision;
    }

    /** A rule's decision; leaves alone what is decided already. @return whether it was not */
    boolean settle(User actor, Docket docket, Disagreement disagreement, int version, Automatic automatic) {
        return docket.decision(disagreement.id()).isEmpty()
                && decisions.insert(
                        decision(actor, docket, disagreement, Ruling.version(version), automatic.merge(), automatic));
    }

    private void replace(User actor, Decision standing) {
        if (!standing.decidedBy().equals(actor.id()) && !standing.isAutomatic()) {
            String name = users.find(standing.decidedBy()).map(User::name).orElse("Somebody else");
            throw ProblemException.conflict("%s already decided this.".formatted(name));
        }
        decisions.withdraw(standing, actor.id(), now());
    }

    void withdraw(UserId actor, Decision decision) {
        decisions.lock(decision.document());
        decisions.withdraw(decision, actor, now());
        release(decision.document());
    }

    /** Lets the sets be reopened again once nothing rests on them. */
    void release(DocumentId document) {
        if (!isHeld(document)) {
            handIn.unlock(document);
        }
    }

    private boolean isHeld(DocumentId document) {
        return !decisions.of(document).isEmpty() || !questions.of(document).isEmpty();
    }

    private Decision decision(
            User actor,
            Docket docket,
            Disagreement disagreement,
            Ruling ruling,
            UUID batch,
            @Nullable Automatic automatic) {
        Version version = ruling.outcome() == Outcome.VERSION ? version(disagreement, ruling.version()) : null;
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
                now(),
                guidelines
                        .current(docket.document().project())
                        .map(Guideline::version)
                        .orElse(null),
                ruling.milliseconds(),
                automatic);
    }

    static Version version(Disagreement disagreement, @Nullable Integer number) {
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

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
