package dev.parley.exchange.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.parley.exchange.intake.ImportReport.Labelled;
import dev.parley.page.Note;
import dev.parley.page.PlainTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which label of the scheme each label of a file becomes, to be looked at and changed before anything is imported. */
class LabelChoices extends Div {

    private static final String LEFT_OUT = "";

    private final Map<String, String> chosen = new TreeMap<>();
    private final Runnable changed;

    /** @param changed somebody chose another label */
    LabelChoices(Runnable changed) {
        this.changed = changed;
    }

    /** What was chosen, by label of the file; empty where it is left out. */
    Map<String, String> chosen() {
        return Map.copyOf(chosen);
    }

    /** Forgets what was chosen for another file. */
    void forget() {
        chosen.clear();
        removeAll();
    }

    /** Labels that nobody can place yet, and nobody said to leave out. */
    private List<String> open(Map<String, Labelled> found) {
        return found.entrySet().stream()
                .filter(entry -> entry.getValue().label().isEmpty() && !chosen.containsKey(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * @param found the labels of the file
     * @param offered what they may become
     * @param changeable whether there is something to choose; else it is shown as it is
     * @return whether every label has its place
     */
    boolean show(Map<String, Labelled> found, List<String> offered, boolean changeable) {
        removeAll();
        PlainTable table = new PlainTable("Labels of the file", List.of("In the file", "How often", "Becomes"));
        found.forEach((label, labelled) -> {
            Span count = new Span(String.format(Locale.ROOT, "%,d", labelled.count()));
            count.addClassName("number");
            table.addRow(
                    new Span(label),
                    count,
                    changeable ? choice(label, labelled.label(), offered) : new Span(labelled.label()));
        });
        List<String> open = open(found);
        if (changeable && !open.isEmpty()) {
            add(new Note(
                    open.size() == 1
                            ? "The scheme does not know “%s”. Choose what it becomes, or leave it out."
                                    .formatted(open.getFirst())
                            : "The scheme does not know %d of the labels. Choose what they become, or leave them out."
                                    .formatted(open.size())));
        }
        add(table);
        return open.isEmpty();
    }

    private Select<String> choice(String label, String becomes, List<String> offered) {
        Select<String> choice = new Select<>();
        choice.setAriaLabel("What “%s” becomes".formatted(label));
        choice.setPlaceholder("Choose a label");
        choice.setItems(Stream.concat(Stream.of(LEFT_OUT), offered.stream()).toList());
        choice.setItemLabelGenerator(id -> id.equals(LEFT_OUT) ? "Left out" : id);
        if (chosen.containsKey(label) || !becomes.isEmpty()) {
            choice.setValue(becomes);
        }
        choice.addValueChangeListener(event -> {
            chosen.put(label, event.getValue());
            changed.run();
        });
        return choice;
    }
}
