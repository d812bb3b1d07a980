package dev.parley.agreement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.account.User;
import dev.parley.agreement.AgreementReport;
import dev.parley.agreement.AgreementReport.LayerReport;
import dev.parley.agreement.AgreementRun;
import dev.parley.agreement.AgreementRuns;
import dev.parley.agreement.AgreementRuns.Answer.InHand;
import dev.parley.agreement.AgreementRuns.Answer.Known;
import dev.parley.agreement.AgreementService;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.agreement.Measured;
import dev.parley.agreement.Outcome;
import dev.parley.agreement.TargetState;
import dev.parley.page.PlainTable;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPanel;
import dev.parley.project.ProjectService;
import dev.parley.scheme.SchemeService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On a project's overview, for those who supervise: the four figures of each layer with their intervals. */
@org.springframework.stereotype.Component
class AgreementPanel implements ProjectPanel {

    private final AgreementService agreement;
    private final AgreementRuns runs;
    private final ProjectService projects;
    private final SchemeService schemes;
    private final AccessPolicy policy;

    AgreementPanel(
            AgreementService agreement,
            AgreementRuns runs,
            ProjectService projects,
            SchemeService schemes,
            AccessPolicy policy) {
        this.agreement = agreement;
        this.runs = runs;
        this.projects = projects;
        this.schemes = schemes;
        this.policy = policy;
    }

    @Override
    public String title() {
        return "Agreement";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> panel(User viewer, ProjectId id) {
        if (!policy.allows(viewer, id, Permission.SUPERVISE)) {
            return Optional.empty();
        }
        return switch (runs.now(viewer, id, Scope.ALL)) {
            case Known(AgreementReport report) -> table(id, report);
            case InHand(AgreementRun run) -> Optional.of(waiting(viewer, id, run));
        };
    }

    private Component waiting(User viewer, ProjectId id, AgreementRun run) {
        Div panel = new Div();
        panel.add(new Waiting(() -> runs.find(viewer, run.id()), () -> {
            panel.removeAll();
            table(id, agreement.report(viewer, id, Scope.ALL)).ifPresent(panel::add);
        }));
        return panel;
    }

    private Optional<Component> table(ProjectId id, AgreementReport report) {
        List<LayerReport> layers = report.layers().stream()
                .filter(layer -> layer.outcomes().stream().anyMatch(found -> found.outcome() instanceof Outcome.Value))
                .toList();
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        Project project = projects.get(id);
        Map<String, String> names = LayerNames.of(schemes.current(id));
        PlainTable table = new PlainTable(
                "Agreement at a glance",
                List.of("Layer", "Found the same", "Same boundaries", "Same label", "Overall"));
        layers.forEach(layer -> table.addRow(
                new Span(names.getOrDefault(layer.layer(), layer.layer())),
                MeasureWords.FOUR.stream()
                        .map(measure -> cell(layer, measure, project))
                        .toArray(Component[]::new)));
        Div panel = new Div(table, new Anchor("projects/%s/agreement".formatted(id), "See all figures"));
        panel.addClassNames("section", "agreement-layer");
        return Optional.of(panel);
    }

    private static Component cell(LayerReport layer, String measure, Project project) {
        Double target = project.settings()
                .targets()
                .getOrDefault(layer.layer(), Map.of())
                .get(measure);
        return layer.outcomes().stream()
                .filter(found -> found.measure().equals(measure))
                .findFirst()
                .filter(found -> found.outcome() instanceof Outcome.Value)
                .<Component>map(found -> figure(found, target))
                .orElseGet(() -> new Span("–"));
    }

    private static Component figure(Measured found, @Nullable Double target) {
        Span number = new Span(MeasureWords.figure(found.outcome()));
        number.addClassName("number");
        Div cell = new Div(
                number,
                new IntervalPicture(found.outcome().orNaN(), found.interval(), target),
                FigureTile.quiet(MeasureWords.interval(found.interval())));
        cell.addClassName("figure-cell");
        if (target != null) {
            cell.add(FigureTile.quiet(TargetState.of(found, target).title()));
        }
        return cell;
    }
}
