package dev.parley.document;

import dev.parley.account.UserId;
import dev.parley.document.ImportItem.Number;
import dev.parley.document.ImportItem.State;
import dev.parley.document.Intake.Prepared;
import dev.parley.document.UploadStore.Received;
import dev.parley.document.extraction.ZipArchive;
import dev.parley.project.ProjectService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Works imports off in the background: looks at a few files ahead, records them in their order. What is done is in the
 * database, so after a kill the files that wait are simply looked at then.
 */
@Component
final class ImportRunner implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    /** Files looked at side by side; what parses them is limited by itself. */
    private static final int AHEAD = 8;
    /** A file that took the service down this often is given up. */
    private static final int MOST_ATTEMPTS = 3;
    /** How long a refused file can be tried again. */
    private static final Duration RETRYABLE = Duration.ofDays(7);

    private final ImportRepository imports;
    private final Intake intake;
    private final Importer importer;
    private final UploadStore store;
    private final ProjectService projects;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<ImportId, Run> runs = new HashMap<>();
    private volatile boolean closing;

    ImportRunner(
            ImportRepository imports,
            Intake intake,
            Importer importer,
            UploadStore store,
            ProjectService projects,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.imports = imports;
        this.intake = intake;
        this.importer = importer;
        this.store = store;
        this.projects = projects;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** An import that is being worked off. */
    private static final class Run {

        final CompletableFuture<Void> end = new CompletableFuture<>();
        /** Files came in while it was finishing. */
        boolean again;
    }

    /** Goes on where the last process stopped, and clears away what nobody needs. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() throws IOException {
        imports.forgetBytes(clock.instant().minus(RETRYABLE));
        store.sweep(imports.staged());
        imports.unfinished().forEach(this::wake);
    }

    /** Sees to it that the waiting files of an import are looked at. */
    CompletableFuture<Void> wake(ImportId id) {
        synchronized (runs) {
            Run running = runs.get(id);
            if (running != null) {
                running.again = true;
                return running.end;
            }
            Run run = new Run();
            runs.put(id, run);
            threads.execute(() -> work(id, run));
            return run.end;
        }
    }

    private void work(ImportId id, Run run) {
        try {
            do {
                workOff(id);
            } while (goesOn(id, run));
            run.end.complete(null);
        } catch (RuntimeException e) {
            log.error("Import {} stopped; it goes on at the next start", id, e);
            synchronized (runs) {
                runs.remove(id);
            }
            run.end.completeExceptionally(e);
        }
    }

    private boolean goesOn(ImportId id, Run run) {
        synchronized (runs) {
            if (run.again && !closing) {
                run.again = false;
                return true;
            }
            runs.remove(id);
            return false;
        }
    }

    private void workOff(ImportId id) {
        ImportJob job = imports.find(id).orElseThrow();
        UserId starter = imports.starter(id).orElseThrow();
        for (List<ImportItem> next = imports.waiting(id, AHEAD); !next.isEmpty(); next = imports.waiting(id, AHEAD)) {
            if (closing) {
                throw new IllegalStateException("Parley is shutting down");
            }
            List<CompletableFuture<Prepared>> ahead = next.stream()
                    .map(item -> CompletableFuture.supplyAsync(() -> prepare(job, item), threads))
                    .toList();
            for (int i = 0; i < next.size(); i++) {
                settle(job, starter, next.get(i), ahead.get(i).join());
            }
        }
    }

    private Prepared prepare(ImportJob job, ImportItem item) {
        if (item.attempts() >= MOST_ATTEMPTS) {
            return new Intake.TurnedAway(
                    "Reading it was begun %d times and never ended, so it was given up.".formatted(item.attempts()));
        }
        imports.begin(item);
        try {
            Received received = new Received(store.staged(staged(item)), sha256(item), item.size());
            Prepared prepared = intake.prepare(
                    item.name(),
                    received,
                    item.charset(),
                    projects.get(job.project()).settings().language(),
                    item.number().entry() > 0,
                    sha256 -> importer.knows(job.project(), sha256));
            return prepared instanceof Intake.Ready ready && item.number().entry() > 0
                    ? ready.with("Came in the archive “%s”.".formatted(archive(item)))
                    : prepared;
        } catch (IOException | RuntimeException e) {
            return failed(item, e);
        }
    }

    private static Intake.TurnedAway failed(ImportItem item, Exception e) {
        log.error("File {} of import {} could not be taken in", item.number(), item.job(), e);
        return new Intake.TurnedAway("Something went wrong on our side; nothing of it was taken in.");
    }

    private String archive(ImportItem entry) {
        return imports.item(entry.job(), new Number(entry.number().position(), 0))
                .map(ImportItem::name)
                .orElse("");
    }

    private void settle(ImportJob job, UserId starter, ImportItem item, Prepared prepared) {
        try {
            record(job, starter, item, prepared);
        } catch (IOException | RuntimeException e) {
            Intake.TurnedAway away = failed(item, e);
            update(item, item.rejected(away.reason(), List.of()));
        }
    }

    private void record(ImportJob job, UserId starter, ImportItem item, Prepared prepared) throws IOException {
        switch (prepared) {
            case Intake.TurnedAway away -> update(item, item.rejected(away.reason(), away.charsets()));
            case Intake.Opened opened -> {
                try {
                    open(item, opened.entries());
                } finally {
                    FileSystemUtils.deleteRecursively(opened.folder());
                }
                store.drop(staged(item));
            }
            case Intake.Known known -> {
                importer.known(job.project(), known, result -> update(item, item.settled(result)));
                store.drop(staged(item));
            }
            case Intake.Ready ready -> {
                if (isStillWaiting(item)) {
                    importer.record(
                            starter,
                            job.project(),
                            ready,
                            job.acceptProposal(),
                            result -> update(item, item.settled(result)));
                    store.drop(staged(item));
                }
            }
        }
    }

    private boolean isStillWaiting(ImportItem item) {
        return imports.item(item.job(), item.number())
                .filter(now -> now.state() == State.WAITING)
                .isPresent();
    }

    /** Whoever stopped the import in the meantime has the last word on files that were refused. */
    private void update(ImportItem item, ImportItem settled) {
        transaction.executeWithoutResult(status -> {
            ImportItem now = imports.lock(item.job(), item.number()).orElseThrow();
            if (now.state() == State.WAITING || settled.state() != State.REJECTED) {
                imports.update(settled);
            }
        });
    }

    private void open(ImportItem archive, List<ZipArchive.Entry> entries) throws IOException {
        List<ImportItem> items = new ArrayList<>();
        for (ZipArchive.Entry entry : entries) {
            Number number = new Number(archive.number().position(), items.size() + 1);
            items.add(
                    switch (entry) {
                        case ZipArchive.Rejected rejected ->
                            item(archive.job(), number, rejected.name(), null).rejected(rejected.reason(), List.of());
                        case ZipArchive.Unpackaged unpackaged -> {
                            try (InputStream in = Files.newInputStream(unpackaged.file())) {
                                yield item(archive.job(), number, unpackaged.name(), store.stage(in, intake.most()));
                            } catch (UploadStore.TooLarge e) {
                                throw new UncheckedIOException(
                                        new IOException("an entry grew after it was counted", e));
                            }
                        }
                    });
        }
        transaction.executeWithoutResult(status -> {
            ImportItem now = imports.lock(archive.job(), archive.number()).orElseThrow();
            if (now.state() == State.WAITING) {
                items.forEach(imports::insert);
                imports.update(archive.unpacked());
            }
        });
    }

    /** A file that waits; absent bytes are for those that are refused at once. */
    static ImportItem item(ImportId job, Number number, String name, @Nullable Received bytes) {
        return new ImportItem(
                job,
                number,
                UploadedFile.tidy(name),
                State.WAITING,
                bytes == null ? null : bytes.file().getFileName().toString(),
                bytes == null ? null : bytes.sha256(),
                bytes == null ? 0 : bytes.size(),
                null,
                0,
                null,
                List.of(),
                null,
                null,
                List.of());
    }

    private static String staged(ImportItem item) {
        String staged = item.staged();
        if (staged == null) {
            throw new IllegalStateException("file %s of import %s has no bytes".formatted(item.number(), item.job()));
        }
        return staged;
    }

    private static String sha256(ImportItem item) {
        String sha256 = item.sha256();
        if (sha256 == null) {
            throw new IllegalStateException("file %s of import %s has no hash".formatted(item.number(), item.job()));
        }
        return sha256;
    }

    @Override
    public void destroy() {
        closing = true;
        threads.close();
    }
}
