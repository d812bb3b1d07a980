package dev.parley.agreement;

import dev.parley.account.UserId;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report being worked out beside the requests.
 *
 * @param documents how many are to be compared; 0 while that is not known
 * @param done how many are
 * @param endedAt absent while it runs
 */
public record AgreementRun(
        UUID id,
        ProjectId project,
        Scope scope,
        State state,
        int documents,
        int done,
        UserId begunBy,
        Instant begunAt,
        @Nullable Instant endedAt) {

    public enum State {
        RUNNING,
        /** The report is there for the asking. */
        DONE,
        CANCELLED,
        FAILED
    }
}
