package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.agreement.AgreementReport;
import dev.parley.agreement.AgreementRun;
import dev.parley.agreement.AgreementRuns;
import dev.parley.agreement.AgreementRuns.Answer.InHand;
import dev.parley.agreement.AgreementRuns.Answer.Known;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.agreement.Interval;
import dev.parley.agreement.Measured;
import dev.parley.annotation.CarryService;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether a project's gold set is ready to be used and, if not, what is in the way. */
@Service
@Transactional(readOnly = true)
public class ReleaseGate {

    /** How long to look at documents nobody asked about yet, while somebody waits for a page. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Dockets dockets;
    private final LookAhead lookAhead;
    private final ReleaseRepository documents;
    private final RulesRepository rules;
    private final AgreementRuns agreement;
    private final CarryService carries;
    private final ProjectService projects;
    private final AccessPolicy policy;

    ReleaseGate(
            Dockets dockets,
            LookAhead lookAhead,
            ReleaseRepository documents,
            RulesRepository rules,
            AgreementRuns agreement,
            CarryService carries,
            ProjectService projects,
            AccessPolicy policy) {
        this.dockets = dockets;
        this.lookAhead = lookAhead;
        this.documents = documents;
        this.rules = rules;
        this.agreement = agreement;
        this.carries = carries;
        this.projects = projects;
        this.policy = policy;
    }

    /** What is in the way. */
    public enum Kind {
        /** Not all is known yet: documents are being looked at, or figures worked out. Ask again. */
        UNKNOWN,
        /** Documents without a gold set, as too few handed in. */
        UNREAD,
        /** Marks in doubt since a correction of their text. */
        WAITING,
        OPEN,
        TARGET,
        GUIDELINE,
        AUDIT
    }

    /**
     * One thing in the way.
     *
     * @param sentence for people
     * @param path where it is dealt with, without a leading slash
     */
    public record Blocker(Kind kind, String sentence, String path) {}

    /** @param rules those that were asked; blockers in the order of {@link Kind} */
    public record Readiness(Rules rules, List<Blocker> blockers) {

        public boolean isReady() {
            return blockers.isEmpty();
        }
    }

    /**
     * Asks every rule of a project. Nobody waits for a large one: what is not known yet is in the way, and is being found out
     * meanwhile. For those who supervise it.
     */
    public Readiness of(User actor, ProjectId project) {
        policy.require(actor, project, Permission.SUPERVISE);
        Rules asked = rules.of(project);
        String base = "projects/%s/".formatted(project);
        List<Blocker> blockers = new ArrayList<>();
        several(documents.unread(project), "document is", "documents are", "not read by enough yet")
                .ifPresent(words -> blockers.add(new Blocker(Kind.UNREAD, words, base + "assignments")));
        several(carries.doubtful(project), "mark waits", "marks wait", "to be checked since a text was corrected")
                .ifPresent(words -> blockers.add(new Blocker(Kind.WAITING, words, base + "documents")));
        open(project, asked, base, blockers);
        if (asked.meetsTargets()) {
            targets(actor, project, base, blockers);
        }
        if (asked.oneGuideline()) {
            guidelines(project, base).ifPresent(blockers::add);
        }
        if (asked.audits()) {
            several(documents.toAudit(project), "decision of a rule waits", "decisions of rules wait", "for an audit")
                    .ifPresent(words -> blockers.add(new Blocker(Kind.AUDIT, words, base + "adjudicate?state=audit")));
        }
        blockers.sort(Comparator.comparing(Blocker::kind));
        return new Readiness(asked, List.copyOf(blockers));
    }

    private static Optional<String> several(int count, String one, String many, String rest) {
        return count == 0 ? Optional.empty() : Optional.of("%d %s %s.".formatted(count, count == 1 ? one : many, rest));
    }

    private void open(ProjectId project, Rules asked, String base, List<Blocker> blockers) {
        if (asked.decides().isEmpty()) {
            return;
        }
        Dockets.SoFar looked = dockets.soFar(project, PATIENCE, null);
        if (!looked.isAll()) {
            lookAhead.at(project);
            blockers.add(new Blocker(
                    Kind.UNKNOWN,
                    looked.isFull()
                            ? "Only %d of %d documents fit into this server's memory; start it with more."
                                    .formatted(looked.dockets().size(), looked.all())
                            : "Documents are being looked at: %d of %d so far."
                                    .formatted(looked.dockets().size(), looked.all()),
                    base + "adjudicate"));
        }
        int count = (int) looked.dockets().values().stream()
                .flatMap(docket -> docket.disagreements().stream()
                        .filter(disagreement -> asked.decides().contains(disagreement.cause()))
                        .filter(disagreement ->
                                docket.decision(disagreement.id()).isEmpty()))
                .count();
        several(count, "disagreement is", "disagreements are", "open")
                .ifPresent(words -> blockers.add(new Blocker(Kind.OPEN, words, base + "adjudicate")));
    }

    private void targets(User actor, ProjectId project, String base, List<Blocker> blockers) {
        Map<String, Map<String, Double>> targets =
                projects.get(project).settings().targets();
        if (targets.isEmpty()) {
            return;
        }
        switch (agreement.now(actor, project, Scope.ALL)) {
            case Known(AgreementReport report) ->
                targets.forEach((layer, measures) -> measures.forEach((measure, target) ->
                        target(report, layer, measure, target, base).ifPresent(blockers::add)));
            case InHand(AgreementRun run) ->
                blockers.add(new Blocker(
                        Kind.UNKNOWN,
                        run.documents() == 0
                                ? "The figures of agreement are being worked out."
                                : "The figures of agreement are being worked out: %d of %d documents so far."
                                        .formatted(run.done(), run.documents()),
                        base + "agreement"));
        }
    }

    private static Optional<Blocker> target(
            AgreementReport report, String layer, String measure, double target, String base) {
        Optional<Double> low = lowest(report, layer, measure);
        if (low.filter(reached -> reached >= target).isPresent()) {
            return Optional.empty();
        }
        String found = low.map("its lower bound is %.2f"::formatted).orElse("it is not known yet");
        return Optional.of(new Blocker(
                Kind.TARGET,
                "%s of layer %s should reach %.2f; %s.".formatted(measure, layer, target, found),
                base + "agreement"));
    }

    /** The lower bound of the interval; where there is none, nothing is known. */
    private static Optional<Double> lowest(AgreementReport report, String layer, String measure) {
        return report.layers().stream()
                .filter(found -> found.layer().equals(layer))
                .flatMap(found -> found.outcomes().stream())
                .filter(outcome -> outcome.measure().equals(measure))
                .findFirst()
                .flatMap(Measured::interval)
                .map(Interval::low);
    }

    private Optional<Blocker> guidelines(ProjectId project, String base) {
        List<Integer> versions = documents.guidelineVersions(project);
        return versions.size() < 2
                ? Optional.empty()
                : Optional.of(new Blocker(
                        Kind.GUIDELINE,
                        "Sets were handed in under %d versions of the guidelines: %s."
                                .formatted(
                                        versions.size(),
                                        versions.stream().map(String::valueOf).collect(Collectors.joining(", "))),
                        base + "guidelines"));
    }
}
