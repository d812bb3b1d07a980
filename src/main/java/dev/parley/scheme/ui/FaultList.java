package dev.parley.scheme.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.parley.scheme.Reading.Fault;
import java.util.List;
import java.util.function.Consumer;

/** All faults of a text; each leads to its line. */
class FaultList extends Composite<OrderedList> {

    private final Consumer<Fault> choice;

    FaultList(Consumer<Fault> choice) {
        this.choice = choice;
        getContent().addClassName("scheme-faults");
        getElement().setAttribute("aria-label", "Faults");
        show(List.of());
    }

    void show(List<Fault> faults) {
        getContent().removeAll();
        faults.forEach(fault -> getContent().add(new ListItem(button(fault))));
        setVisible(!faults.isEmpty());
    }

    private NativeButton button(Fault fault) {
        Span line = new Span("Line " + fault.line());
        line.addClassName("line");
        Span path = new Span(fault.path());
        path.addClassName("path");
        NativeButton button = new NativeButton("", click -> choice.accept(fault));
        button.add(line, new Span(fault.message()), path);
        return button;
    }
}
