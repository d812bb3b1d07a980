package dev.parley.adjudication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.adjudication.AdjudicationService;
import dev.parley.adjudication.AnnotatorNames;
import dev.parley.adjudication.Question;
import dev.parley.adjudication.Question.Choice;
import dev.parley.adjudication.QuestionService;
import dev.parley.adjudication.QuestionService.Asked;
import dev.parley.page.EmptyState;
import dev.parley.page.Moment;
import dev.parley.page.PageHead;
import dev.parley.page.PlainTable;
import dev.parley.page.ProblemLine;
import dev.parley.project.Project;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent back to annotators: to whom, since when, and who has answered. What is answered by all comes first. */
@Route("projects/:project/adjudicate/sent-back")
@PermitAll
@CssImport("./styles/adjudication.css")
class SentBackView extends ProjectScreen {

    private final QuestionService questions;
    private final AdjudicationService adjudication;
    private final Clock clock;

    SentBackView(
            CurrentUser currentUser,
            ProjectService projects,
            QuestionService questions,
            AdjudicationService adjudication,
            Clock clock) {
        super("Sent back", currentUser, projects);
        this.questions = questions;
        this.adjudication = adjudication;
        this.clock = clock;
    }

    @Override
    protected void show(User viewer, Project project, Location location) {
        show(project);
    }

    private void show(Project project) {
        removeAll();
        add(new PageHead("Sent back", AdjudicationPages.links(project.id())).withNote(project.name()));
        List<Asked> asked = questions.of(viewer(), project.id());
        if (asked.isEmpty()) {
            add(new EmptyState(
                    "Nothing is waiting for an annotator. Press b at a decision to ask those concerned.",
                    new Anchor("projects/%s/adjudicate".formatted(project.id()), "Decide")));
            return;
        }
        ProblemLine problem = new ProblemLine();
        PlainTable table = new PlainTable(
                "Sent back", List.of("What", "Document", "Question", "Waiting for", "Answered", "Sent back", ""));
        AnnotatorNames names = adjudication.names(
                project.id(), asked.stream().map(one -> one.document().id()).toList());
        asked.stream()
                .sorted(Comparator.comparing(Asked::answered).reversed())
                .forEach(one -> table.addRow(
                        written(one.words()),
                        new Anchor(desk(project, one), one.document().title()),
                        written(one.question().text()),
                        people(one.question(), false, names),
                        people(one.question(), true, names),
                        when(one.question().askedAt()),
                        withdraw(project, one, problem)));
        add(problem, table);
    }

    private static String desk(Project project, Asked one) {
        return "projects/%s/adjudicate?document=%s&state=%s"
                .formatted(project.id(), one.document().id(), one.answered() ? "answered" : "waiting");
    }

    private static Component written(String words) {
        Span span = new Span(words);
        span.getElement().setAttribute("dir", "auto");
        return span;
    }

    private static Component people(Question question, boolean answered, AnnotatorNames names) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        question.answers().stream()
                .filter(answer -> (answer.choice() != null) == answered)
                .map(answer -> new ListItem(names.shown(question.document(), answer.by()) + said(answer.choice())))
                .sorted(Comparator.comparing(ListItem::getText))
                .forEach(list::add);
        return list.getChildren().findAny().isEmpty() ? new Text("–") : list;
    }

    private static String said(@Nullable Choice choice) {
        return switch (choice) {
            case null -> "";
            case KEEP -> ", keeps to it";
            case CHANGE -> ", changed";
            case NONE -> ", holds none right";
        };
    }

    private Component when(Instant askedAt) {
        long days = Duration.between(askedAt, clock.instant()).toDays();
        Span span = new Span(days == 0 ? "today" : days == 1 ? "yesterday" : "%d days ago".formatted(days));
        span.setTitle(Moment.words(askedAt));
        return span;
    }

    private Component withdraw(Project project, Asked one, ProblemLine problem) {
        Button withdraw = new Button(
                "Ask no more",
                click -> problem.attempt(() -> {
                    questions.withdraw(viewer(), one.question().disagreement());
                    show(project);
                }));
        withdraw.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        withdraw.setAriaLabel("Ask no more about " + one.words());
        return withdraw;
    }
}
