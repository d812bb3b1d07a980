package dev.parley.adjudication.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import dev.parley.adjudication.MergeRule;
import dev.parley.adjudication.MergeRule.Strategy;
import dev.parley.page.Row;
import java.util.Map;
import java.util.function.Consumer;

/** Asks for a rule and its limits; shows only those the strategy knows. */
final class MergeForm extends Div {

    private final Select<Strategy> strategy = new Select<>();
    private final NumberField threshold = new NumberField();
    private final IntegerField support = new IntegerField("Held by at least");
    private final IntegerField margin = new IntegerField("Ahead of the next by");
    private final Select<String> annotator = new Select<>();

    MergeForm(Map<String, String> people, Consumer<MergeRule> wanted) {
        addClassName("queue-filters");
        strategy.setLabel("Take");
        strategy.setItems(Strategy.values());
        strategy.setItemLabelGenerator(MergeForm::words);
        threshold.setMin(0);
        threshold.setMax(1);
        threshold.setStep(0.01);
        support.setMin(1);
        support.setValue(2);
        margin.setMin(1);
        margin.setValue(1);
        annotator.setLabel("Annotator");
        annotator.setItems(people.keySet());
        annotator.setItemLabelGenerator(name -> people.getOrDefault(name, name));
        strategy.addValueChangeListener(change -> show(change.getValue()));
        strategy.setValue(Strategy.MAJORITY);
        Button look = new Button("See what it would do", click -> wanted.accept(rule()));
        add(strategy, threshold, support, margin, annotator, new Row(look));
    }

    private void show(Strategy chosen) {
        threshold.setLabel(chosen == Strategy.MAJORITY ? "Share above" : "Probability at least");
        threshold.setValue(chosen.usualThreshold());
        threshold.setVisible(chosen == Strategy.MAJORITY || chosen == Strategy.DAWID_SKENE);
        support.setVisible(chosen == Strategy.MAJORITY);
        margin.setVisible(chosen == Strategy.MAJORITY);
        annotator.setVisible(chosen == Strategy.ANNOTATOR);
    }

    private MergeRule rule() {
        return MergeRule.checked(
                strategy.getValue(),
                threshold.getOptionalValue().orElse(-1.0),
                support.getOptionalValue().orElse(0),
                margin.getOptionalValue().orElse(0),
                annotator.getValue(),
                null);
    }

    static String words(MergeRule rule, Map<String, String> people) {
        return switch (rule.strategy()) {
            case UNANIMOUS -> words(rule.strategy());
            case MAJORITY -> "majority above %.2f, at least %d".formatted(rule.threshold(), rule.support());
            case DAWID_SKENE -> "probability at least %.2f".formatted(rule.threshold());
            case ANNOTATOR ->
                "what %s says"
                        .formatted(people.getOrDefault(
                                String.valueOf(rule.annotator()), String.valueOf(rule.annotator())));
        };
    }

    private static String words(Strategy strategy) {
        return switch (strategy) {
            case UNANIMOUS -> "only what all agree on";
            case MAJORITY -> "what most say";
            case DAWID_SKENE -> "what is likely enough (Dawid–Skene)";
            case ANNOTATOR -> "what one annotator says";
        };
    }
}
