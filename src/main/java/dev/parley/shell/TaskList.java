package dev.parley.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.parley.assignment.Readings;
import dev.parley.assignment.Task;
import dev.parley.assignment.Workload;
import dev.parley.page.Note;
import java.util.List;

/** What somebody has to read: the article to go on with as the one big action, some more below it, and how many are done. */
class TaskList extends Composite<Div> {

    /** So many articles are named; the rest is counted. */
    static final int SHOWN = 9;

    TaskList(Workload workload) {
        getContent().addClassName("section");
        workload.next().ifPresent(task -> getContent().add(goOn(task)));
        List<Task> later = workload.open().stream().skip(1).toList();
        if (!later.isEmpty()) {
            getContent().add(list(later));
        }
        getContent().add(new Note(summary(workload.readings(), workload.open().size())));
    }

    private static Component goOn(Task task) {
        Span title = named(task);
        title.addClassName("task-title");
        Span project = new Span(task.project().name());
        project.addClassName("quiet");
        Button button = new Button(
                task.isBegun() ? "Continue" : "Begin",
                click -> click.getSource().getUI().ifPresent(ui -> ui.navigate(path(task))));
        button.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.LARGE);
        Div words = new Div(title, project);
        Div card = new Div(words, button);
        card.addClassName("task-next");
        return card;
    }

    private static UnorderedList list(List<Task> tasks) {
        UnorderedList list = new UnorderedList();
        list.addClassName("project-list");
        tasks.forEach(task -> {
            Anchor title = new Anchor(path(task), task.document().title());
            title.getElement().setAttribute("dir", "auto");
            Span state = new Span(task.isBegun() ? "begun" : "not begun");
            state.addClassName("quiet");
            list.add(new ListItem(title, state));
        });
        return list;
    }

    private static Span named(Task task) {
        Span title = new Span(task.document().title());
        title.getElement().setAttribute("dir", "auto");
        return title;
    }

    private static String path(Task task) {
        return "documents/" + task.document().id();
    }

    private static String summary(Readings readings, int shown) {
        int hidden = readings.all() - readings.handedIn() - shown;
        String done = readings.handedIn() == readings.all()
                ? "All %d of your articles are handed in.".formatted(readings.all())
                : "%d of %d articles handed in.".formatted(readings.handedIn(), readings.all());
        return hidden == 0 ? done : "%d more are waiting. %s".formatted(hidden, done);
    }
}
