package dev.parley.scheme.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.page.PageHead;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import dev.parley.scheme.SchemeService;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** What may be said about the texts of a project: its YAML beside what it means. */
@Route("projects/:project/scheme")
@PermitAll
@CssImport("./styles/scheme.css")
class SchemeView extends ProjectScreen implements BeforeLeaveObserver {

    private final CurrentUser currentUser;
    private final SchemeService schemes;
    private final UserService users;
    private final AccessPolicy policy;
    private @Nullable SchemeEditor editor;

    SchemeView(
            CurrentUser currentUser,
            ProjectService projects,
            SchemeService schemes,
            UserService users,
            AccessPolicy policy) {
        super("Scheme", currentUser, projects);
        this.currentUser = currentUser;
        this.schemes = schemes;
        this.users = users;
        this.policy = policy;
        addClassName("page-wide");
    }

    @Override
    protected void show(User viewer, Project project, Location location) {
        boolean editable = policy.allows(viewer, project.id(), Permission.MANAGE);
        editor = new SchemeEditor(currentUser, schemes, users, project.id(), editable);
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
}
