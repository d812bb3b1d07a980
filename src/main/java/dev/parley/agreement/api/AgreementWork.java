package dev.parley.agreement.api;

import dev.parley.account.User;
import dev.parley.agreement.AgreementRun;
import dev.parley.agreement.AgreementRuns;
import dev.parley.problem.ProblemException;
import dev.parley.project.LongWork;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Comparing what annotators did, document by document. */
@Component
class AgreementWork implements LongWork {

    private final AgreementRuns runs;

    AgreementWork(AgreementRuns runs) {
        this.runs = runs;
    }

    @Override
    public Optional<Progress> progress(User actor, UUID id) {
        try {
            return Optional.of(progress(runs.find(actor, id)));
        } catch (ProblemException none) {
            return Optional.empty();
        }
    }

    static Progress progress(AgreementRun run) {
        boolean done = run.state() == AgreementRun.State.DONE;
        return new Progress(
                State.valueOf(run.state().name()),
                done ? 1 : run.documents() == 0 ? 0 : (double) run.done() / run.documents(),
                "%d of %d documents compared".formatted(run.done(), run.documents()),
                done ? "/api/v1/projects/%s/agreement%s".formatted(run.project(), ScopeQuery.of(run.scope())) : null);
    }

    @Override
    public void cancel(User actor, UUID id) {
        runs.cancel(actor, id);
    }
}
