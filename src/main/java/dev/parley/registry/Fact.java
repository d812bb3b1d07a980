package dev.parley.registry;

import dev.parley.document.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * Something that held for an entity for a time, such as an office: it is said about the entity and is never part of who
 * it is.
 *
 * @param role what held, such as "special envoy for Velmora"; 1 to 200 characters
 * @param from the first day, as precise as it is known: {@code 2024}, {@code 2024-11} or {@code 2024-11-24}
 * @param to the last day, likewise; absent while it holds or if it is not known
 * @param document where that is said
 */
public record Fact(
        String role,
        @Nullable String from,
        @Nullable String to,
        @Nullable DocumentId document) {

    /** "special envoy for Velmora, 2023 – 2024-11-24". */
    public String inWords() {
        if (from == null && to == null) {
            return role;
        }
        if (from == null) {
            return "%s, until %s".formatted(role, to);
        }
        return to == null ? "%s, since %s".formatted(role, from) : "%s, %s – %s".formatted(role, from, to);
    }
}
