package dev.parley.account;

import java.time.Instant;
import java.util.UUID;

/**
 * Lets a program act as its owner until it expires. The secret itself is shown once and never stored.
 *
 * @param name what the owner calls it, 1 to 100 characters
 */
public record AccessToken(UUID id, String name, Instant createdAt, Instant expiresAt) {

    /**
     * A token just made.
     *
     * @param secret what to send after {@code Authorization: Bearer}; this is the only time it can be seen
     */
    public record Fresh(String secret, AccessToken token) {}
}
