package dev.parley.registry.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.page.Note;
import dev.parley.page.ProblemLine;
import dev.parley.registry.Alias;
import dev.parley.registry.CurationService.Part;
import dev.parley.registry.Entity;
import dev.parley.registry.Fact;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Makes a new entity of a part of one: the names, ids and facts that are ticked go with it. */
class SplitDialog extends Dialog {

    private final TextField name = new TextField("Name of the new entity");
    private final ComboBox<String> type;
    private final CheckboxGroup<String> aliases;
    private final CheckboxGroup<String> externalIds;
    private final CheckboxGroup<String> facts;
    private final ProblemLine problem = new ProblemLine();

    SplitDialog(RegistryDesk desk, Entity whole, Consumer<String> changed) {
        setHeaderTitle("Split “%s”".formatted(whole.name()));
        setWidth("480px");
        name.setMaxLength(200);
        name.setWidthFull();
        name.setAutofocus(true);
        type = desk.types(whole.project()).field();
        type.setAllowCustomValue(true);
        type.setValue(whole.type());
        aliases = group(
                "Names that go with it",
                whole.aliases().stream().map(Alias::form).toList());
        externalIds = group("External ids that go with it", whole.externalIds());
        facts = group(
                "Facts that go with it",
                whole.facts().stream().map(Fact::role).distinct().toList());
        Button split = new Button(
                "Split",
                click -> problem.attempt(() -> {
                    Entity made = desk.curation().split(desk.viewer(), whole.id(), part(whole));
                    close();
                    changed.accept(made.id());
                }));
        split.addThemeVariants(ButtonVariant.PRIMARY);
        Div content = new Div(
                new Note("Mentions stay linked to “%s”; annotators are asked to look at each again."
                        .formatted(whole.name())),
                name,
                type,
                aliases,
                externalIds,
                facts,
                problem);
        content.addClassName("stack");
        add(content);
        getFooter().add(new Button("Cancel", click -> close()), split);
    }

    private Part part(Entity whole) {
        return new Part(
                name.getValue().strip(),
                Objects.requireNonNullElse(type.getValue(), whole.type()),
                List.copyOf(aliases.getValue()),
                List.copyOf(externalIds.getValue()),
                List.copyOf(facts.getValue()));
    }

    private static CheckboxGroup<String> group(String label, List<String> items) {
        CheckboxGroup<String> group =
                new CheckboxGroup<>(label, items.stream().distinct().toList());
        group.setVisible(!items.isEmpty());
        return group;
    }
}
