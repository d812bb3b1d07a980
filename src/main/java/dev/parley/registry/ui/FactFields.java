package dev.parley.registry.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.registry.Fact;
import org.jspecify.annotations.Nullable;

/** One thing that held for a time. */
class FactFields extends Composite<Div> implements Focusable<FactFields> {

    private final Fact before;
    private final TextField role = new TextField();
    private final TextField from = day("From");
    private final TextField to = day("To");

    FactFields(Fact fact) {
        before = fact;
        role.setAriaLabel("Role");
        role.setPlaceholder("special envoy");
        role.setMaxLength(200);
        role.setValue(fact.role());
        role.addClassName("alias-form");
        from.setValue(known(fact.from()));
        to.setValue(known(fact.to()));
    }

    @Override
    protected Div initContent() {
        Div content = new Div(role, from, to);
        content.addClassName("alias-fields");
        return content;
    }

    @Override
    public void focus() {
        role.focus();
    }

    /** The fact; where it is said stays what it was. */
    Fact fact() {
        return new Fact(role.getValue().strip(), day(from), day(to), before.document());
    }

    private static TextField day(String name) {
        TextField day = new TextField();
        day.setAriaLabel(name);
        day.setPlaceholder(name + " 2024-11-24");
        day.setMaxLength(10);
        return day;
    }

    private static @Nullable String day(TextField field) {
        String value = field.getValue().strip();
        return value.isEmpty() ? null : value;
    }

    private static String known(@Nullable String day) {
        return day == null ? "" : day;
    }
}
