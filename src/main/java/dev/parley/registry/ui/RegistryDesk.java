package dev.parley.registry.ui;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.registry.CurationService;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityService;
import dev.parley.registry.EntityUse;
import dev.parley.scheme.SchemeService;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the parts of the registry's page work with. */
@Component
record RegistryDesk(
        CurrentUser currentUser,
        EntityService entities,
        CurationService curation,
        SchemeService schemes,
        UserService users,
        AccessPolicy policy,
        ObjectProvider<EntityUse> use) {

    User viewer() {
        return currentUser.get();
    }

    boolean mayCurate(Entity entity) {
        return policy.allows(viewer(), entity.project(), Permission.MANAGE);
    }

    /** Managers change every entity, others what they registered themselves and nobody promoted yet. */
    boolean mayChange(Entity entity) {
        return entity.mergedInto() == null
                && (mayCurate(entity)
                        || (entity.provisional() && entity.createdBy().equals(viewer().id())));
    }

    EntityTypes types(ProjectId project) {
        return EntityTypes.of(schemes.current(project));
    }

    Map<String, Integer> counts(ProjectId project, Collection<String> entities) {
        return known().findFirst()
                .map(use -> use.counts(viewer(), project, entities))
                .orElse(Map.of());
    }

    Stream<EntityUse> known() {
        return use.stream();
    }
}
