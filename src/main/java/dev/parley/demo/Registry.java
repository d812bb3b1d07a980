package dev.parley.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The demo's entities as its articles call them.
 *
 * @param ids by the name the scripts use, what the project's registry calls it
 * @param entities by the same name, as in {@code demo.yaml}: the type, then every name
 */
record Registry(Map<String, String> ids, Map<String, List<String>> entities) {

    Registry {
        ids = Map.copyOf(ids);
        entities = Map.copyOf(entities);
    }

    /** Id of an entity the scripts name. */
    String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("demo.yaml has no entity " + name);
        }
        return id;
    }

    /** Id of the entity of this type that has these words for a name. */
    Optional<String> named(String type, String words) {
        return entities.entrySet().stream()
                .filter(entity -> entity.getValue().getFirst().equals(type))
                .filter(entity ->
                        entity.getValue().subList(1, entity.getValue().size()).contains(words))
                .map(entity -> id(entity.getKey()))
                .findFirst();
    }
}
