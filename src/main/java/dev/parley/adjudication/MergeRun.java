package dev.parley.adjudication;

import dev.parley.account.UserId;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule let loose on a project.
 *
 * @param documents how many there are to go through, and {@code done} how many it went through
 * @param decided how many of its decisions stand
 * @param toAudit how many of these a person is still to look at
 */
public record MergeRun(
        UUID id,
        ProjectId project,
        MergeRule rule,
        State state,
        int documents,
        int done,
        int decided,
        int toAudit,
        UserId begunBy,
        Instant begunAt,
        @Nullable Instant endedAt) {

    public enum State {
        RUNNING,
        DONE,
        /** All its decisions were taken back. */
        UNDONE
    }
}
