package dev.parley.registry;

import dev.parley.project.ProjectId;
import java.util.List;

/**
 * A person, body or place that mentions can be linked to.
 *
 * @param id unique in the installation; opaque
 * @param type what it is, in the words of the project's labels, such as {@code PERSON}
 * @param name the name it is listed under, 1 to 200 characters
 * @param aliases other names for it, in the order given
 */
public record Entity(String id, ProjectId project, String type, String name, List<String> aliases) {

    public Entity {
        aliases = List.copyOf(aliases);
    }
}
