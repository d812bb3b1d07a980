package dev.parley.adjudication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.Consumer;

/** Hears the keys of the page wherever the focus is, unless somebody is typing. */
@Tag("parley-decision-keys")
@JsModule("./adjudication/decision-keys.ts")
class DecisionKeys extends Component {

    /** @param pressed gets the key's name: a digit, a letter, {@code ArrowLeft} or {@code ArrowRight} */
    DecisionKeys(Consumer<String> pressed) {
        addListener(KeyEvent.class, event -> pressed.accept(event.key()));
    }

    /** Public, as Flow makes it by reflection. */
    @DomEvent("decision-key")
    public static final class KeyEvent extends ComponentEvent<DecisionKeys> {

        private final String key;

        public KeyEvent(DecisionKeys source, boolean fromClient, @EventData("event.detail.key") String key) {
            super(source, fromClient);
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
