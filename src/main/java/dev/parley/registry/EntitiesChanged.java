package dev.parley.registry;

import dev.parley.project.ProjectId;
import java.util.List;

/**
 * Entities of a project are new, or called or counted differently than before. Whoever passes it on asks first who may know
 * of them ({@link EntityService#named}).
 *
 * @param entities their ids; of a merge or split both
 */
public record EntitiesChanged(ProjectId project, List<String> entities) {

    public EntitiesChanged {
        entities = List.copyOf(entities);
    }
}
