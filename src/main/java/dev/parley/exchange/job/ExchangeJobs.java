package dev.parley.exchange.job;

import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.ExportService;
import dev.parley.exchange.Format;
import dev.parley.exchange.foreign.ForeignFile;
import dev.parley.exchange.intake.ImportOptions;
import dev.parley.exchange.intake.ImportReport;
import dev.parley.exchange.intake.IntakeService;
import dev.parley.exchange.job.ExchangeJob.Kind;
import dev.parley.exchange.job.ExchangeJob.State;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Exports and imports that nobody has to wait for. */
@Service
@EnableConfigurationProperties(JobSettings.class)
public class ExchangeJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeJobs.class);
    private static final int MOST_SHOWN = 5;
    /** What took a process down this often is given up. */
    private static final int MOST_ATTEMPTS = 3;

    private final ExportService exports;
    private final IntakeService imports;
    private final ExchangeJobRepository jobs;
    private final JobFiles files;
    private final JobRunner runner;
    private final JobSettings settings;
    private final UserService users;
    private final AccessPolicy policy;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExchangeJobs(
            ExportService exports,
            IntakeService imports,
            ExchangeJobRepository jobs,
            JobFiles files,
            JobRunner runner,
            JobSettings settings,
            UserService users,
            AccessPolicy policy,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.exports = exports;
        this.imports = imports;
        this.jobs = jobs;
        this.files = files;
        this.runner = runner;
        this.settings = settings;
        this.users = users;
        this.policy = policy;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        runner.use(this::carryOut, this::takeOver, this::tidy);
    }

    /** Begins an export. @throws ProblemException for what cannot be exported this way */
    public ExchangeJob export(User actor, ProjectId project, Format format, ExportOptions options) {
        exports.requirePossible(actor, project, format, options);
        ExchangeJob job = job(UUID.randomUUID(), actor, project, Kind.EXPORT, format.id(), options.query(), "");
        jobs.insert(job);
        runner.submit(job);
        return job;
    }

    /** Begins an import; the file is kept until it ends. @throws ProblemException if the format is not known */
    public ExchangeJob take(User actor, ProjectId project, String format, ForeignFile file, ImportOptions options) {
        imports.requirePossible(actor, project, format);
        UUID id = UUID.randomUUID();
        files.copy(id, file.path());
        ExchangeJob job = job(
                id, actor, project, Kind.IMPORT, format, JsonMapper.shared().writeValueAsString(options), file.name());
        jobs.insert(job);
        runner.submit(job);
        return job;
    }

    private ExchangeJob job(
            UUID id, User actor, ProjectId project, Kind kind, String format, String options, String fileName) {
        return new ExchangeJob(
                id,
                project,
                kind,
                format,
                options,
                fileName,
                State.RUNNING,
                0,
                0,
                null,
                1,
                actor.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
    }

    /** @throws ProblemException not found, also for whoever may not export from or import into the project */
    public ExchangeJob find(User actor, UUID id) {
        return jobs.find(id)
                .filter(job -> policy.allows(actor, job.project(), permission(job.kind())))
                .orElseThrow(() -> ProblemException.notFound("job", id));
    }

    /** The same, of this project. @throws ProblemException not found */
    public ExchangeJob find(User actor, ProjectId project, UUID id) {
        return Optional.of(find(actor, id))
                .filter(job -> job.project().equals(project))
                .orElseThrow(() -> ProblemException.notFound("job", id));
    }

    /** The latest of a project, newest first. */
    public List<ExchangeJob> latest(User actor, ProjectId project, Kind kind) {
        policy.require(actor, project, permission(kind));
        return jobs.latest(project, kind, MOST_SHOWN);
    }

    private static Permission permission(Kind kind) {
        return kind == Kind.EXPORT ? Permission.SUPERVISE : Permission.MANAGE;
    }

    /** What was exported; empty if it is not there yet, or no more. */
    public Optional<Path> exported(ExchangeJob job) {
        return job.kind() == Kind.EXPORT && job.state() == State.DONE ? files.of(job.id()) : Optional.empty();
    }

    /** What an import did; empty if it has not come to its end. */
    public Optional<ImportReport> report(ExchangeJob job) {
        return jobs.report(job.id()).map(report -> JsonMapper.shared().readValue(report, ImportReport.class));
    }

    /** After so many days what was exported can no longer be fetched. */
    public int daysKept() {
        return settings.days();
    }

    /** Ends a job; nothing of it stays. One that has ended is left alone. */
    public void cancel(User actor, UUID id) {
        ExchangeJob job = find(actor, id);
        if (job.isRunning()) {
            end(job, State.CANCELLED, null);
            runner.stop(id);
        }
    }

    /** Begins anew what no process is at any more. */
    void takeOver(Duration unseen) {
        for (ExchangeJob left : jobs.left(clock.instant().minus(unseen))) {
            if (left.attempt() >= MOST_ATTEMPTS) {
                end(left, State.FAILED, "It was cut off %d times, so it is not begun again.".formatted(MOST_ATTEMPTS));
            } else if (jobs.takeOver(left, clock.instant())) {
                jobs.find(left.id()).ifPresent(runner::submit);
            }
        }
    }

    /** Forgets what ended long ago, with its file. */
    void tidy() {
        for (UUID id : jobs.endedBefore(clock.instant().minus(settings.time()))) {
            files.drop(id);
            jobs.forget(id);
        }
    }

    private void carryOut(JobRunner.Work work) {
        ExchangeJob job = work.job();
        try {
            User actor = users.find(job.begunBy()).orElseThrow();
            switch (job.kind()) {
                case EXPORT -> export(actor, work);
                case IMPORT -> {
                    take(actor, work);
                    files.drop(job.id());
                }
            }
        } catch (CancellationException notWanted) {
            LOG.info("The {} {} was given up", job.kind(), job.id());
        } catch (ProblemException refused) {
            end(work.now(), State.FAILED, refused.problem().detail());
        } catch (IOException | RuntimeException failure) {
            if (work.isWanted()) {
                LOG.error("The {} {} failed", job.kind(), job.id(), failure);
                end(work.now(), State.FAILED, "It failed; the log of the service tells more.");
            }
        }
    }

    private void export(User actor, JobRunner.Work work) throws IOException {
        ExchangeJob job = work.job();
        Path beside = files.begin(job.id(), job.attempt());
        try (FileDestination destination = new FileDestination(beside)) {
            exports.export(
                    actor, job.project(), Format.of(job.format()), ExportOptions.of(job.options()), destination, work);
            destination.close();
            files.put(job.id(), beside);
            if (!end(work.now().named(destination.fileName()), State.DONE, null)) {
                files.drop(job.id());
            }
        } finally {
            files.drop(beside);
        }
    }

    /** The import and that it was done are recorded in one: whatever happens, it is never done twice. */
    private void take(User actor, JobRunner.Work work) {
        ExchangeJob job = work.job();
        ImportOptions options = JsonMapper.shared().readValue(job.options(), ImportOptions.class);
        if (options.preview()) {
            finish(work, imports(actor, work, options));
        } else {
            transaction.executeWithoutResult(status -> finish(work, imports(actor, work, options)));
        }
    }

    private ImportReport imports(User actor, JobRunner.Work work, ImportOptions options) {
        ExchangeJob job = work.job();
        Path sent = files.of(job.id())
                .orElseThrow(() -> ProblemException.invalid(
                        "“%s” is no longer kept; nothing was imported.".formatted(job.fileName())));
        try (ForeignFile file = ForeignFile.at(job.fileName(), sent)) {
            return imports.run(actor, job.project(), job.format(), file, options, work);
        }
    }

    private void finish(JobRunner.Work work, ImportReport report) {
        if (!jobs.end(
                work.now().ended(State.DONE, null, clock.instant()),
                JsonMapper.shared().writeValueAsString(report),
                clock.instant())) {
            throw new CancellationException("the import is not wanted any more");
        }
    }

    private boolean end(ExchangeJob job, State state, @Nullable String message) {
        boolean ended = jobs.end(job.ended(state, message, clock.instant()), null, clock.instant());
        if (ended && job.kind() == Kind.IMPORT) {
            files.drop(job.id());
        }
        return ended;
    }
}
