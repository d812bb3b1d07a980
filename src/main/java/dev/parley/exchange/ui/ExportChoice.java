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
import dev.parley.exchange.split.Part;
import dev.parley.page.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which format, whose sets, which part, and what is left unsaid. */
class ExportChoice extends Div {

    private final RadioButtonGroup<Format.Purpose> purpose = new RadioButtonGroup<>("For");
    private final RadioButtonGroup<Format> format = new RadioButtonGroup<>("Format");
    private final Select<Selection> sets = new Select<>();
    private final Select<String> part = new Select<>();
    private final Checkbox drafts = new Checkbox("Include sets that are not handed in");
    private final Checkbox anonymous = new Checkbox("Write u1, u2… instead of names");
    private final Checkbox withoutText = new Checkbox("Leave out the articles’ words");
    private final Checkbox seconds = new Checkbox("Tell how long annotators took");
    private final NarrowingFields only;
    private Runnable listener = () -> {};

    private static final String ALL_PARTS = "All documents";

    /**
     * @param annotators whose sets can be asked for
     * @param languages of the documents
     * @param labels of the scheme
     */
    ExportChoice(List<String> annotators, List<String> languages, List<String> labels) {
        only = new NarrowingFields(languages, labels, () -> listener.run());
        addClassName("export-choice");
        purpose.setItems(Format.Purpose.values());
        purpose.setItemLabelGenerator(Format.Purpose::title);
        format.setRenderer(new ComponentRenderer<>(ExportChoice::described));
        sets.setLabel("Whose annotations");
        List<Selection> offered = new ArrayList<>(List.of(new Selection.All(), new Selection.GoldOnly()));
        annotators.forEach(annotator -> offered.add(new Selection.One(annotator)));
        sets.setItems(offered);
        sets.setItemLabelGenerator(ExportChoice::label);
        part.setLabel("Part of the data");
        part.setItems(ALL_PARTS, Part.TRAIN.id(), Part.DEV.id(), Part.TEST.id());
        part.setValue(ALL_PARTS);
        purpose.addValueChangeListener(event -> offer(event.getValue()));
        purpose.setValue(Format.Purpose.OWN);
        format.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                sets.setValue(event.getValue().usualSets());
                drafts.setValue(event.getValue().usualDrafts());
                adapt();
            }
        });
        sets.addValueChangeListener(event -> adapt());
        part.addValueChangeListener(event -> listener.run());
        List.of(drafts, anonymous, withoutText, seconds)
                .forEach(box -> box.addValueChangeListener(event -> listener.run()));
        Div boxes = new Div(drafts, anonymous, withoutText, seconds);
        boxes.addClassName("export-boxes");
        add(purpose, format, new Row(sets, part), only, boxes);
        adapt();
    }

    void onChange(Runnable changed) {
        this.listener = changed;
    }

    Format format() {
        return format.getValue() == null ? Format.BUNDLE : format.getValue();
    }

    ExportOptions options() {
        Selection whose = sets.getValue() == null ? format().usualSets() : sets.getValue();
        return new ExportOptions(
                whose,
                drafts.getValue() && drafts.isEnabled(),
                anonymous.getValue(),
                !(withoutText.getValue() && withoutText.isEnabled()),
                seconds.getValue(),
                ALL_PARTS.equals(part.getValue()) ? null : Part.of(part.getValue()),
                only.value());
    }

    /** The same as a query of the HTTP call. */
    String query() {
        boolean fewer = format().usualDrafts() && !options().drafts();
        return "format=%s&%s%s".formatted(format().id(), options().query(), fewer ? "&drafts=false" : "");
    }

    private void offer(Format.Purpose wanted) {
        List<Format> formats = Arrays.stream(Format.values())
                .filter(candidate -> candidate.purpose() == wanted)
                .toList();
        format.setItems(formats);
        format.setValue(formats.getFirst());
        sets.setValue(formats.getFirst().usualSets());
        drafts.setValue(formats.getFirst().usualDrafts());
        adapt();
    }

    /** What cannot be asked of a format is not offered. */
    private void adapt() {
        drafts.setEnabled(!(sets.getValue() instanceof Selection.GoldOnly));
        withoutText.setEnabled(format().worksWithoutText());
        listener.run();
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
