package dev.parley.project;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import java.util.UUID;

/** Reads the project out of an address such as {@code projects/:project/documents}. */
public final class ProjectRouteParameters {

    public static final String PROJECT = "project";

    private ProjectRouteParameters() {}

    public static Optional<ProjectId> find(RouteParameters parameters) {
        try {
            return parameters.get(PROJECT).map(UUID::fromString).map(ProjectId::new);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** @throws NotFoundException the address names no project, or something that cannot be one */
    public static ProjectId require(RouteParameters parameters) {
        return find(parameters).orElseThrow(() -> new NotFoundException("There is no such project."));
    }
}
