package dev.parley.project.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.page.EmptyState;
import dev.parley.page.Moment;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.page.PageSection;
import dev.parley.page.PlainTable;
import dev.parley.page.Row;
import dev.parley.project.AccessPolicy;
import dev.parley.project.ExampleScheme;
import dev.parley.project.Guideline;
import dev.parley.project.GuidelineService;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** What annotators are told: the text for all members, its versions, and a place to write for those who may. */
@Route("projects/:project/guidelines")
@PermitAll
@CssImport("./styles/guidelines.css")
@CssImport("./styles/editor.css")
@JsModule("./span-editor/example-element.ts")
class GuidelinesView extends ProjectScreen {

    private final GuidelineService guidelines;
    private final UserService users;
    private final AccessPolicy policy;
    private final ObjectProvider<ExampleScheme> scheme;

    GuidelinesView(
            CurrentUser currentUser,
            ProjectService projects,
            GuidelineService guidelines,
            UserService users,
            AccessPolicy policy,
            ObjectProvider<ExampleScheme> scheme) {
        super("Guidelines", currentUser, projects);
        this.guidelines = guidelines;
        this.users = users;
        this.policy = policy;
        this.scheme = scheme;
    }

    @Override
    protected void show(User reader, Project project, Location location) {
        Optional<Integer> wanted = location.getQueryParameters()
                .getSingleParameter("version")
                .filter(number -> number.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
        show(reader, project, wanted);
    }

    private void show(User reader, Project project, Optional<Integer> wanted) {
        boolean mayWrite = policy.allows(reader, project.id(), Permission.SUPERVISE);
        List<Guideline> versions = guidelines.versions(reader, project.id());
        Button write = new Button("Write", click -> edit(reader, project, versions));
        write.addThemeVariants(ButtonVariant.PRIMARY);
        removeAll();
        if (versions.isEmpty()) {
            EmptyState nothing = new EmptyState(
                    mayWrite
                            ? "Guidelines say when to mark what. Give each label a heading of its own:"
                                    + " its paragraph then stands beside every decision about it."
                            : "Nobody has written guidelines for this project yet.");
            if (mayWrite) {
                nothing.add(write);
            }
            add(new PageHead("Guidelines").withNote(project.name()), nothing);
            return;
        }
        Guideline shown = wanted.flatMap(number -> versions.stream()
                        .filter(version -> version.version() == number)
                        .findFirst())
                .orElse(versions.getFirst());
        PageHead head = mayWrite ? new PageHead("Guidelines", write) : new PageHead("Guidelines");
        add(head.withNote(
                "%s · version %d of %s".formatted(project.name(), shown.version(), Moment.words(shown.writtenAt()))));
        if (shown.version() != versions.getFirst().version()) {
            add(new Row(new Note("This is an earlier version."), new Anchor(path(project), "Read the one in force")));
        }
        Html text = new Html("<div>%s</div>".formatted(shown.read().html()));
        text.setId("guideline");
        Div article = new Div(text);
        article.addClassName("guideline");
        article.getElement().setAttribute("dir", "auto");
        scheme.ifAvailable(known -> article.getElement().setAttribute("data-scheme", known.json(project.id())));
        add(article, new PageSection("Versions", table(project, versions)));
    }

    private PlainTable table(Project project, List<Guideline> versions) {
        Map<UserId, User> people =
                users.byId(versions.stream().map(Guideline::writtenBy).collect(Collectors.toSet()));
        PlainTable table = new PlainTable("Versions", List.of("Version", "Saved", "By", "What is new"));
        for (Guideline version : versions) {
            String news = version.news();
            User by = people.get(version.writtenBy());
            table.addRow(
                    new Anchor(path(project) + "?version=" + version.version(), "Version " + version.version()),
                    new Text(Moment.words(version.writtenAt())),
                    new Text(by == null ? "" : by.displayName()),
                    new Span(news == null ? "" : news));
        }
        return table;
    }

    private void edit(User reader, Project project, List<Guideline> versions) {
        removeAll();
        add(
                new PageHead("Guidelines").withNote(project.name()),
                new GuidelineEditor(
                        versions.stream().findFirst(),
                        (text, news, base) -> guidelines.write(viewer(), project.id(), text, news, base),
                        () -> show(reader, project, Optional.empty())));
        UI.getCurrent().getPage().setTitle("Write · " + getPageTitle());
    }

    private static String path(Project project) {
        return "projects/%s/guidelines".formatted(project.id());
    }
}
