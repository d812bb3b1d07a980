package dev.parley.registry.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.registry.Alias;
import java.util.Locale;

/** One other name, what sort it is and in which language it is used. */
class AliasFields extends Composite<Div> implements Focusable<AliasFields> {

    private final TextField form = new TextField();
    private final Select<Alias.Kind> kind = new Select<>();
    private final TextField language = new TextField();

    AliasFields(Alias alias) {
        form.setAriaLabel("Name");
        form.setPlaceholder("Name");
        form.setMaxLength(200);
        form.setValue(alias.form());
        form.addClassName("alias-form");
        kind.setAriaLabel("Sort of name");
        kind.setItems(Alias.Kind.values());
        kind.setItemLabelGenerator(AliasFields::words);
        kind.setValue(alias.kind());
        language.setAriaLabel("Language");
        language.setPlaceholder("any language");
        language.setMaxLength(35);
        String tag = alias.language();
        language.setValue(tag == null ? "" : tag);
    }

    @Override
    protected Div initContent() {
        Div content = new Div(form, kind, language);
        content.addClassName("alias-fields");
        return content;
    }

    @Override
    public void focus() {
        form.focus();
    }

    Alias alias() {
        String tag = language.getValue().strip();
        return new Alias(form.getValue().strip(), tag.isEmpty() ? null : tag, kind.getValue());
    }

    static String words(Alias.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
