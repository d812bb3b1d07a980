package dev.parley.agreement.api;

import dev.parley.account.CurrentUser;
import dev.parley.agreement.AgreementRun;
import dev.parley.agreement.AgreementRuns;
import dev.parley.problem.ProblemException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How far something is that was answered with 202. */
@RestController
class JobController {

    private final AgreementRuns runs;
    private final CurrentUser currentUser;

    JobController(AgreementRuns runs, CurrentUser currentUser) {
        this.runs = runs;
        this.currentUser = currentUser;
    }

    /**
     * @param state running, done, cancelled or failed
     * @param progress 0 to 1
     * @param message for people
     * @param result address of what came of it; absent until it is done
     */
    record JobJson(
            String id,
            String state,
            double progress,
            String message,
            @Nullable String result) {

        static JobJson of(AgreementRun run) {
            boolean done = run.state() == AgreementRun.State.DONE;
            return new JobJson(
                    run.id().toString(),
                    run.state().name().toLowerCase(Locale.ROOT),
                    done ? 1 : run.documents() == 0 ? 0 : (double) run.done() / run.documents(),
                    "%d of %d documents compared".formatted(run.done(), run.documents()),
                    done
                            ? "/api/v1/projects/%s/agreement%s".formatted(run.project(), ScopeQuery.of(run.scope()))
                            : null);
        }
    }

    @GetMapping("/api/v1/jobs/{job}")
    JobJson read(@PathVariable String job) {
        return JobJson.of(runs.find(currentUser.get(), id(job)));
    }

    /** What was found out by then stays known. */
    @DeleteMapping("/api/v1/jobs/{job}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String job) {
        runs.cancel(currentUser.get(), id(job));
    }

    private static UUID id(String job) {
        try {
            return UUID.fromString(job);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound("job", job);
        }
    }
}
