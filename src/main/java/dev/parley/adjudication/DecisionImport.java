package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.agreement.Disagreement;
import dev.parley.annotation.Annotation;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings decisions back that were taken in another Parley about the same sets, by people and by rules. */
@Service
@Transactional
public class DecisionImport {

    private final Dockets dockets;
    private final DecisionRepository decisions;
    private final MergeRunRepository runs;
    private final DocumentService documents;
    private final AccessPolicy policy;

    DecisionImport(
            Dockets dockets,
            DecisionRepository decisions,
            MergeRunRepository runs,
            DocumentService documents,
            AccessPolicy policy) {
        this.runs = runs;
        this.dockets = dockets;
        this.decisions = decisions;
        this.documents = documents;
        this.policy = policy;
    }

    /**
     * A decision as a bundle tells it.
     *
     * @param id what it was called
     * @param batch shared by decisions taken in one go
     * @param members the annotations that were settled, by annotator
     * @param annotator whose version was taken; absent unless the outcome is a version
     * @param own the adjudicator's own version; absent for the other outcomes
     * @param automatic how a rule came to it, in a run that {@link #run} has taken in; absent if a person decided
     */
    public record Told(
            UUID id,
            UUID batch,
            Map<String, String> members,
            Decision.Outcome outcome,
            @Nullable String annotator,
            @Nullable Annotation own,
            @Nullable String reason,
            @Nullable String note,
            UserId by,
            Instant at,
            @Nullable Integer guidelineVersion,
            @Nullable Integer milliseconds,
            Decision.@Nullable Automatic automatic) {

        public Told {
            members = Map.copyOf(members);
        }
    }

    /** The runs of rules of a project, newest first. For packages that have asked. */
    @Transactional(readOnly = true)
    public List<MergeRun> runs(ProjectId project) {
        return runs.of(project);
    }

    /** Takes in a run that came to its end elsewhere, under its id or, if that is taken, another. @return the id it has */
    public UUID run(User actor, MergeRun run) {
        policy.require(actor, run.project(), Permission.MANAGE);
        UUID id = runs.find(run.id()).isPresent() ? UUID.randomUUID() : run.id();
        runs.insert(new MergeRun(
                id,
                run.project(),
                run.rule(),
                run.state(),
                run.documents(),
                run.done(),
                0,
                0,
                run.begunBy(),
                run.begunAt(),
                run.endedAt()));
        return id;
    }

    /** Records decisions about one document. @return those that fit no disagreement of its sets */
    public List<Told> record(User actor, DocumentId id, List<Told> told) {
        Document document = documents.require(actor, id);
        policy.require(actor, document.project(), Permission.MANAGE);
        Docket docket = dockets.of(document);
        Map<Map<String, String>, Disagreement> byMembers = new HashMap<>();
        for (Disagreement disagreement : docket.disagreements()) {
            Map<String, String> members = new HashMap<>();
            docket.members(disagreement.id()).forEach((annotator, member) -> members.put(annotator, member.id()));
            byMembers.put(members, disagreement);
        }
        List<Told> strange = new ArrayList<>();
        for (Told one : told) {
            Optional<Decision> decision =
                    Optional.ofNullable(byMembers.get(one.members())).map(found -> decision(docket, found, one));
            if (decision.isEmpty() || !decisions.insert(decision.get())) {
                strange.add(one);
            }
        }
        return strange;
    }

    private Decision decision(Docket docket, Disagreement disagreement, Told told) {
        Annotation chosen = told.annotator() == null
                ? told.own()
                : docket.members(disagreement.id()).get(told.annotator());
        return new Decision(
                decisions.isTaken(told.id()) ? UUID.randomUUID() : told.id(),
                told.batch(),
                docket.document().project(),
                docket.document().id(),
                disagreement.id(),
                disagreement.layer(),
                disagreement.cause(),
                told.outcome(),
                told.members(),
                told.annotator(),
                chosen,
                told.reason(),
                told.note(),
                told.by(),
                told.at().truncatedTo(ChronoUnit.MICROS),
                told.guidelineVersion(),
                told.milliseconds(),
                told.automatic());
    }
}
