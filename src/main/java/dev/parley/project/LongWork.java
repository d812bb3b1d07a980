package dev.parley.project;

import dev.parley.account.User;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work that was answered with 202 and goes on by itself. Every package that has such work says how far it is. */
public interface LongWork {

    /** How far it is; empty if the id names no work of this kind, or none that the actor may know of. */
    Optional<Progress> progress(User actor, UUID id);

    /** Stops it; what was done by then stays. Only asked for what {@link #progress} knows. */
    void cancel(User actor, UUID id);

    /**
     * How far work is.
     *
     * @param share done of it, 0 to 1
     * @param message for people
     * @param result address of what came of it; absent until it is done
     */
    record Progress(
            State state,
            double share,
            String message,
            @Nullable String result) {}

    /** What work may be at. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }
}
