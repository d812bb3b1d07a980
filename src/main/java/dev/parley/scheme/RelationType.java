package dev.parley.scheme;

/**
 * A typed tie between two annotations.
 *
 * @param from layer its start must belong to
 * @param to layer its end must belong to
 * @param scope how far apart the ends may stand
 */
public record RelationType(String id, String from, String to, Scope scope, boolean symmetric, boolean transitive) {

    public enum Scope {
        DOCUMENT,
        PROJECT
    }
}
