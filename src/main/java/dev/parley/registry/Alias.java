package dev.parley.registry;

import org.jspecify.annotations.Nullable;

/**
 * Another name for an entity.
 *
 * @param form as it is written, 1 to 200 characters
 * @param language BCP 47 tag of the language it is used in; absent if it is used in any or nobody said
 */
public record Alias(String form, @Nullable String language, Kind kind) {

    /** A name of its own, in any language. */
    public static Alias of(String form) {
        return new Alias(form, null, Kind.OWN_NAME);
    }

    /** What sort of name it is. */
    public enum Kind {
        /** A name the entity goes by. */
        OWN_NAME,
        /** What others call it. */
        NICKNAME,
        /** A name that texts get wrong. */
        MISSPELLING
    }
}
