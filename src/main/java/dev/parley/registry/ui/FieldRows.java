package dev.parley.registry.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import dev.parley.page.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Rows of fields that are added and removed one by one; the focus follows. */
class FieldRows<R extends Component & Focusable<?>> extends Composite<Div> {

    private final String title;
    private final Div rows = new Div();
    private final List<R> fields = new ArrayList<>();
    private final Button add;

    /**
     * @param title what the rows are
     * @param one what one is called on buttons
     * @param fresh makes the fields of an empty row
     */
    FieldRows(String title, String one, Supplier<R> fresh) {
        this.title = title;
        rows.addClassName("field-rows");
        add = new Button("Add " + one, click -> {
            R row = fresh.get();
            put(row);
            row.focus();
        });
        add.addThemeVariants(ButtonVariant.TERTIARY);
    }

    @Override
    protected Div initContent() {
        Div content = new Div(new H3(title), rows, new Div(add));
        content.addClassName("field-group");
        return content;
    }

    void put(R row) {
        Button remove = new Button("Remove");
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel("Remove from " + title.toLowerCase(java.util.Locale.ROOT));
        Row line = new Row(row, remove);
        remove.addClickListener(click -> {
            rows.remove(line);
            fields.remove(row);
            add.focus();
        });
        fields.add(row);
        rows.add(line);
    }

    List<R> fields() {
        return fields;
    }
}
