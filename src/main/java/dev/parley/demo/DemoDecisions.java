package dev.parley.demo;

import dev.parley.account.User;
import dev.parley.adjudication.AdjudicationService;
import dev.parley.adjudication.Decision.Outcome;
import dev.parley.adjudication.QueueFilter;
import dev.parley.adjudication.QueueItem;
import dev.parley.adjudication.Ruling;
import dev.parley.agreement.Disagreement;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Settles what the supervisor of the demo has settled (see {@code demo/ferry-talks.yaml}). */
@Component
class DemoDecisions {

    private final AdjudicationService adjudication;

    DemoDecisions(AdjudicationService adjudication) {
        this.adjudication = adjudication;
    }

    /** @param reading of any annotator; finds the words of the supervisor's own versions */
    void take(User supervisor, ProjectId project, String article, DocumentId document, Script script, Reading reading) {
        String trusted = script.text("rest");
        if (script.list("decisions").isEmpty() && trusted == null) {
            return;
        }
        // what differs stays what it is while it is settled, so it is worked out once
        List<Disagreement> open = new ArrayList<>(open(supervisor, project, document));
        for (Object entry : script.list("decisions")) {
            Script decision = Script.of(entry);
            String name = decision.require("about");
            Disagreement disagreement = about(article, name, open);
            adjudication.decide(supervisor, disagreement.id(), ruling(decision, article, name, disagreement, reading));
            open.remove(disagreement);
        }
        if (trusted != null) {
            open.forEach(disagreement -> adjudication.decide(
                    supervisor, disagreement.id(), Ruling.version(versionOf(trusted, disagreement))));
        }
    }

    private List<Disagreement> open(User supervisor, ProjectId project, DocumentId document) {
        return adjudication.queue(supervisor, project, QueueFilter.OPEN.in(document)).stream()
                .map(QueueItem::disagreement)
                .toList();
    }

    /** The disagreement about what the script calls by this name, whoever marked it. */
    private static Disagreement about(String article, String name, List<Disagreement> open) {
        Set<String> ids = DemoPeople.ANNOTATORS.stream()
                .map(annotator -> Reading.id(article, annotator, name))
                .collect(Collectors.toSet());
        return open.stream()
                .filter(disagreement -> disagreement.versions().stream()
                        .map(Disagreement.Version::annotation)
                        .anyMatch(annotation -> annotation != null && ids.contains(annotation.id())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody disagrees about %s/%s".formatted(article, name)));
    }

    private static Ruling ruling(
            Script decision, String article, String name, Disagreement disagreement, Reading reading) {
        String taken = decision.text("take");
        @Nullable String reason = decision.text("reason");
        @Nullable String note = decision.text("note");
        if (taken == null) {
            String id = Reading.id(article, DemoPeople.SUPERVISOR, name);
            return new Ruling(Outcome.OWN, null, reading.mention(id, decision.list("own")), reason, note, false);
        }
        return taken.equals("none")
                ? new Ruling(Outcome.NONE, null, null, reason, note, false)
                : new Ruling(Outcome.VERSION, versionOf(taken, disagreement), null, reason, note, false);
    }

    private static int versionOf(String annotator, Disagreement disagreement) {
        return disagreement.versions().indexOf(disagreement.of(annotator).orElseThrow());
    }
}
