package dev.parley.agreement;

import dev.parley.account.User;
import dev.parley.agreement.AgreementRun.State;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Works reports on large projects out beside the requests, one after the other. What a document adds is kept as soon as it
 * is known, so a run that a stopped process left goes on with the documents that are missing.
 */
@Component
public class AgreementRuns {

    private static final Logger LOG = LoggerFactory.getLogger(AgreementRuns.class);

    private final AgreementService agreement;
    private final AgreementRunRepository runs;
    private final AccessPolicy policy;
    private final Clock clock;
    private final Map<UUID, Future<?>> submitted = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("agreement").daemon().factory());
    private volatile boolean closing;

    AgreementRuns(AgreementService agreement, AgreementRunRepository runs, AccessPolicy policy, Clock clock) {
        this.agreement = agreement;
        this.runs = runs;
        this.policy = policy;
        this.clock = clock;
    }

    /** A report, or how far it is. */
    public sealed interface Answer {

        record Known(AgreementReport report) implements Answer {}

        record InHand(AgreementRun run) implements Answer {}
    }

    /** The report if it takes no longer than one likes to wait for a page; else it is begun. */
    public Answer now(User actor, ProjectId project, Scope scope) {
        policy.require(actor, project, Permission.SUPERVISE);
        return agreement.isQuick(project, scope)
                ? new Answer.Known(agreement.report(actor, project, scope))
                : new Answer.InHand(begin(actor, project, scope));
    }

    /**
     * Sees to it that an annotator's figures are known soon.
     *
     * @return the run that is to be waited for; empty if nobody has to wait
     * @throws ProblemException forbidden unless the project shows its annotators how far they coincide
     */
    public Optional<AgreementRun> beginFeedback(User actor, ProjectId project) {
        policy.requireOwnAgreement(actor, project);
        return agreement.isQuick(project, Scope.ALL)
                ? Optional.empty()
                : Optional.of(joined(actor, project, Scope.ALL));
    }

    /** Begins a report, or joins the one that is being worked out. */
    public AgreementRun begin(User actor, ProjectId project, Scope scope) {
        policy.require(actor, project, Permission.SUPERVISE);
        return joined(actor, project, scope);
    }

    private AgreementRun joined(User actor, ProjectId project, Scope scope) {
        Optional<AgreementRun> same = runs.running().stream()
                .filter(run -> run.project().equals(project) && run.scope().equals(scope))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        AgreementRun run = new AgreementRun(
                UUID.randomUUID(),
                project,
                scope,
                State.RUNNING,
                0,
                0,
                actor.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        runs.insert(run);
        submit(run);
        return run;
    }

    /** @throws ProblemException not found, also for whoever does not supervise the project */
    public AgreementRun find(User actor, UUID id) {
        return runs.find(id)
                .filter(run -> policy.allows(actor, run.project(), Permission.SUPERVISE))
                .orElseThrow(() -> ProblemException.notFound("job", id));
    }

    /** How far an annotator's figures are; only those they may see. @throws ProblemException not found */
    public AgreementRun findFeedback(User actor, UUID id) {
        return runs.find(id)
                .filter(run -> policy.maySeeOwnAgreement(actor, run.project()))
                .orElseThrow(() -> ProblemException.notFound("job", id));
    }

    /** Ends a run; what it found out stays known. */
    public void cancel(User actor, UUID id) {
        find(actor, id);
        runs.end(id, State.CANCELLED, clock.instant());
        Future<?> here = submitted.remove(id);
        if (here != null) {
            here.cancel(true);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        runs.running().forEach(this::submit);
    }

    private void submit(AgreementRun run) {
        submitted.put(run.id(), worker.submit(() -> carryOut(run)));
    }

    private void carryOut(AgreementRun run) {
        State end = State.FAILED;
        try {
            agreement.report(run.project(), run.scope(), (done, all) -> {
                // it may have been ended by another node
                if (!runs.advance(run.id(), done, all)) {
                    throw new CancellationException("agreement is not wanted any more");
                }
            });
            end = State.DONE;
        } catch (CancellationException given) {
            end = State.CANCELLED;
        } catch (RuntimeException failure) {
            LOG.error("Agreement run {} failed", run.id(), failure);
        } finally {
            submitted.remove(run.id());
            if (!closing) {
                runs.end(run.id(), end, clock.instant());
            }
        }
    }

    /** What runs goes on with the next start. */
    @PreDestroy
    void stop() {
        closing = true;
        worker.shutdownNow();
    }
}
