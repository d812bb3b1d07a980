package dev.parley.agreement.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import dev.parley.account.CurrentUser;
import dev.parley.page.Note;
import dev.parley.page.PlainTable;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.Project;
import dev.parley.project.ProjectService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the project wants to reach, layer by layer; for its managers. */
final class TargetsForm extends Div {

    private static final List<String> HEADS =
            List.of("Layer", "Found the same", "Same boundaries", "Same label", "Overall");

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final Project project;
    private final Map<String, Map<String, NumberField>> fields = new LinkedHashMap<>();
    private final ProblemLine problem = new ProblemLine();

    /**
     * @param layers names by id, in order
     * @param saved runs after the targets were saved
     */
    TargetsForm(
            CurrentUser currentUser,
            ProjectService projects,
            Project project,
            Map<String, String> layers,
            Runnable saved) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.project = project;
        addClassName("agreement-layer");
        PlainTable table = new PlainTable("Targets", HEADS);
        layers.forEach((layer, name) -> {
            Map<String, NumberField> ofLayer = new LinkedHashMap<>();
            List<NumberField> cells = new ArrayList<>();
            for (int column = 0; column < MeasureWords.FOUR.size(); column++) {
                String measure = MeasureWords.FOUR.get(column);
                NumberField field = new NumberField();
                field.setAriaLabel("%s, %s".formatted(name, HEADS.get(column + 1)));
                field.setMin(0);
                field.setMax(1);
                field.setStep(0.05);
                field.setValue(project.settings()
                        .targets()
                        .getOrDefault(layer, Map.of())
                        .get(measure));
                ofLayer.put(measure, field);
                cells.add(field);
            }
            fields.put(layer, ofLayer);
            table.addRow(new Span(name), cells.toArray(NumberField[]::new));
        });
        add(
                new Note("A target is met once the whole interval lies at it or above. Leave a field empty for none."),
                table,
                problem,
                new Row(new Button("Save targets", click -> problem.attempt(() -> save(saved)))));
    }

    private void save(Runnable saved) {
        Map<String, Map<String, Double>> targets =
                new LinkedHashMap<>(project.settings().targets());
        fields.forEach((layer, ofLayer) -> {
            Map<String, Double> measures = new LinkedHashMap<>(targets.getOrDefault(layer, Map.of()));
            ofLayer.forEach((measure, field) -> {
                if (field.getValue() == null) {
                    measures.remove(measure);
                } else {
                    measures.put(measure, field.getValue());
                }
            });
            targets.put(layer, measures);
        });
        boolean outside = fields.values().stream()
                .flatMap(ofLayer -> ofLayer.values().stream())
                .anyMatch(NumberField::isInvalid);
        if (outside) {
            problem.show("A target is a number from 0 to 1.");
            return;
        }
        projects.change(
                currentUser.get(),
                project.id(),
                project.name(),
                project.settings().withTargets(targets));
        saved.run();
    }
}
