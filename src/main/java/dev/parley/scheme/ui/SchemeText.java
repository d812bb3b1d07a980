package dev.parley.scheme.ui;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.parley.scheme.Reading.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a scheme with the numbers of its lines; says a moment after the last key press what it holds. */
@Tag("parley-scheme-text")
@JsModule("./scheme-text/scheme-text.ts")
class SchemeText extends AbstractSinglePropertyField<SchemeText, String> {

    SchemeText(String label) {
        super("value", "", false);
        getElement().setProperty("label", label);
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        getElement().setProperty("readonly", readOnly);
    }

    void markLines(List<Fault> faults) {
        getElement()
                .setProperty(
                        "faultyLines",
                        faults.stream()
                                .map(fault -> "" + fault.line())
                                .distinct()
                                .collect(Collectors.joining(" ")));
    }

    /** Puts the caret where a fault is. */
    void show(Fault fault) {
        getElement().callJsFunction("goTo", fault.line());
    }
}
