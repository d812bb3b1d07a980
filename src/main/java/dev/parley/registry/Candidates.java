package dev.parley.registry;

import java.util.List;
import java.util.Optional;

/**
 * The entities some words may name, best first.
 *
 * @param certain the one entity that may be linked without asking: it alone has exactly this name
 */
public record Candidates(List<Candidate> items, Optional<Entity> certain) {

    public static final Candidates NONE = new Candidates(List.of(), Optional.empty());

    public Candidates {
        items = List.copyOf(items);
    }
}
