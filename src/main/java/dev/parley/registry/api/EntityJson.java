package dev.parley.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.parley.document.DocumentId;
import dev.parley.registry.Alias;
import dev.parley.registry.Candidate;
import dev.parley.registry.Entity;
import dev.parley.registry.Fact;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entity in the words of the HTTP contract.
 *
 * @param document the document a provisional entity is local to; absent otherwise
 * @param mergedInto the entity that stands for it now; absent unless it was merged
 * @param match how well its name fits the words asked about; only where words were
 * @param why the same in sentences
 * @param roles its facts in words, to tell namesakes apart
 */
@JsonInclude(Include.NON_NULL)
record EntityJson(
        String id,
        String type,
        String name,
        List<AliasJson> aliases,
        List<String> externalIds,
        List<FactJson> facts,
        boolean provisional,
        @Nullable String document,
        @Nullable String mergedInto,
        @Nullable String match,
        @Nullable String matchedName,
        @Nullable String why,
        @Nullable List<String> roles) {

    /** @param kind {@code own-name}, {@code nickname} or {@code misspelling} */
    @JsonInclude(Include.NON_NULL)
    record AliasJson(String form, @Nullable String language, String kind) {}

    @JsonInclude(Include.NON_NULL)
    record FactJson(
            String role,
            @Nullable String from,
            @Nullable String to,
            @Nullable String document) {}

    static EntityJson of(Entity entity) {
        return of(entity, null, null);
    }

    static EntityJson of(Candidate candidate, String words) {
        return of(candidate.entity(), candidate, candidate.why(words));
    }

    private static EntityJson of(Entity entity, @Nullable Candidate candidate, @Nullable String why) {
        DocumentId document = entity.document();
        return new EntityJson(
                entity.id(),
                entity.type(),
                entity.name(),
                entity.aliases().stream()
                        .map(alias -> new AliasJson(alias.form(), alias.language(), wire(alias.kind())))
                        .toList(),
                entity.externalIds(),
                entity.facts().stream().map(EntityJson::fact).toList(),
                entity.provisional(),
                document == null ? null : document.toString(),
                entity.mergedInto(),
                candidate == null ? null : candidate.match().wire(),
                candidate == null ? null : candidate.name(),
                why,
                candidate == null ? null : entity.roles());
    }

    private static FactJson fact(Fact fact) {
        DocumentId document = fact.document();
        return new FactJson(fact.role(), fact.from(), fact.to(), document == null ? null : document.toString());
    }

    static String wire(Alias.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
