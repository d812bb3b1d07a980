package dev.parley.exchange.intake;

import dev.parley.document.DocumentId;
import dev.parley.registry.Alias;
import dev.parley.registry.Entity;
import dev.parley.registry.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Brings the registry of a bundle back, and remembers which entity is which here. */
final class EntityReader {

    private final Shared shared;

    private final Set<String> before;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Entity> taken = new HashMap<>();
    /** By merged entity, the one it was merged into. */
    private final Map<String, String> into = new LinkedHashMap<>();

    EntityReader(Shared shared) {
        this.shared = shared;
        this.before = shared.services().entities().all(shared.project()).stream()
                .map(Entity::id)
                .collect(Collectors.toSet());
    }

    /** Which entity an id of the bundle is here; null for one that the bundle does not describe. */
    @Nullable
    String here(String id) {
        return known.get(id);
    }

    void restore(JsonNode entity) {
        String id = entity.path("id").asString("");
        if (entity.path("mergedInto").isString()) {
            into.put(id, entity.get("mergedInto").asString());
        }
        if (before.contains(id)) {
            known.put(id, id);
        } else if (entity.path("name").isString()) {
            Entity made = shared.services().newEntities().take(shared.actor(), read(id, entity));
            known.put(id, made.id());
            taken.put(id, made);
            if (!made.id().equals(id)) {
                shared.losses().add("entities that have another id here", id);
            }
        } else {
            shared.losses().add("links to entities the bundle does not describe", id);
        }
    }

    /** Merges again what was merged: once all are registered. */
    void restoreMerges() {
        List.copyOf(into.keySet()).forEach(this::merge);
    }

    /** What was merged into an entity goes before the entity itself, so that all end at the one that stands for them. */
    private void merge(String id) {
        String target = into.remove(id);
        if (target != null) {
            into.entrySet().stream()
                    .filter(other -> other.getValue().equals(id))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(this::merge);
            Entity merged = taken.get(id);
            String here = known.get(target);
            if (merged != null && here != null) {
                shared.services().newEntities().redirect(shared.actor(), merged, here);
            }
        }
    }

    private Entity read(String id, JsonNode entity) {
        DocumentId local = shared.documents().get(entity.path("document").asString(""));
        return new Entity(
                id,
                shared.project(),
                entity.path("type").asString(""),
                entity.get("name").asString(),
                aliases(entity),
                entity.path("externalIds")
                        .valueStream()
                        .map(one -> one.asString(""))
                        .toList(),
                entity.path("facts").valueStream().map(this::fact).toList(),
                entity.path("provisional").asBoolean(false),
                local,
                null,
                entity.path("by").isString()
                        ? shared.people().account(entity.get("by").asString()).id()
                        : shared.actor().id());
    }

    private static List<Alias> aliases(JsonNode entity) {
        List<Alias> aliases = new ArrayList<>();
        for (JsonNode alias : entity.path("names")) {
            aliases.add(new Alias(
                    alias.path("form").asString(""),
                    alias.path("language").isString() ? alias.get("language").asString() : null,
                    Alias.Kind.valueOf(alias.path("kind")
                            .asString("OWN_NAME")
                            .toUpperCase(Locale.ROOT)
                            .replace('-', '_'))));
        }
        if (!entity.has("names")) {
            entity.path("aliases").forEach(form -> aliases.add(Alias.of(form.asString(""))));
        }
        return aliases;
    }

    private Fact fact(JsonNode fact) {
        return new Fact(
                fact.path("role").asString(""),
                fact.path("from").isString() ? fact.get("from").asString() : null,
                fact.path("to").isString() ? fact.get("to").asString() : null,
                shared.documents().get(fact.path("document").asString("")));
    }
}
