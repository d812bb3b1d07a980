package dev.parley.assignment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.parley.account.User;
import dev.parley.page.Row;
import java.util.List;

/** Asks among whom all documents are shared out, and how many read each. */
class SpreadForm extends Composite<Row> {

    /** What is done with the answer. */
    interface Spreading {
        void among(List<String> names, int perDocument);
    }

    private final MultiSelectComboBox<User> people = new MultiSelectComboBox<>("Annotators");
    private final IntegerField perDocument = new IntegerField("Readers per document");
    private final Spreading spreading;

    SpreadForm(List<User> annotators, int usual, Spreading spreading) {
        this.spreading = spreading;
        people.setItems(annotators);
        people.setItemLabelGenerator(User::displayName);
        people.select(annotators);
        perDocument.setMin(1);
        perDocument.setMax(annotators.size());
        perDocument.setStepButtonsVisible(true);
        perDocument.setValue(Math.min(usual, annotators.size()));
    }

    @Override
    protected Row initContent() {
        people.addClassName("assignment-people");
        Button assign = new Button("Assign documents", click -> assign());
        assign.addThemeVariants(ButtonVariant.PRIMARY);
        Row row = new Row(people, perDocument, assign);
        row.addClassName("assignment-form");
        return row;
    }

    private void assign() {
        Integer each = perDocument.getValue();
        List<String> names = people.getValue().stream().map(User::name).sorted().toList();
        spreading.among(names, each == null ? 0 : each);
    }
}
