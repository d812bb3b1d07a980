package dev.parley.exchange.job;

import dev.parley.account.UserId;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export or an import that goes on by itself.
 *
 * @param options what was asked for: the query of an export, {@code ImportOptions} as JSON
 * @param fileName as those who sent or take it call it
 * @param documents how many there are; 0 while that is not known
 * @param done how many were read; more than there are in formats that need them twice
 * @param message why it failed; absent otherwise
 * @param attempt how often a process began it
 * @param endedAt absent while it runs
 */
public record ExchangeJob(
        UUID id,
        ProjectId project,
        Kind kind,
        String format,
        String options,
        String fileName,
        State state,
        int documents,
        int done,
        @Nullable String message,
        int attempt,
        UserId begunBy,
        Instant begunAt,
        @Nullable Instant endedAt) {

    public enum Kind {
        EXPORT,
        IMPORT
    }

    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** 0 to 1. */
    public double share() {
        return state == State.DONE ? 1 : documents == 0 ? 0 : Math.min(1, (double) done / documents);
    }

    /** The same, so far read. */
    ExchangeJob read(int done, int documents) {
        return new ExchangeJob(
                id, project, kind, format, options, fileName, state, documents, done, message, attempt, begunBy,
                begunAt, endedAt);
    }

    /** The same under another name. */
    ExchangeJob named(String fileName) {
        return new ExchangeJob(
                id, project, kind, format, options, fileName, state, documents, done, message, attempt, begunBy,
                begunAt, endedAt);
    }

    /** The same at its end. */
    ExchangeJob ended(State state, @Nullable String message, Instant at) {
        return new ExchangeJob(
                id, project, kind, format, options, fileName, state, documents, done, message, attempt, begunBy,
                begunAt, at);
    }
}
