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

/** Brings decisions back that were taken in another Parley about the same sets. */
@Service
@Transactional
public class DecisionImport {

    private final Dockets dockets;
    private final DecisionRepository decisions;
    private final DocumentService documents;
    private final AccessPolicy policy;

    DecisionImport(Dockets dockets, DecisionRepository decisions, DocumentService documents, AccessPolicy policy) {
        this.dockets = dockets;
        this.decisions = decisions;
        this.documents = documents;
        this.policy = policy;
    }

    /**
     * A decision as a bundle tells it.
     *
     * @param members the annotations that were settled, by annotator
     * @param annotator whose version was taken; absent unless the outcome is a version
     * @param own the adjudicator's own version; absent for the other outcomes
     */
    public record Told(
            Map<String, String> members,
            Decision.Outcome outcome,
            @Nullable String annotator,
            @Nullable Annotation own,
            @Nullable String reason,
            @Nullable String note,
            UserId by,
            Instant at) {

        public Told {
            members = Map.copyOf(members);
        }
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

    private static Decision decision(Docket docket, Disagreement disagreement, Told told) {
        Annotation chosen = told.annotator() == null
                ? told.own()
                : docket.members(disagreement.id()).get(told.annotator());
        return new Decision(
                UUID.randomUUID(),
                UUID.randomUUID(),
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
                null,
                null,
                null);
    }
}
