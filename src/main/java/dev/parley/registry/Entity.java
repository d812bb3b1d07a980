package dev.parley.registry;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person, body or place that mentions can be linked to.
 *
 * @param id unique in the installation; opaque
 * @param type what it is, in the words of the project's labels, such as {@code PERSON}
 * @param name the name it is listed under, 1 to 200 characters
 * @param aliases other names for it, in the order given
 * @param externalIds what others call it, such as {@code wikidata:Q42}
 * @param facts what held for it when
 * @param provisional whether it waits for a manager to promote it
 * @param document the document a provisional entity is local to; absent for one of the whole project
 * @param mergedInto the entity that stands for it now; absent unless it was merged
 * @param createdBy who registered it
 */
public record Entity(
        String id,
        ProjectId project,
        String type,
        String name,
        List<Alias> aliases,
        List<String> externalIds,
        List<Fact> facts,
        boolean provisional,
        @Nullable DocumentId document,
        @Nullable String mergedInto,
        UserId createdBy) {

    public Entity {
        aliases = List.copyOf(aliases);
        externalIds = List.copyOf(externalIds);
        facts = List.copyOf(facts);
    }

    /** Whether mentions in a document may be linked to it. */
    public boolean isKnownIn(@Nullable DocumentId place) {
        return document == null || document.equals(place);
    }

    /** Everything it is called: its name first, then its aliases. */
    public List<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream().map(Alias::form)).toList();
    }

    /** The facts as sentences, for telling namesakes apart. */
    public List<String> roles() {
        return facts.stream().map(Fact::inWords).toList();
    }

    Entity with(List<Alias> aliases, List<String> externalIds, List<Fact> facts) {
        return new Entity(
                id, project, type, name, aliases, externalIds, facts, provisional, document, mergedInto, createdBy);
    }

    Entity withId(String other) {
        return new Entity(
                other, project, type, name, aliases, externalIds, facts, provisional, document, mergedInto, createdBy);
    }

    Entity promoted() {
        return new Entity(id, project, type, name, aliases, externalIds, facts, false, null, mergedInto, createdBy);
    }
}
