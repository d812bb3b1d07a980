package dev.parley.scheme.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.page.PageHead;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectRouteParameters;
import dev.parley.project.ProjectService;
import dev.parley.scheme.SchemeService;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** What may be said about the texts of a project: its YAML beside what it means. */
@Route("projects/:project/scheme")
@PermitAll
@CssImport("./styles/scheme.css")
class SchemeView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final SchemeService schemes;
    private final UserService users;
    private final AccessPolicy policy;
    private @Nullable SchemeEditor editor;
    private String title = "Scheme";

    SchemeView(
            CurrentUser currentUser,
            ProjectService projects,
            SchemeService schemes,
            UserService users,
            AccessPolicy policy) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.schemes = schemes;
        this.users = users;
        this.policy = policy;
        addClassNames("page", "page-wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User viewer = currentUser.get();
        Project project = projects.require(viewer, ProjectRouteParameters.require(event.getRouteParameters()));
        boolean editable = policy.allows(viewer, project.id(), Permission.MANAGE);
        title = "Scheme · " + project.name();
        editor = new SchemeEditor(currentUser, schemes, users, project.id(), editable);
        removeAll();
        add(new PageHead("Scheme").withNote(project.name()), editor);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor == null || !editor.isChanged()) {
            return;
        }
        ContinueNavigationAction leaving = event.postpone();
        ConfirmDialog question = new ConfirmDialog(
                "Leave without saving?",
                "The scheme was changed and not saved.",
                "Leave",
                _ -> leaving.proceed(),
                "Stay",
                _ -> leaving.cancel());
        question.open();
    }

    @Override
    public String getPageTitle() {
        return title + " · Parley";
    }
}
