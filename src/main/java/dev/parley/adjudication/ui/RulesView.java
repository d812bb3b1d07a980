package dev.parley.adjudication.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.adjudication.Rules;
import dev.parley.adjudication.RulesService;
import dev.parley.agreement.Cause;
import dev.parley.page.PageHead;
import dev.parley.page.PageSection;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** How a project settles, and when its gold set is ready. */
@Route("projects/:project/adjudicate/rules")
@PermitAll
class RulesView extends ProjectScreen {

    private final RulesService rules;
    private final AccessPolicy policy;

    RulesView(CurrentUser currentUser, ProjectService projects, RulesService rules, AccessPolicy policy) {
        super("Rules", currentUser, projects);
        this.rules = rules;
        this.policy = policy;
    }

    @Override
    protected void show(User actor, Project project, Location location) {
        Rules before = rules.of(actor, project.id());
        Checkbox hidden = new Checkbox("Adjudicators see “Annotator 1” instead of names", before.hidesNames());
        TextArea reasons = new TextArea("Reasons at one key each, one a line, at most nine");
        reasons.setValue(String.join("\n", before.reasons()));
        reasons.setWidthFull();
        CheckboxGroup<Cause> decides = new CheckboxGroup<>("No open disagreement of these kinds");
        decides.setItems(Cause.values());
        decides.setItemLabelGenerator(Cause::title);
        decides.setValue(before.decides());
        Checkbox targets =
                new Checkbox("The lower end of each agreement with a target reaches it", before.meetsTargets());
        Checkbox guideline =
                new Checkbox("All sets were handed in under the same version of the guidelines", before.oneGuideline());
        Checkbox audits = new Checkbox("People have looked at the sample of what rules decided", before.audits());
        ProblemLine problem = new ProblemLine();
        Button save = new Button(
                "Save rules",
                click -> problem.attempt(() -> {
                    rules.change(
                            viewer(),
                            project.id(),
                            old -> new Rules(
                                    hidden.getValue(),
                                    lines(reasons.getValue()),
                                    targets.getValue(),
                                    decides.getValue(),
                                    guideline.getValue(),
                                    audits.getValue()));
                    Notification.show("Rules saved.");
                }));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setEnabled(policy.allows(actor, project.id(), Permission.MANAGE));
        Div desk = new Div(hidden, reasons);
        desk.addClassName("stack");
        Div gate = new Div(decides, targets, guideline, audits);
        gate.addClassName("stack");
        add(
                new PageHead("Rules", AdjudicationPages.links(project.id())).withNote(project.name()),
                new PageSection("While deciding", desk),
                new PageSection("The gold set is ready when", gate),
                problem,
                new Row(save));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
