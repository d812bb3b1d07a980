package dev.parley.registry;

import dev.parley.document.DocumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants an entity to be. When one is changed, what is absent stays as it is.
 *
 * @param document makes a new entity provisional: local to this document until it is promoted
 */
public record EntityFields(
        @Nullable String type,
        @Nullable String name,
        @Nullable List<Alias> aliases,
        @Nullable List<String> externalIds,
        @Nullable List<Fact> facts,
        @Nullable DocumentId document) {

    /** An entity with a type, a name and other names. */
    public static EntityFields of(String type, String name, List<String> aliases) {
        return new EntityFields(type, name, aliases.stream().map(Alias::of).toList(), null, null, null);
    }
}
