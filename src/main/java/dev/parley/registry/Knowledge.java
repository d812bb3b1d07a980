package dev.parley.registry;

import java.util.ArrayList;
import java.util.List;

/** What goes from one entity to another when they are merged or one is split. */
record Knowledge(List<Alias> aliases, List<String> externalIds, List<Fact> facts) {

    static final Knowledge NONE = new Knowledge(List.of(), List.of(), List.of());

    Knowledge {
        aliases = List.copyOf(aliases);
        externalIds = List.copyOf(externalIds);
        facts = List.copyOf(facts);
    }

    /** What an entity would gain from another: its name and all it has that the one has not. */
    static Knowledge gainedBy(Entity winner, Entity loser) {
        List<Alias> aliases = new ArrayList<>();
        if (!winner.names().contains(loser.name())) {
            aliases.add(Alias.of(loser.name()));
        }
        loser.aliases().stream()
                .filter(alias ->
                        !winner.names().contains(alias.form()) && !alias.form().equals(loser.name()))
                .forEach(aliases::add);
        return new Knowledge(
                aliases, missing(loser.externalIds(), winner.externalIds()), missing(loser.facts(), winner.facts()));
    }

    Entity addedTo(Entity entity) {
        return entity.with(
                joined(entity.aliases(), aliases),
                joined(entity.externalIds(), externalIds),
                joined(entity.facts(), facts));
    }

    Entity takenFrom(Entity entity) {
        return entity.with(
                missing(entity.aliases(), aliases),
                missing(entity.externalIds(), externalIds),
                missing(entity.facts(), facts));
    }

    private static <T> List<T> missing(List<T> items, List<T> there) {
        return items.stream().filter(item -> !there.contains(item)).toList();
    }

    private static <T> List<T> joined(List<T> items, List<T> more) {
        List<T> joined = new ArrayList<>(items);
        joined.addAll(missing(more, items));
        return joined;
    }
}
