package dev.parley.exchange.api;

import dev.parley.account.User;
import dev.parley.exchange.job.ExchangeJob;
import dev.parley.exchange.job.ExchangeJob.Kind;
import dev.parley.exchange.job.ExchangeJobs;
import dev.parley.problem.ProblemException;
import dev.parley.project.JobJson;
import dev.parley.project.LongWork;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Taking data out, and in, beside the requests. */
@Component
class ExchangeWork implements LongWork {

    private final ExchangeJobs jobs;

    ExchangeWork(ExchangeJobs jobs) {
        this.jobs = jobs;
    }

    static ResponseEntity<JobJson> accepted(ExchangeJob begun) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + begun.id()))
                .body(JobJson.of(begun.id(), progress(begun, null)));
    }

    /** Somebody asks for what came of work that has come to nothing yet. */
    static ProblemException notThere(ExchangeJob job) {
        return ProblemException.conflict(
                switch (job.state()) {
                    case RUNNING -> "Not done yet: %s.".formatted(words(job));
                    case DONE -> "“%s” is no longer kept; begin it anew.".formatted(job.fileName());
                    case CANCELLED -> "It was cancelled, so nothing came of it.";
                    case FAILED -> Objects.requireNonNullElse(job.message(), "It failed.");
                });
    }

    private static String words(ExchangeJob job) {
        return "%d of %d documents read".formatted(Math.min(job.done(), job.documents()), job.documents());
    }

    @Override
    public Optional<Progress> progress(User actor, UUID id) {
        try {
            ExchangeJob job = jobs.find(actor, id);
            return Optional.of(progress(job, result(job)));
        } catch (ProblemException none) {
            return Optional.empty();
        }
    }

    private @Nullable String result(ExchangeJob job) {
        boolean there =
                job.kind() == Kind.EXPORT ? jobs.exported(job).isPresent() : job.state() == ExchangeJob.State.DONE;
        return there
                ? "/api/v1/projects/%s/%s/jobs/%s"
                        .formatted(job.project(), job.kind().name().toLowerCase(Locale.ROOT), job.id())
                : null;
    }

    private static Progress progress(ExchangeJob job, @Nullable String result) {
        return new Progress(
                State.valueOf(job.state().name()),
                job.share(),
                Objects.requireNonNullElseGet(job.message(), () -> words(job)),
                result);
    }

    @Override
    public void cancel(User actor, UUID id) {
        jobs.cancel(actor, id);
    }
}
