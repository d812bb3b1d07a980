package dev.parley.account;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Signing in is refused for a while, whatever the password. */
public final class TooManyAttempts extends LockedException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many failed attempts.");
        this.wait = wait;
    }

    /** What to tell the person. */
    public String sentence() {
        return "Too many failed attempts. Try again in %d %s."
                .formatted(seconds(), seconds() == 1 ? "second" : "seconds");
    }

    /** Whole seconds to wait, at least 1. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
