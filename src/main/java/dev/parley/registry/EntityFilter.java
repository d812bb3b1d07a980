package dev.parley.registry;

import org.jspecify.annotations.Nullable;

/**
 * Which entities of a registry somebody wants to see.
 *
 * @param words beginnings of words, all of which an entity's names must have; empty for any
 * @param type only entities of this type; any if absent
 * @param provisional whether only those that wait to be promoted
 */
public record EntityFilter(String words, @Nullable String type, boolean provisional) {

    public static final EntityFilter ALL = new EntityFilter("", null, false);
}
