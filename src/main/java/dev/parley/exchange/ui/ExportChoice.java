package dev.parley.exchange.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.Format;
import dev.parley.exchange.Selection;
import dev.parley.page.Row;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Which format, whose sets, with or without names. */
class ExportChoice extends Div {

    private final RadioButtonGroup<Format> format = new RadioButtonGroup<>("Format");
    private final Select<Selection> sets = new Select<>();
    private final Checkbox drafts = new Checkbox("Include sets that are not handed in");
    private final Checkbox anonymous = new Checkbox("Write u1, u2… instead of names");

    ExportChoice(List<String> annotators) {
        addClassName("export-choice");
        format.setItems(Format.values());
        format.setRenderer(new ComponentRenderer<>(ExportChoice::described));
        format.setValue(Format.BUNDLE);
        sets.setLabel("Whose annotations");
        List<Selection> offered = new ArrayList<>(List.of(new Selection.All(), new Selection.GoldOnly()));
        annotators.forEach(annotator -> offered.add(new Selection.One(annotator)));
        sets.setItems(offered);
        sets.setItemLabelGenerator(ExportChoice::label);
        sets.setValue(new Selection.All());
        add(format, new Row(sets, drafts, anonymous));
    }

    void onChange(Runnable listener) {
        format.addValueChangeListener(event -> listener.run());
        sets.addValueChangeListener(event -> {
            drafts.setEnabled(!(sets.getValue() instanceof Selection.GoldOnly));
            listener.run();
        });
        drafts.addValueChangeListener(event -> listener.run());
        anonymous.addValueChangeListener(event -> listener.run());
    }

    Format format() {
        return format.getValue();
    }

    ExportOptions options() {
        return new ExportOptions(sets.getValue(), drafts.getValue(), anonymous.getValue());
    }

    /** The same as a query of the HTTP call. */
    String query() {
        ExportOptions options = options();
        return "format=%s&sets=%s%s%s"
                .formatted(
                        format().id(),
                        URLEncoder.encode(options.sets().id(), StandardCharsets.UTF_8),
                        options.drafts() ? "&drafts=true" : "",
                        options.anonymous() ? "&anonymous=true" : "");
    }

    private static Div described(Format format) {
        Span name = new Span(format.title());
        Span hint = new Span(format.hint());
        hint.addClassName("quiet");
        Div described = new Div(name, hint);
        described.addClassName("export-format");
        return described;
    }

    private static String label(Selection selection) {
        return switch (selection) {
            case Selection.All all -> "Gold and every annotator’s";
            case Selection.GoldOnly gold -> "Gold only";
            case Selection.One one -> "Only those of " + one.annotator();
        };
    }
}
