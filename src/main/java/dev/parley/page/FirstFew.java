package dev.parley.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Things of which there may be thousands, as a list or a table that is drawn whole: the first few stand there, the others
 * are found by a part of their words. As long as all of them fit, nothing more than the list is seen.
 *
 * @param <T> a thing
 */
public final class FirstFew<T> extends Composite<Div> {

    /** So many are drawn at a time. */
    public static final int SHOWN = 25;

    private final TextField search;
    private final Note more = new Note("");
    private final Function<T, String> words;
    private final Consumer<List<T>> drawing;
    private List<T> all = List.of();

    /**
     * @param label what the field finds, such as “Find a project”
     * @param words what a thing is found by
     * @param list where the things stand
     * @param drawing draws these things, and no others, into the list
     */
    public FirstFew(String label, Function<T, String> words, Component list, Consumer<List<T>> drawing) {
        this.words = words;
        this.drawing = drawing;
        search = new TextField(label);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> draw());
        more.getElement().setAttribute("aria-live", "polite");
        getContent().addClassName("first-few");
        getContent().add(search, list, more);
    }

    /** Takes these in place of what was there; what was typed still holds. */
    public void show(Collection<T> things) {
        all = List.copyOf(things);
        search.setVisible(all.size() > SHOWN);
        draw();
    }

    private void draw() {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        List<T> found = all.stream()
                .filter(thing -> words.apply(thing).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        drawing.accept(found.stream().limit(SHOWN).toList());
        more.setText(behind(found.size()));
        more.setVisible(!more.getText().isEmpty());
    }

    private String behind(int found) {
        if (found > SHOWN) {
            return "%d of %d are shown; type a part of the words for the others.".formatted(SHOWN, found);
        }
        return found == 0 && !all.isEmpty() ? "None of %d has these words.".formatted(all.size()) : "";
    }
}
