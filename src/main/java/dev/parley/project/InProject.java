package dev.parley.project;

import java.util.Optional;

/** A view that belongs to a project though its address does not name it. */
public interface InProject {

    /** The project, once the view knows it. */
    Optional<ProjectId> project();
}
