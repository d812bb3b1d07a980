package dev.parley.project;

import com.vaadin.flow.component.Component;
import dev.parley.account.User;
import java.util.Optional;

/** A part that a package contributes to every project's overview, such as its progress. */
public interface ProjectPanel {

    /** The heading above it. */
    String title();

    /** Lower comes first. */
    int order();

    /** The panel for one viewer, or nothing where there is nothing to say or the viewer may not know it. */
    Optional<Component> panel(User viewer, ProjectId project);
}
