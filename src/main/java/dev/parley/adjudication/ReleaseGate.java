package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.adjudication.Decision.Automatic;
import dev.parley.agreement.AgreementReport;
import dev.parley.agreement.AgreementService;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.agreement.Interval;
import dev.parley.agreement.Measured;
import dev.parley.annotation.AnnotationSet;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether a project's gold set is ready to be used and, if not, what is in the way. */
@Service
@Transactional(readOnly = true)
public class ReleaseGate {

    private final Dockets dockets;
    private final RulesRepository rules;
    private final AgreementService agreement;
    private final ProjectService projects;
    private final AccessPolicy policy;

    ReleaseGate(
            Dockets dockets,
            RulesRepository rules,
            AgreementService agreement,
            ProjectService projects,
            AccessPolicy policy) {
        this.dockets = dockets;
        this.rules = rules;
        this.agreement = agreement;
        this.projects = projects;
        this.policy = policy;
    }

    /** What is in the way. */
    public enum Kind {
        /** Documents without a gold set, as too few handed in. */
        UNREAD,
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

    /** Asks every rule of a project. For those who supervise it. */
    public Readiness of(User actor, ProjectId project) {
        policy.require(actor, project, Permission.SUPERVISE);
        Rules asked = rules.of(project);
        Collection<Docket> all = dockets.of(project).values();
        String base = "projects/%s/".formatted(project);
        List<Blocker> blockers = new ArrayList<>();
        unread(all, base).ifPresent(blockers::add);
        open(all, asked, base).ifPresent(blockers::add);
        if (asked.meetsTargets()) {
            blockers.addAll(targets(actor, project, base));
        }
        if (asked.oneGuideline()) {
            guidelines(all, base).ifPresent(blockers::add);
        }
        if (asked.audits()) {
            audits(all, base).ifPresent(blockers::add);
        }
        return new Readiness(asked, List.copyOf(blockers));
    }

    private static Optional<Blocker> unread(Collection<Docket> all, String base) {
        long count = all.stream().filter(docket -> !docket.isReadEnough()).count();
        return count == 0
                ? Optional.empty()
                : Optional.of(new Blocker(
                        Kind.UNREAD,
                        count == 1
                                ? "1 document is not read by enough yet."
                                : count + " documents are not read by enough yet.",
                        base + "assignments"));
    }

    private static Optional<Blocker> open(Collection<Docket> all, Rules asked, String base) {
        long count = all.stream()
                .flatMap(docket -> docket.disagreements().stream()
                        .filter(disagreement -> asked.decides().contains(disagreement.cause()))
                        .filter(disagreement ->
                                docket.decision(disagreement.id()).isEmpty()))
                .count();
        return count == 0
                ? Optional.empty()
                : Optional.of(new Blocker(
                        Kind.OPEN,
                        count == 1 ? "1 disagreement is open." : count + " disagreements are open.",
                        base + "adjudicate"));
    }

    private List<Blocker> targets(User actor, ProjectId project, String base) {
        Map<String, Map<String, Double>> targets =
                projects.get(project).settings().targets();
        if (targets.isEmpty()) {
            return List.of();
        }
        AgreementReport report = agreement.report(actor, project, Scope.ALL);
        List<Blocker> blockers = new ArrayList<>();
        targets.forEach((layer, measures) -> measures.forEach((measure, target) -> {
            Optional<Double> low = lowest(report, layer, measure);
            if (low.filter(reached -> reached >= target).isEmpty()) {
                String found = low.map("its lower bound is %.2f"::formatted).orElse("it is not known yet");
                blockers.add(new Blocker(
                        Kind.TARGET,
                        "%s of layer %s should reach %.2f; %s.".formatted(measure, layer, target, found),
                        base + "agreement"));
            }
        }));
        return blockers;
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

    private static Optional<Blocker> guidelines(Collection<Docket> all, String base) {
        List<Integer> versions = all.stream()
                .flatMap(docket -> docket.alignment().sets().stream())
                .map(AnnotationSet::guidelineVersion)
                .map(version -> Objects.requireNonNullElse(version, 0))
                .distinct()
                .sorted()
                .toList();
        return versions.size() < 2
                ? Optional.empty()
                : Optional.of(new Blocker(
                        Kind.GUIDELINE,
                        "Sets were handed in under %d versions of the guidelines: %s."
                                .formatted(versions.size(), versions.toString().replaceAll("[\\[\\]]", "")),
                        base + "guidelines"));
    }

    private static Optional<Blocker> audits(Collection<Docket> all, String base) {
        long count = all.stream()
                .flatMap(docket -> docket.decisions().stream())
                .map(Decision::automatic)
                .filter(automatic -> automatic != null && isToAudit(automatic))
                .count();
        return count == 0
                ? Optional.empty()
                : Optional.of(new Blocker(
                        Kind.AUDIT,
                        count == 1
                                ? "1 decision of a rule waits for its audit."
                                : count + " decisions of rules wait for their audit.",
                        base + "adjudicate?state=audit"));
    }

    private static boolean isToAudit(Automatic automatic) {
        return automatic.audit();
    }
}
