package dev.parley.registry.api;

import dev.parley.document.DocumentId;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.registry.Alias;
import dev.parley.registry.EntityFields;
import dev.parley.registry.Fact;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entity as it is sent. Of a change, what is absent stays.
 *
 * @param aliases each a text or {@code {form, language, kind}}
 * @param document makes a new entity provisional: local to this document
 */
record EntityBody(
        @Nullable String type,
        @Nullable String name,
        @Nullable List<@Nullable JsonNode> aliases,
        @Nullable List<@Nullable String> externalIds,
        @Nullable List<@Nullable FactBody> facts,
        @Nullable String document) {

    record FactBody(
            @Nullable String role,
            @Nullable String from,
            @Nullable String to,
            @Nullable String document) {}

    EntityFields fields() {
        return new EntityFields(
                type,
                name,
                aliases == null ? null : aliases.stream().map(EntityBody::alias).toList(),
                externalIds == null
                        ? null
                        : externalIds.stream().map(id -> id == null ? "" : id).toList(),
                facts == null ? null : facts.stream().map(EntityBody::fact).toList(),
                document(document));
    }

    /** What is missing counts as empty, which the service refuses by its place. */
    private static Alias alias(@Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            return Alias.of(json != null && json.isString() ? json.stringValue() : "");
        }
        JsonNode language = json.path("language");
        return new Alias(
                json.path("form").asString(""),
                language.isString() ? language.stringValue() : null,
                kind(json.path("kind").asString("own-name")));
    }

    private static Alias.Kind kind(String wire) {
        return Arrays.stream(Alias.Kind.values())
                .filter(kind -> EntityJson.wire(kind).equals(wire))
                .findFirst()
                .orElseThrow(() -> {
                    String known = Arrays.stream(Alias.Kind.values())
                            .map(EntityJson::wire)
                            .collect(Collectors.joining(", "));
                    String sentence = "The kind of an alias is one of %s, not “%s”.".formatted(known, wire);
                    return ProblemException.invalid(sentence, List.of(new Fault("aliases.kind", sentence)));
                });
    }

    private static Fact fact(@Nullable FactBody body) {
        return body == null
                ? new Fact("", null, null, null)
                : new Fact(body.role() == null ? "" : body.role(), body.from(), body.to(), document(body.document()));
    }

    static @Nullable DocumentId document(@Nullable String id) {
        try {
            return id == null ? null : DocumentId.of(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("document", id);
        }
    }
}
