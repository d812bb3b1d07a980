package dev.parley.adjudication;

import dev.parley.project.ProjectId;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Two who ask for the same project look at different documents of it, not at the same ones twice. */
final class Turns {

    /** Nobody waits longer for the other: whoever waits may hold the connection that the other needs. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private final Map<ProjectId, ReentrantLock> looking = new ConcurrentHashMap<>();

    /**
     * Waits for one's turn.
     *
     * @return whether it has come; if not one may still go ahead, and do what the other does
     * @throws CancellationException if the thread is interrupted
     */
    boolean take(ProjectId project, long nanoseconds) {
        try {
            return looking.computeIfAbsent(project, unused -> new ReentrantLock())
                    .tryLock(Math.min(nanoseconds, LONGEST.toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits for these documents any more");
        }
    }

    /** @param mine whether it had come */
    void leave(ProjectId project, boolean mine) {
        if (mine) {
            Objects.requireNonNull(looking.get(project)).unlock();
        }
    }
}
