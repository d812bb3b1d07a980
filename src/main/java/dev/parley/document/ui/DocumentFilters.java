package dev.parley.document.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.account.User;
import dev.parley.document.DocumentQuery;
import dev.parley.document.DocumentQuery.ReadingState;
import dev.parley.page.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the list of documents is narrowed by; the same stands in the page's address, so that it can be shared. */
class DocumentFilters extends Composite<Row> {

    private static final int TYPING_MILLISECONDS = 250;

    private final TextField words = new TextField("Find words");
    private final Select<String> language = new Select<>();
    private final Select<User> reader = new Select<>();
    private final Select<ReadingState> state = new Select<>();
    private final Select<String> label = new Select<>();
    private final TextField from = new TextField("Published from");
    private final TextField to = new TextField("to");
    private final Checkbox alike = new Checkbox("Near-duplicates only");
    private final Checkbox trash = new Checkbox("In the trash");
    private final Runnable changed;
    private boolean settling;

    /**
     * @param labels what may be marked: name by id
     * @param manages whether the viewer may ask who reads what, and look into the trash
     */
    DocumentFilters(
            List<String> languages, List<User> readers, Map<String, String> labels, boolean manages, Runnable changed) {
        this.changed = changed;
        words.setPlaceholder("in text, title, author, file name");
        words.setTooltipText("Words in “quotation marks” must stand side by side.");
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(TYPING_MILLISECONDS);
        words.addClassName("filter-words");
        language.setLabel("Language");
        language.setItems(languages);
        language.setItemLabelGenerator(tag -> tag == null ? "Any" : Words.language(tag));
        reader.setLabel("Reader");
        reader.setItems(readers);
        reader.setItemLabelGenerator(user -> user == null ? "Anybody" : user.displayName());
        state.setLabel("State");
        state.setItems(ReadingState.values());
        state.setItemLabelGenerator(each -> each == null ? "Any" : words(each));
        label.setLabel("Marked");
        label.setItems(labels.keySet());
        label.setItemLabelGenerator(id -> id == null ? "Anything" : labels.getOrDefault(id, id));
        for (Select<?> select : List.of(language, reader, state, label)) {
            select.setEmptySelectionAllowed(true);
            select.addClassName("filter-select");
            select.addValueChangeListener(change -> change());
        }
        language.setEmptySelectionCaption("Any");
        reader.setEmptySelectionCaption("Anybody");
        state.setEmptySelectionCaption("Any");
        label.setEmptySelectionCaption("Anything");
        reader.setVisible(manages);
        state.setVisible(manages);
        trash.setVisible(manages);
        for (TextField day : List.of(from, to)) {
            day.setPlaceholder("2031-05-03");
            day.setAllowedCharPattern("[0-9-]");
            day.setPattern("\\d{4}(-\\d{2}(-\\d{2})?)?");
            day.addClassName("filter-day");
            day.addValueChangeListener(change -> change());
        }
        words.addValueChangeListener(change -> change());
        alike.addValueChangeListener(change -> change());
        trash.addValueChangeListener(change -> change());
    }

    @Override
    protected Row initContent() {
        Button clear = new Button("Clear", click -> {
            show(new QueryParameters(Map.of()));
            changed.run();
        });
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        Row published = new Row(from, to);
        published.addClassName("filter-days");
        Row row = new Row(words, language, reader, state, label, published, alike, trash, clear);
        row.addClassName("filters");
        row.getElement().setAttribute("role", "search");
        return row;
    }

    DocumentQuery query() {
        User chosen = reader.getValue();
        return new DocumentQuery(
                blankToNull(words.getValue()),
                language.getValue(),
                chosen == null ? null : chosen.id(),
                state.getValue(),
                blankToNull(from.getValue()),
                blankToNull(to.getValue()),
                alike.getValue(),
                trash.getValue(),
                label.getValue());
    }

    /** The same as the end of an address. */
    QueryParameters address() {
        Map<String, String> address = new LinkedHashMap<>();
        put(address, "q", words.getValue());
        put(address, "language", language.getValue());
        put(
                address,
                "reader",
                reader.getValue() == null ? null : reader.getValue().name());
        put(
                address,
                "state",
                state.getValue() == null ? null : state.getValue().name().toLowerCase(Locale.ROOT));
        put(address, "label", label.getValue());
        put(address, "from", from.getValue());
        put(address, "to", to.getValue());
        put(address, "alike", alike.getValue() ? "1" : null);
        put(address, "trash", trash.getValue() ? "1" : null);
        return QueryParameters.simple(address);
    }

    /** Takes over what an address says; what cannot be is as if it were not there. */
    void show(QueryParameters address) {
        settling = true;
        words.setValue(single(address, "q"));
        language.setValue(language.getListDataView()
                .getItems()
                .filter(single(address, "language")::equals)
                .findFirst()
                .orElse(null));
        reader.setValue(reader.getListDataView()
                .getItems()
                .filter(user -> user.name().equals(single(address, "reader")))
                .findFirst()
                .orElse(null));
        state.setValue(state.getListDataView()
                .getItems()
                .filter(each -> each.name().equalsIgnoreCase(single(address, "state")))
                .findFirst()
                .orElse(null));
        label.setValue(label.getListDataView()
                .getItems()
                .filter(single(address, "label")::equals)
                .findFirst()
                .orElse(null));
        from.setValue(single(address, "from"));
        to.setValue(single(address, "to"));
        alike.setValue(!single(address, "alike").isEmpty());
        trash.setValue(trash.isVisible() && !single(address, "trash").isEmpty());
        settling = false;
    }

    private void change() {
        if (!settling) {
            changed.run();
        }
    }

    private static String words(ReadingState state) {
        return switch (state) {
            case UNASSIGNED -> "With nobody";
            case OPEN -> "Not begun";
            case BEGUN -> "Begun";
            case SUBMITTED -> "Submitted";
        };
    }

    private static String single(QueryParameters address, String name) {
        Optional<String> value = address.getSingleParameter(name);
        return value.orElse("");
    }

    private static void put(Map<String, String> address, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            address.put(name, value);
        }
    }

    private static @Nullable String blankToNull(String value) {
        return value.isBlank() ? null : value;
    }
}
