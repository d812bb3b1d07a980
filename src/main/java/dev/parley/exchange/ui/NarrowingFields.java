package dev.parley.exchange.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.parley.exchange.Narrowing;
import dev.parley.page.Row;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which documents an export is narrowed to; folded away, because most exports hold all. */
class NarrowingFields extends Composite<Details> {

    private static final int TYPING_MILLISECONDS = 400;
    private static final String DAY = "\\d{4}(-\\d{2}(-\\d{2})?)?";

    private final TextField words = new TextField("With the words");
    private final Select<String> language = new Select<>();
    private final Select<String> label = new Select<>();
    private final TextField from = new TextField("Published from");
    private final TextField to = new TextField("to");
    private final TextField ids = new TextField("Only these ids");

    /**
     * @param languages of the project's documents
     * @param labels of its scheme
     */
    NarrowingFields(List<String> languages, List<String> labels, Runnable changed) {
        words.setPlaceholder("in text, title, author, file name");
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(TYPING_MILLISECONDS);
        words.addValueChangeListener(event -> changed.run());
        language.setLabel("Language");
        language.setItems(languages);
        language.setEmptySelectionCaption("Any");
        label.setLabel("Marked with");
        label.setItems(labels);
        label.setEmptySelectionCaption("Anything");
        for (Select<String> select : List.of(language, label)) {
            select.setEmptySelectionAllowed(true);
            select.addValueChangeListener(event -> changed.run());
        }
        ids.setPlaceholder("with commas between them");
        ids.setClearButtonVisible(true);
        ids.addValueChangeListener(event -> changed.run());
        for (TextField day : List.of(from, to)) {
            day.setPlaceholder("2031-05-03");
            day.setAllowedCharPattern("[0-9-]");
            day.setPattern(DAY);
            day.setWidth("9em");
            day.addValueChangeListener(event -> changed.run());
        }
    }

    @Override
    protected Details initContent() {
        Details details = new Details("Only some documents", new Row(words, language, label, from, to, ids));
        details.addClassName("export-narrowing");
        return details;
    }

    /**
     * What is being typed and is no day yet counts as nothing.
     *
     * @throws dev.parley.problem.ProblemException invalid, for what is no id
     */
    Narrowing value() {
        return new Narrowing(
                words.getValue(),
                language.getValue(),
                label.getValue(),
                dayOrNothing(from),
                dayOrNothing(to),
                Stream.of(ids.getValue().split("[,\\s]+"))
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String dayOrNothing(TextField field) {
        return field.getValue().matches(DAY) ? field.getValue() : "";
    }
}
