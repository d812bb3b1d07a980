package dev.parley.document;

import java.util.Map;

/**
 * A condition on the rows of table {@code document}.
 *
 * @param sql with named parameters that no other condition uses
 */
public record SqlCondition(String sql, Map<String, Object> parameters) {

    public SqlCondition {
        parameters = Map.copyOf(parameters);
    }
}
