package dev.parley.project;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;

/**
 * A screen of the project that its address names. It shows itself anew whenever it is entered, and does not exist for whoever
 * may not see the project; a screen that takes more than seeing asks for that itself.
 */
public abstract class ProjectScreen extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final String name;
    private final CurrentUser currentUser;
    private final ProjectService projects;
    private String title;

    /** @param name of the screen, as the browser's tab says it before the project's */
    protected ProjectScreen(String name, CurrentUser currentUser, ProjectService projects) {
        this.name = name;
        this.currentUser = currentUser;
        this.projects = projects;
        this.title = name;
        addClassName("page");
    }

    /**
     * Fills the empty screen.
     *
     * @param location with what the address asks for
     */
    protected abstract void show(User viewer, Project project, Location location);

    /** Who sits before the screen at this moment, with the rights of this moment. */
    protected final User viewer() {
        return currentUser.get();
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        User viewer = viewer();
        Project project = projects.require(viewer, ProjectRouteParameters.require(event.getRouteParameters()));
        title = name + " · " + project.name();
        removeAll();
        show(viewer, project, event.getLocation());
    }

    @Override
    public final String getPageTitle() {
        return title + " · Parley";
    }
}
