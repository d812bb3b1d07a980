package dev.parley.agreement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.account.User;
import dev.parley.agreement.AgreementRun;
import dev.parley.agreement.AgreementRuns;
import dev.parley.agreement.AgreementService;
import dev.parley.agreement.Feedback;
import dev.parley.agreement.Feedback.LayerFeedback;
import dev.parley.agreement.Feedback.Standing;
import dev.parley.agreement.Outcome;
import dev.parley.page.Note;
import dev.parley.page.PlainTable;
import dev.parley.project.AccessPolicy;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPanel;
import dev.parley.scheme.SchemeService;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** On a project's overview, for annotators, once the settings allow it: how far they coincide with the others. */
@org.springframework.stereotype.Component
class FeedbackPanel implements ProjectPanel {

    private final AgreementService agreement;
    private final AgreementRuns runs;
    private final SchemeService schemes;
    private final AccessPolicy policy;

    FeedbackPanel(AgreementService agreement, AgreementRuns runs, SchemeService schemes, AccessPolicy policy) {
        this.agreement = agreement;
        this.runs = runs;
        this.schemes = schemes;
        this.policy = policy;
    }

    @Override
    public String title() {
        return "You and the others";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Optional<Component> panel(User viewer, ProjectId project) {
        if (!policy.maySeeOwnAgreement(viewer, project)) {
            return Optional.empty();
        }
        return runs.beginFeedback(viewer, project)
                .map(run -> waiting(viewer, project, run))
                .or(() -> table(viewer, project));
    }

    private Component waiting(User viewer, ProjectId project, AgreementRun run) {
        Div panel = new Div();
        panel.add(new Waiting(() -> runs.findFeedback(viewer, run.id()), () -> {
            panel.removeAll();
            table(viewer, project).ifPresent(panel::add);
        }));
        return panel;
    }

    private Optional<Component> table(User viewer, ProjectId project) {
        Feedback feedback = agreement.feedback(viewer, project);
        if (feedback.layers().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> names = LayerNames.of(schemes.current(project));
        PlainTable table =
                new PlainTable("How far you coincide with the others", List.of("", "You", "Everybody", "Rests on"));
        for (LayerFeedback layer : feedback.layers()) {
            layer.standings().stream()
                    .filter(standing -> standing.own() instanceof Outcome.Value)
                    .forEach(standing -> addRow(table, names.getOrDefault(layer.layer(), layer.layer()), standing));
        }
        Div panel = new Div(
                new Note("The mean over everybody who handed in the same documents; 1 is full agreement."), table);
        panel.addClassNames("section", "agreement-layer");
        return Optional.of(panel);
    }

    private static void addRow(PlainTable table, String layer, Standing standing) {
        Span own = new Span(MeasureWords.figure(standing.own()));
        own.addClassName("number");
        table.addRow(
                new Span("%s: %s".formatted(layer, MeasureWords.title(standing.measure()))),
                own,
                new Span(MeasureWords.figure(standing.everybody())),
                FigureTile.quiet("%d readings".formatted(standing.documents())));
    }
}
