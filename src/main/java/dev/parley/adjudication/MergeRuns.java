package dev.parley.adjudication;

import jakarta.annotation.PreDestroy;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries runs of rules out one after the other, beside the requests, and goes on with those a stopped process left. */
@Component
public class MergeRuns {

    private static final Logger LOG = LoggerFactory.getLogger(MergeRuns.class);

    private final MergeService merges;
    private final MergeRunRepository runs;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("merges").daemon().factory());

    MergeRuns(MergeService merges, MergeRunRepository runs) {
        this.merges = merges;
        this.runs = runs;
    }

    /** Carries a run out as soon as those before it are through. */
    public void submit(MergeRun run) {
        submit(run.id());
    }

    private void submit(UUID run) {
        worker.execute(() -> {
            try {
                merges.carryOut(run);
            } catch (RuntimeException failure) {
                // the run stays as it is and is begun again with the next start
                LOG.error("Merge {} stopped", run, failure);
            }
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        runs.running().forEach(run -> submit(run.id()));
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
