package dev.parley.exchange.job;

import dev.parley.exchange.HowFar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries jobs out, few at a time. Once a second it records how far they are, which also tells other processes that this one
 * is at them, and hears whether they are still wanted. What a stopped process left is taken over by whichever notices first.
 */
@Component
final class JobRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    /** An export keeps one processor busy, and a connection to the database. */
    private static final int AT_ONCE = 2;

    private static final Duration LEFT = Duration.ofSeconds(20);
    private static final long LOOK_AFTER_LEFT_SECONDS = 10;
    private static final long TIDY_MINUTES = 60;

    private final ExchangeJobRepository jobs;
    private final Clock clock;
    private final Map<UUID, Work> works = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("exchange-", 0).daemon().factory());
    private final ScheduledThreadPoolExecutor looker = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("exchange-clock").daemon().factory());
    private Consumer<Work> worker = work -> {};
    private Consumer<Duration> takeOver = unseen -> {};
    private Runnable tidy = () -> {};

    JobRunner(ExchangeJobRepository jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A job that this process is at, or that waits for its turn here. */
    final class Work implements HowFar {

        private final ExchangeJob job;
        private volatile int done;
        private volatile int documents;
        private volatile boolean wanted = true;

        private Work(ExchangeJob job) {
            this.job = job;
        }

        ExchangeJob job() {
            return job;
        }

        /** The job as far as it is by now. */
        ExchangeJob now() {
            return job.read(done, documents);
        }

        boolean isWanted() {
            return wanted;
        }

        @Override
        public void at(int done, int all) {
            this.done = done;
            this.documents = all;
            if (!wanted) {
                throw new CancellationException("nobody wants job %s any more".formatted(job.id()));
            }
        }
    }

    /**
     * @param worker carries a job out
     * @param takeOver told for how long nobody must have been at what it looks for
     */
    void use(Consumer<Work> worker, Consumer<Duration> takeOver, Runnable tidy) {
        this.worker = worker;
        this.takeOver = takeOver;
        this.tidy = tidy;
    }

    void submit(ExchangeJob job) {
        Work work = new Work(job);
        works.put(job.id(), work);
        workers.execute(() -> {
            try {
                if (work.wanted) {
                    worker.accept(work);
                }
            } finally {
                works.remove(job.id());
            }
        });
    }

    /** The job gives up as soon as it tells how far it is. */
    void stop(UUID job) {
        Work work = works.get(job);
        if (work != null) {
            work.wanted = false;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        every(1, TimeUnit.SECONDS, this::tell);
        every(LOOK_AFTER_LEFT_SECONDS, TimeUnit.SECONDS, () -> takeOver.accept(LEFT));
        every(TIDY_MINUTES, TimeUnit.MINUTES, () -> tidy.run());
    }

    private void every(long period, TimeUnit unit, Runnable action) {
        looker.scheduleWithFixedDelay(
                () -> {
                    try {
                        action.run();
                    } catch (RuntimeException e) {
                        LOG.error("Jobs could not be looked after; it is tried again", e);
                    }
                },
                period,
                period,
                unit);
    }

    private void tell() {
        works.values().forEach(work -> tell(work, clock.instant()));
    }

    private void tell(Work work, Instant seen) {
        if (work.wanted && !jobs.advance(work.job, work.done, work.documents, seen)) {
            work.wanted = false;
        }
    }

    /** What runs is begun anew by the next process, which need not wait to see whether this one is still at it. */
    @Override
    public void destroy() {
        looker.shutdownNow();
        for (Work work : works.values()) {
            tell(work, Instant.EPOCH);
            work.wanted = false;
        }
        workers.shutdownNow();
    }
}
