package dev.parley.registry.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.registry.Candidate;
import dev.parley.registry.Candidates;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityFilter;
import dev.parley.registry.EntityService;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EntityController {

    private static final int MOST = 500;

    private final EntityService entities;
    private final CurrentUser currentUser;

    EntityController(EntityService entities, CurrentUser currentUser) {
        this.entities = entities;
        this.currentUser = currentUser;
    }

    /** @param certain of candidates: id of the one that may be linked without asking, as it alone has the name */
    record Entities(
            List<EntityJson> items,
            @Nullable String next,
            @Nullable String certain) {}

    /**
     * The registry by name, a page at a time; or some entities by their ids; or those that some words of an article may
     * name, best first, each saying why.
     *
     * @param q only entities with words that begin like these
     * @param type only entities of this type; of candidates: those of this type before others that fit as well
     * @param ids only these, merged ones too
     * @param text words of an article: the entities they may name
     * @param document where the words stand: its provisional entities are offered, and those linked there before first
     * @param before the place of the words in the document, in code points
     * @param cursor number of entities to skip, as the page before said
     */
    @GetMapping("/api/v1/projects/{project}/entities")
    Entities all(
            @PathVariable ProjectId project,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "false") boolean provisional,
            @RequestParam(required = false) @Nullable List<String> ids,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String document,
            @RequestParam(required = false) @Nullable Integer before,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int cursor) {
        User reader = currentUser.get();
        if (limit < 1 || limit > MOST || cursor < 0) {
            throw ProblemException.invalid("A page has 1 to 500 items and starts at 0 or later.");
        }
        if (ids != null) {
            return named(reader, project, ids);
        }
        if (text != null) {
            Candidate.Place place = new Candidate.Place(
                    EntityBody.document(document), Objects.requireNonNullElse(before, Integer.MAX_VALUE), type);
            return candidates(entities.candidates(reader, project, text, place), text, limit);
        }
        EntityFilter filter = new EntityFilter(Objects.requireNonNullElse(q, ""), type, provisional);
        List<Entity> found = entities.slice(reader, project, filter, cursor, limit + 1);
        return new Entities(
                found.stream().limit(limit).map(EntityJson::of).toList(),
                found.size() > limit ? Integer.toString(cursor + limit) : null,
                null);
    }

    private Entities named(User reader, ProjectId project, List<String> ids) {
        if (ids.size() > MOST) {
            throw ProblemException.invalid(
                    "%d ids are too many; at most %d are looked up.".formatted(ids.size(), MOST));
        }
        return new Entities(
                entities.named(reader, project, ids).stream()
                        .map(EntityJson::of)
                        .toList(),
                null,
                null);
    }

    private static Entities candidates(Candidates found, String words, int limit) {
        return new Entities(
                found.items().stream()
                        .limit(limit)
                        .map(candidate -> EntityJson.of(candidate, words))
                        .toList(),
                null,
                found.certain().map(Entity::id).orElse(null));
    }

    /** One entity; a merged one says what it was merged into. */
    @GetMapping("/api/v1/entities/{entity}")
    EntityJson one(@PathVariable String entity) {
        return EntityJson.of(entities.require(currentUser.get(), entity));
    }

    /** Registers an entity. An annotator's is provisional until a manager promotes it. */
    @PostMapping("/api/v1/projects/{project}/entities")
    @ResponseStatus(HttpStatus.CREATED)
    EntityJson add(@PathVariable ProjectId project, @RequestBody EntityBody body) {
        return EntityJson.of(entities.add(currentUser.get(), project, body.fields()));
    }

    /** Changes what is given and leaves the rest. */
    @PatchMapping("/api/v1/entities/{entity}")
    EntityJson change(@PathVariable String entity, @RequestBody EntityBody body) {
        return EntityJson.of(entities.change(currentUser.get(), entity, body.fields()));
    }

    /** Makes a provisional entity one of the whole project. */
    @PostMapping("/api/v1/entities/{entity}/promotion")
    EntityJson promote(@PathVariable String entity) {
        return EntityJson.of(entities.promote(currentUser.get(), entity));
    }
}
