package dev.parley.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.adjudication.QuestionService;
import dev.parley.assignment.AssignmentService;
import dev.parley.assignment.Workload;
import dev.parley.discussion.CommentThread;
import dev.parley.discussion.DiscussionService;
import dev.parley.page.EmptyState;
import dev.parley.page.FirstFew;
import dev.parley.page.Moment;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.page.PageSection;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where one begins: the document to go on with, and one's projects. */
@Route("")
@PageTitle("Start · Parley")
@PermitAll
class StartView extends Div implements BeforeEnterObserver {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final AccessPolicy policy;
    private final AssignmentService assignments;
    private final NewsDesk newsDesk;
    private final QuestionService questions;
    private final DiscussionService discussion;
    private final NextSteps nextSteps;

    StartView(
            CurrentUser currentUser,
            ProjectService projects,
            AccessPolicy policy,
            AssignmentService assignments,
            NewsDesk newsDesk,
            QuestionService questions,
            DiscussionService discussion,
            NextSteps nextSteps) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.policy = policy;
        this.assignments = assignments;
        this.newsDesk = newsDesk;
        this.questions = questions;
        this.discussion = discussion;
        this.nextSteps = nextSteps;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        load();
    }

    private void load() {
        User user = currentUser.get();
        removeAll();
        add(new PageHead("Good to see you, " + user.displayName()));
        Workload workload = assignments.workload(user, TaskList.SHOWN);
        if (workload.readings().all() > 0) {
            add(new PageSection("Your reading", new TaskList(workload)));
        }
        List<QuestionService.Waiting> sentBack = questions.waiting(user);
        if (!sentBack.isEmpty()) {
            add(new PageSection("Sent back to you", new SentBackList(sentBack)));
        }
        Map<Project, Set<Role>> mine = projects.of(user);
        List<CommentThread> threads = discussion.waiting(user);
        if (!threads.isEmpty()) {
            add(new PageSection("Waiting for your word", new ThreadList(threads, decided(mine))));
        }
        newsDesk.visit(user, mine).ifPresent(news -> add(newsSection(news)));
        add(projectSection(user, mine));
        List<Project> trash = projects.trash(user);
        if (!trash.isEmpty()) {
            add(trashSection(trash));
        }
    }

    /** The projects whose disagreements a person settles. */
    private static Set<ProjectId> decided(Map<Project, Set<Role>> mine) {
        return mine.entrySet().stream()
                .filter(entry -> Permission.ADJUDICATE.isGrantedTo(entry.getValue()))
                .map(entry -> entry.getKey().id())
                .collect(Collectors.toSet());
    }

    private static PageSection newsSection(NewsDesk.News news) {
        UnorderedList list = new UnorderedList();
        list.addClassName("project-list");
        FirstFew<Map.Entry<Project, List<String>>> few =
                new FirstFew<>("Find a project", entry -> entry.getKey().name(), list, entries -> {
                    list.removeAll();
                    entries.forEach(entry -> {
                        Span what = new Span(String.join(" · ", entry.getValue()));
                        what.addClassName("quiet");
                        Project project = entry.getKey();
                        list.add(new ListItem(new Anchor("projects/" + project.id(), project.name()), what));
                    });
                });
        few.show(news.clauses().entrySet());
        return new PageSection("New since " + Moment.words(news.since()), few);
    }

    private PageSection projectSection(User user, Map<Project, Set<Role>> mine) {
        boolean mayCreate = policy.mayCreateProjects(user);
        if (mine.isEmpty()) {
            return new PageSection("Projects", mayCreate ? firstProject() : waitForProject(user));
        }
        PageSection section = new PageSection("Projects", list(user, mine));
        if (mayCreate) {
            section.add(new Div(newProject()));
        }
        return section;
    }

    private EmptyState firstProject() {
        return new EmptyState(
                "A project holds documents, the scheme that says what to mark in them, and the people who mark."
                        + " Make the first one, then upload your articles.",
                newProject());
    }

    private static EmptyState waitForProject(User user) {
        return new EmptyState("You are not in a project yet. Ask a manager to add you; your sign-in name is %s."
                .formatted(user.name()));
    }

    private Button newProject() {
        return new Button("New project", click -> new NewProjectDialog(currentUser, projects).open());
    }

    private FirstFew<Project> list(User user, Map<Project, Set<Role>> mine) {
        UnorderedList list = new UnorderedList();
        list.addClassName("project-list");
        FirstFew<Project> few = new FirstFew<>("Find a project", Project::name, list, projects -> {
            list.removeAll();
            projects.forEach(project -> list.add(line(user, project, mine.getOrDefault(project, Set.of()))));
        });
        // the newest on top: what was just made is seen also by those who have many
        few.show(List.copyOf(mine.keySet()).reversed());
        return few;
    }

    private ListItem line(User user, Project project, Set<Role> roles) {
        Span asWhat = new Span(roles.stream().sorted().map(StartView::words).collect(Collectors.joining(" · ")));
        asWhat.addClassName("quiet");
        Div words = new Div(new Anchor("projects/" + project.id(), project.name()), asWhat);
        words.addClassName("project-name");
        ListItem item = new ListItem(words);
        if (Permission.MANAGE.isGrantedTo(roles)) {
            item.add(nextStep(nextSteps.of(user, project.id())));
        }
        return item;
    }

    private static Div nextStep(NextStep step) {
        Span sentence = new Span(step.sentence());
        sentence.addClassName("quiet");
        Div next = new Div(sentence, new Anchor(step.path(), step.action()));
        next.addClassName("project-next");
        return next;
    }

    private PageSection trashSection(List<Project> trash) {
        UnorderedList list = new UnorderedList();
        list.addClassName("project-list");
        FirstFew<Project> few = new FirstFew<>("Find a project in the trash", Project::name, list, projects -> {
            list.removeAll();
            projects.forEach(project -> list.add(new ListItem(new Span(project.name()), restoreButton(project))));
        });
        few.show(trash);
        return new PageSection("In the trash", new Note("Projects that you manage and put away."), few);
    }

    private Component restoreButton(Project project) {
        Button restore = new Button("Bring back", click -> {
            projects.restore(currentUser.get(), project.id());
            load();
        });
        restore.setAriaLabel("Bring back " + project.name());
        return restore;
    }

    private static String words(Role role) {
        return switch (role) {
            case MANAGER -> "you manage";
            case ADJUDICATOR -> "you adjudicate";
            case ANNOTATOR -> "you annotate";
            case VIEWER -> "you read";
        };
    }
}
