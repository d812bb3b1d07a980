package dev.parley.exchange.intake;

import dev.parley.adjudication.Decision;
import dev.parley.adjudication.DecisionImport.Told;
import dev.parley.document.DocumentId;
import dev.parley.project.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Restores what was decided about the sets of a bundle, one document after the other. */
final class DecisionReader {

    private final Shared shared;

    private static final String DECISIONS = "decisions.jsonl";

    private final SetupReader setup;
    /** Decisions about the document that is being read of. */
    private final List<Told> told = new ArrayList<>();

    private String toldOf = "";

    /** @param setup has brought back the runs of rules */
    DecisionReader(Shared shared, SetupReader setup) {
        this.shared = shared;
        this.setup = setup;
    }

    void run() {
        shared.bundle().lines(DECISIONS, this::restoreDecision);
        recordTold();
    }

    /** Decisions stand by document; each document's are recorded together. */
    private void restoreDecision(JsonNode decision) {
        String document = decision.path("document").asString("");
        if (!document.equals(toldOf)) {
            recordTold();
            toldOf = document;
        }
        told.add(told(decision));
    }

    private void recordTold() {
        DocumentId document = shared.documents().get(toldOf);
        if (!told.isEmpty()) {
            List<Told> strange = document == null
                    ? told
                    : shared.services().decisions().record(shared.actor(), document, List.copyOf(told));
            shared.losses().add("decisions that fit no disagreement of the sets in the bundle", strange.size(), toldOf);
        }
        told.clear();
    }

    private Told told(JsonNode decision) {
        Map<String, String> members = new HashMap<>();
        for (JsonNode member : decision.path("members")) {
            members.put(
                    shared.people()
                            .of(member.path("annotator").asString(""), Role.ANNOTATOR)
                            .name(),
                    member.path("annotation").asString(""));
        }
        Instant at = BundleValues.instant(decision.path("at"));
        JsonNode version = decision.path("version");
        UUID id = BundleValues.uuid(decision.path("id").asString(""));
        UUID batch = BundleValues.uuid(decision.path("batch").asString(""));
        return new Told(
                id == null ? UUID.randomUUID() : id,
                batch == null ? UUID.randomUUID() : batch,
                members,
                BundleValues.constant(Decision.Outcome.class, decision.path("outcome"), DECISIONS),
                version.isString()
                        ? shared.people().of(version.asString(), Role.ANNOTATOR).name()
                        : null,
                BundleValues.own(decision),
                decision.path("reason").isString() ? decision.get("reason").asString() : null,
                decision.path("note").isString() ? decision.get("note").asString() : null,
                shared.people()
                        .of(decision.path("by").asString(""), Role.ADJUDICATOR)
                        .id(),
                at == null ? BundleValues.instantOf(shared.bundle().manifest()) : at,
                setup.guidelines(decision.path("guidelinesVersion")),
                decision.path("milliseconds").isInt()
                        ? decision.get("milliseconds").asInt()
                        : null,
                BundleValues.automatic(decision.path("automatic"), setup::merge));
    }
}
