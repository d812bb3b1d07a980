package dev.parley.account;

import java.util.UUID;

/** Identifies a person for good, even when the sign-in name changes. */
public record UserId(UUID value) {

    public static UserId random() {
        return new UserId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
