package dev.parley.document.api;

import dev.parley.account.User;
import dev.parley.document.ImportId;
import dev.parley.document.ImportJob;
import dev.parley.document.ImportService;
import dev.parley.problem.ProblemException;
import dev.parley.project.LongWork;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looking at files that somebody sent in one go. */
@Component
class ImportWork implements LongWork {

    private final ImportService imports;

    ImportWork(ImportService imports) {
        this.imports = imports;
    }

    @Override
    public Optional<Progress> progress(User actor, UUID id) {
        try {
            return Optional.of(progress(imports.find(actor, new ImportId(id))));
        } catch (ProblemException none) {
            return Optional.empty();
        }
    }

    private static Progress progress(ImportJob job) {
        boolean running = job.isRunning();
        State ended = job.cancelledAt() == null ? State.DONE : State.CANCELLED;
        return new Progress(
                running ? State.RUNNING : ended,
                job.total() == 0 ? 1 : (double) job.done() / job.total(),
                "%d of %d files looked at".formatted(job.done(), job.total()),
                running ? null : "/api/v1/imports/%s/files".formatted(job.id()));
    }

    @Override
    public void cancel(User actor, UUID id) {
        imports.cancel(actor, new ImportId(id));
    }
}
