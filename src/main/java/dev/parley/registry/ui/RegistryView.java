package dev.parley.registry.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.parley.account.User;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.problem.ProblemException;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectRouteParameters;
import dev.parley.project.ProjectService;
import dev.parley.registry.Entity;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The persons, bodies and places a project knows on the left, the one that is chosen on the right. Unlike other screens of a
 * project it stays when it is entered again: going from one entity to the next keeps what was searched for and scrolled to.
 */
@Route("projects/:project/registry/:entity?")
@PermitAll
@CssImport("./styles/registry.css")
class RegistryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ENTITY = "entity";

    private final RegistryDesk desk;
    private final ProjectService projects;
    private final Div detail = new Div();
    private @Nullable EntityList list;
    private @Nullable ProjectId shown;
    private String chosen = "";
    private String title = "Registry";

    RegistryView(RegistryDesk desk, ProjectService projects) {
        this.desk = desk;
        this.projects = projects;
        detail.addClassName("entity-detail");
        addClassNames("page", "page-wide", "registry");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User viewer = desk.viewer();
        Project project = projects.require(viewer, ProjectRouteParameters.require(event.getRouteParameters()));
        if (!project.id().equals(shown) || list == null) {
            build(project);
        }
        Optional<Entity> chosen = event.getRouteParameters().get(ENTITY).map(id -> inProject(project, id));
        title = chosen.map(entity -> entity.name() + " · ").orElse("") + "Registry · " + project.name();
        show(chosen);
    }

    private void show(Optional<Entity> entity) {
        chosen = entity.map(Entity::id).orElse("");
        detail.removeAll();
        entity.ifPresentOrElse(
                known -> detail.add(
                        new EntityPanel(desk, known, this::refresh, after -> changed(known.project(), after))),
                () -> detail.add(
                        new Note("Choose an entity to see its names, where it is mentioned and what it says.")));
        if (list != null) {
            list.choose(entity);
        }
    }

    private void refresh() {
        if (list != null) {
            list.refresh();
        }
    }

    private Entity inProject(Project project, String id) {
        Entity entity = desk.entities().require(desk.viewer(), id);
        if (!entity.project().equals(project.id())) {
            throw ProblemException.notFound("entity", id);
        }
        return entity;
    }

    private void build(Project project) {
        shown = project.id();
        list = new EntityList(desk, project.id(), entity -> open(project.id(), entity.id()));
        PageHead head = mayAdd(project.id())
                ? new PageHead("Registry", newEntity(project.id())).withNote(project.name())
                : new PageHead("Registry").withNote(project.name());
        Div columns = new Div(list, detail);
        columns.addClassName("registry-columns");
        removeAll();
        add(head, columns);
    }

    private boolean mayAdd(ProjectId project) {
        return desk.policy().allows(desk.viewer(), project, Permission.SUPERVISE)
                || desk.policy().allows(desk.viewer(), project, Permission.ANNOTATE);
    }

    private Button newEntity(ProjectId project) {
        Button add = new Button(
                "New entity", click -> new NewEntityDialog(desk, project, made -> changed(project, made.id())).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return add;
    }

    private void changed(ProjectId project, String entity) {
        refresh();
        if (entity.equals(chosen)) {
            show(Optional.of(desk.entities().require(desk.viewer(), entity)));
        } else {
            open(project, entity);
        }
    }

    private static void open(ProjectId project, String entity) {
        UI.getCurrent().navigate(RegistryPage.path(project, entity));
    }

    @Override
    public String getPageTitle() {
        return title + " · Parley";
    }
}
