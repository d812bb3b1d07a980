package dev.parley.document;

import dev.parley.account.UserId;
import dev.parley.document.Intake.Prepared;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Works imports off in the background: looks at a few files ahead, records them in their order. What is done is in the
 * database, so after a kill the files that wait are simply looked at then.
 */
@Component
final class ImportRunner implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    /** Files looked at side by side; what parses them is limited by itself. */
    private static final int AHEAD = 8;
    /** How long a refused file can be tried again. */
    private static final Duration RETRYABLE = Duration.ofDays(7);

    private final ImportRepository imports;
    private final ImportItemRepository items;
    private final ImportItemWork work;
    private final UploadStore store;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<ImportId, Run> runs = new HashMap<>();
    private volatile boolean closing;

    ImportRunner(
            ImportRepository imports, ImportItemRepository items, ImportItemWork work, UploadStore store, Clock clock) {
        this.imports = imports;
        this.items = items;
        this.work = work;
        this.store = store;
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
        items.forgetBytes(clock.instant().minus(RETRYABLE));
        store.sweep(items.staged());
        items.unfinished().forEach(this::wake);
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
        for (List<ImportItem> next = items.waiting(id, AHEAD); !next.isEmpty(); next = items.waiting(id, AHEAD)) {
            if (closing) {
                throw new IllegalStateException("Parley is shutting down");
            }
            List<CompletableFuture<Prepared>> ahead = next.stream()
                    .map(item -> CompletableFuture.supplyAsync(() -> work.prepare(job, item), threads))
                    .toList();
            for (int i = 0; i < next.size(); i++) {
                work.settle(job, starter, next.get(i), ahead.get(i).join());
            }
        }
    }

    @Override
    public void destroy() {
        closing = true;
        threads.close();
    }
}
