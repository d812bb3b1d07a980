package dev.parley.adjudication.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.parley.account.CurrentUser;
import dev.parley.adjudication.AdjudicationService;
import dev.parley.adjudication.Decision;
import dev.parley.adjudication.DecisionCase;
import dev.parley.adjudication.QueueItem;
import dev.parley.adjudication.Ruling;
import dev.parley.page.EmptyState;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.problem.Problem;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Goes through a queue: shows one disagreement, takes the answer, moves on by itself. */
final class DecisionRound extends Div {

    private final CurrentUser currentUser;
    private final AdjudicationService adjudication;
    private final ProjectId project;
    private final Queue queue;
    /** How many looked like each one when the page was opened; the service counts again when it decides. */
    private final Map<String, Integer> alike = new HashMap<>();

    private final DecisionDesk desk;
    private final EmptyState done;
    private final Span progress = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final ProblemLine problem = new ProblemLine();

    DecisionRound(
            CurrentUser currentUser,
            AdjudicationService adjudication,
            ProjectId project,
            Vocabulary vocabulary,
            List<QueueItem> items) {
        this.currentUser = currentUser;
        this.adjudication = adjudication;
        this.project = project;
        List<String> open =
                items.stream().filter(QueueItem::isOpen).map(QueueItem::id).toList();
        this.queue = new Queue(open, items.size() - open.size());
        items.forEach(item -> alike.put(item.id(), item.alike()));
        this.desk = new DecisionDesk(vocabulary, this::decide);
        this.done = new EmptyState(
                "Nothing left to decide.", new Anchor("projects/%s/export".formatted(project), "Export the gold set"));
        addClassName("round");
        progress.addClassName("round-progress");
        progress.getElement().setAttribute("aria-live", "polite");
        bar.getElement().setAttribute("aria-label", "Decided");
        add(new DecisionKeys(this::pressed), new Row(progress, actions()), bar, problem, desk, done);
        show();
    }

    private Row actions() {
        return new Row(
                new Button("Previous (←)", event -> pressed("ArrowLeft")),
                new Button("Next (→)", event -> pressed("ArrowRight")),
                new Button("Later (s)", event -> pressed("s")),
                new Button("Undo (u)", event -> pressed("u")));
    }

    private void pressed(String key) {
        switch (key) {
            case "0", "n" -> whenOpen(desk::takeNone);
            case "a" -> desk.toggleAlike();
            case "u" -> undo();
            case "s" -> move(queue::skip);
            case "ArrowRight" -> move(queue::next);
            case "ArrowLeft" -> move(queue::previous);
            case "o" -> {
                // the browser has put the caret into the passage; the rest is selecting words
            }
            default -> whenOpen(() -> desk.take(Integer.parseInt(key) - 1));
        }
    }

    private void whenOpen(Runnable action) {
        if (queue.current().isPresent()) {
            action.run();
        }
    }

    private void move(Runnable step) {
        step.run();
        show();
    }

    private void decide(Supplier<Ruling> ruling) {
        queue.current()
                .ifPresent(id -> problem.attempt(() -> {
                    List<Decision> decided = adjudication.decide(currentUser.get(), id, ruling.get());
                    queue.settle(decided.stream().map(Decision::disagreement).toList());
                    show();
                }));
    }

    private void undo() {
        problem.attempt(() -> {
            List<String> reopened = adjudication.undo(currentUser.get(), project).stream()
                    .map(Decision::disagreement)
                    .toList();
            if (reopened.isEmpty()) {
                problem.show("You have decided nothing yet that could be undone.");
            } else {
                queue.reopen(reopened);
                show();
            }
        });
    }

    private void show() {
        Optional<DecisionCase> next = nextOpen();
        desk.setVisible(next.isPresent());
        done.setVisible(next.isEmpty());
        next.ifPresent(found ->
                desk.show(found, alike.getOrDefault(found.disagreement().id(), 1)));
        progress.setText("%d of %d decided, %d left".formatted(queue.decided(), queue.total(), queue.left()));
        bar.setMax(Math.max(1, queue.total()));
        bar.setValue(queue.decided());
    }

    /** Passes over what others settled, or what vanished, since the page was opened. */
    private Optional<DecisionCase> nextOpen() {
        while (queue.current().isPresent()) {
            String id = queue.current().orElseThrow();
            Optional<DecisionCase> found =
                    find(id).filter(open -> open.decision().isEmpty());
            if (found.isPresent()) {
                return found;
            }
            queue.settle(List.of(id));
        }
        return Optional.empty();
    }

    private Optional<DecisionCase> find(String id) {
        try {
            return Optional.of(adjudication.open(currentUser.get(), id));
        } catch (ProblemException gone) {
            if (gone.problem().kind() == Problem.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw gone;
        }
    }
}
