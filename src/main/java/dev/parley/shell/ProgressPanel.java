package dev.parley.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.account.User;
import dev.parley.assignment.AssignmentService;
import dev.parley.assignment.Readings;
import dev.parley.page.Row;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPanel;
import java.util.Optional;

/** On a project's overview, for managers: how far the readings are and what to do next. */
@org.springframework.stereotype.Component
class ProgressPanel implements ProjectPanel {

    private final AssignmentService assignments;
    private final NextSteps nextSteps;
    private final AccessPolicy policy;

    ProgressPanel(AssignmentService assignments, NextSteps nextSteps, AccessPolicy policy) {
        this.assignments = assignments;
        this.nextSteps = nextSteps;
        this.policy = policy;
    }

    @Override
    public String title() {
        return "Progress";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> panel(User viewer, ProjectId project) {
        if (!policy.allows(viewer, project, Permission.MANAGE)) {
            return Optional.empty();
        }
        Readings readings = assignments.readings(viewer, project);
        Div panel = new Div(next(nextSteps.of(viewer, project, readings)));
        panel.addClassName("section");
        if (readings.all() > 0) {
            panel.add(bar(readings), legend(readings));
        }
        return Optional.of(panel);
    }

    private static Component next(NextStep step) {
        Button go =
                new Button(step.action(), click -> click.getSource().getUI().ifPresent(ui -> ui.navigate(step.path())));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        Div card = new Div(new Span(step.sentence()), go);
        card.addClassName("task-next");
        return card;
    }

    /** The picture; the legend below says the same in numbers, so it is silent to a screen reader. */
    private static Component bar(Readings readings) {
        Div bar = new Div(
                part("progress-done", readings.handedIn()),
                part("progress-begun", readings.begun()),
                part("progress-open", readings.notBegun()));
        bar.addClassName("progress-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }

    private static Div part(String className, int share) {
        Div part = new Div();
        part.addClassName(className);
        part.getStyle().setFlexGrow(String.valueOf(share));
        return part;
    }

    private static Component legend(Readings readings) {
        Row legend = new Row(
                entry("progress-done", readings.handedIn() + " handed in"),
                entry("progress-begun", readings.begun() + " begun"),
                entry("progress-open", readings.notBegun() + " not begun"));
        legend.addClassName("progress-legend");
        return legend;
    }

    private static Span entry(String className, String words) {
        Span swatch = new Span();
        swatch.addClassName(className);
        return new Span(swatch, new Span(words));
    }
}
