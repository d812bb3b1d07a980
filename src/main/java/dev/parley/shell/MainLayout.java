package dev.parley.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.InProject;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPage;
import dev.parley.project.ProjectRouteParameters;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The frame: on the left where one is and where one can go, beside it the page. Views do not know it. */
@Layout
@PermitAll
@CssImport("./styles/shell.css")
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final AccessPolicy policy;
    private final List<ProjectPage> pages;
    private final AuthenticationContext authentication;
    private final Main main = new Main();
    private final Div places = new Div();
    private final Div person = new Div();

    MainLayout(
            CurrentUser currentUser,
            ProjectService projects,
            AccessPolicy policy,
            List<ProjectPage> pages,
            AuthenticationContext authentication) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.policy = policy;
        this.pages = pages.stream()
                .sorted(Comparator.comparingInt(ProjectPage::order))
                .toList();
        this.authentication = authentication;
        main.setId("main");
        // can be given the focus by the skip link, is not a stop of its own
        main.getElement().setAttribute("tabindex", "-1");
        setContent(main);
        setPrimarySection(Section.DRAWER);
        Nav home = new Nav(new DrawerToggle(), brand());
        home.addClassName("home");
        home.setAriaLabel("Top");
        addToNavbar(home);
        places.addClassName("places");
        person.addClassName("person");
        Header drawer = new Header(skipLink(), brand(), places, person);
        drawer.addClassName("frame");
        addToDrawer(drawer);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        oldContent.getElement().removeFromParent();
    }

    /** The project is known only now: some views learn theirs while they load. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        places.removeAll();
        person.removeAll();
        currentUser.find().ifPresent(user -> {
            places.add(generalPlaces(user));
            currentProject(event)
                    .flatMap(project -> readable(user, project))
                    .ifPresent(project -> places.add(projectPlaces(user, project)));
            person.add(new PersonMenu(user, authentication));
        });
    }

    private static Optional<ProjectId> currentProject(AfterNavigationEvent event) {
        return ProjectRouteParameters.find(event.getRouteParameters())
                .or(() -> event.getActiveChain().stream()
                        .filter(InProject.class::isInstance)
                        .map(InProject.class::cast)
                        .flatMap(view -> view.project().stream())
                        .findFirst());
    }

    private Optional<Project> readable(User user, ProjectId project) {
        try {
            return Optional.of(projects.require(user, project));
        } catch (ProblemException notForThisUser) {
            return Optional.empty();
        }
    }

    private static SideNav generalPlaces(User user) {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", "Parley");
        nav.addItem(new SideNavItem("Start", ""));
        if (user.admin()) {
            nav.addItem(new SideNavItem("People", "admin/users"));
        }
        return nav;
    }

    private SideNav projectPlaces(User user, Project project) {
        SideNav nav = new SideNav(project.name());
        Set<Permission> permissions = policy.permissions(user, project.id());
        pages.stream()
                .filter(page -> permissions.contains(page.permission()))
                .forEach(page -> nav.addItem(new SideNavItem(page.title(), page.path(project.id()))));
        return nav;
    }

    private static Anchor brand() {
        Image mark = new Image("assets/parley.svg", "");
        Anchor brand = new Anchor("", mark, new Span("Parley"));
        brand.addClassName("brand");
        return brand;
    }

    /** First stop of the keyboard. A plain {@code #main} would lead to the start page, because of the page's base address. */
    private Component skipLink() {
        NativeButton skip =
                new NativeButton("Skip to content", click -> main.getElement().callJsFunction("focus"));
        skip.addClassName("skip-link");
        return skip;
    }
}
