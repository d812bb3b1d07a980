package dev.parley.scheme;

import java.util.Map;

/**
 * A typed tie between two annotations.
 *
 * @param name by language tag; the id is shown where empty
 * @param from layer its start must belong to
 * @param to layer its end must belong to
 * @param scope how far apart the ends may stand
 */
public record RelationType(
        String id,
        Map<String, String> name,
        String from,
        String to,
        Scope scope,
        boolean symmetric,
        boolean transitive) {

    public enum Scope {
        DOCUMENT,
        PROJECT
    }
}
