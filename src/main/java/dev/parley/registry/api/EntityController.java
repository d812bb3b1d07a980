package dev.parley.registry.api;

import dev.parley.account.CurrentUser;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityService;
import java.util.List;
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

    private final EntityService entities;
    private final CurrentUser currentUser;

    EntityController(EntityService entities, CurrentUser currentUser) {
        this.entities = entities;
        this.currentUser = currentUser;
    }

    record EntityFields(
            @Nullable String type,
            @Nullable String name,
            @Nullable List<@Nullable String> aliases) {}

    record EntityJson(String id, String type, String name, List<String> aliases) {

        static EntityJson of(Entity entity) {
            return new EntityJson(entity.id(), entity.type(), entity.name(), entity.aliases());
        }
    }

    record Entities(List<EntityJson> items, @Nullable String next) {}

    /**
     * The registry by name, a page at a time.
     *
     * @param text words of an article: only the entities they may name, best first
     * @param cursor number of entities to skip, as the page before said
     */
    @GetMapping("/api/v1/projects/{project}/entities")
    Entities all(
            @PathVariable ProjectId project,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int cursor) {
        if (limit < 1 || limit > 500 || cursor < 0) {
            throw ProblemException.invalid("A page has 1 to 500 items and starts at 0 or later.");
        }
        List<Entity> found = text == null
                ? entities.all(currentUser.get(), project)
                : entities.candidates(currentUser.get(), project, text);
        boolean more = found.size() > (long) cursor + limit;
        return new Entities(
                found.stream().skip(cursor).limit(limit).map(EntityJson::of).toList(),
                more ? Integer.toString(cursor + limit) : null);
    }

    @PostMapping("/api/v1/projects/{project}/entities")
    @ResponseStatus(HttpStatus.CREATED)
    EntityJson add(@PathVariable ProjectId project, @RequestBody EntityFields fields) {
        return EntityJson.of(entities.add(
                currentUser.get(),
                project,
                fields.type(),
                fields.name(),
                fields.aliases() == null ? List.of() : names(fields.aliases())));
    }

    @PatchMapping("/api/v1/entities/{entity}")
    EntityJson change(@PathVariable String entity, @RequestBody EntityFields fields) {
        List<String> aliases = fields.aliases() == null ? null : names(fields.aliases());
        return EntityJson.of(entities.change(currentUser.get(), entity, fields.type(), fields.name(), aliases));
    }

    /** A null among the names counts as an empty one, which the service refuses by its place. */
    private static List<String> names(List<@Nullable String> aliases) {
        return aliases.stream().map(alias -> alias == null ? "" : alias).toList();
    }
}
