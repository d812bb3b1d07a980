package dev.parley.project.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.parley.page.Note;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.Guideline;
import dev.parley.project.GuidelineService;
import java.util.Optional;

/** Markdown on the left, how it will read on the right. */
final class GuidelineEditor extends Div {

    /** Saves what was written. */
    interface Saving {
        void save(String text, String news, int base);
    }

    private static final String BEGINNING = """
            # Guidelines

            What is marked, and what is not.

            ## Person

            Named people, without their titles.

            - **Yes**: *Ada Brandt* said …
            - **No**: minister *Ada Brandt*: the title is not part of the name.
            """;

    private final TextArea text = new TextArea("Guidelines, in Markdown");
    private final Div preview = new Div();

    GuidelineEditor(Optional<Guideline> before, Saving saving, Runnable done) {
        addClassName("guideline-editor");
        text.setValue(before.map(Guideline::text).orElse(BEGINNING));
        text.setWidthFull();
        text.setMaxLength(200_000);
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(400);
        text.addValueChangeListener(change -> preview());
        preview.addClassName("guideline");
        TextField news = new TextField("What is new (optional)");
        news.setMaxLength(200);
        news.setWidthFull();
        ProblemLine problem = new ProblemLine();
        int base = before.map(Guideline::version).orElse(0);
        Button save = new Button(
                "Save as version " + (base + 1),
                click -> problem.attempt(() -> {
                    saving.save(text.getValue(), news.getValue(), base);
                    done.run();
                }));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL);
        Div sheets = new Div(text, preview);
        sheets.addClassName("guideline-sheets");
        add(
                new Note("A heading with a label's name makes its paragraph stand beside every decision about it."),
                sheets,
                news,
                problem,
                new Row(save, new Button("Cancel", click -> done.run())));
        preview();
    }

    private void preview() {
        preview.removeAll();
        preview.add(new Html(
                "<div>%s</div>".formatted(GuidelineService.read(text.getValue()).html())));
    }
}
