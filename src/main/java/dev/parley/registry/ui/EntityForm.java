package dev.parley.registry.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.page.PageSection;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.registry.Alias;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityFields;
import dev.parley.registry.Fact;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;

/** What an entity is called and what is known of it, to be changed. */
class EntityForm extends Composite<PageSection> {

    private final RegistryDesk desk;
    private final Entity entity;
    private final Consumer<Entity> saved;
    private final TextField name = new TextField("Name");
    private final ComboBox<String> type;
    private final FieldRows<AliasFields> aliases =
            new FieldRows<>("Also called", "a name", () -> new AliasFields(Alias.of("")));
    private final TextField externalIds = new TextField("External ids");
    private final FieldRows<FactFields> facts =
            new FieldRows<>("Facts", "a fact", () -> new FactFields(new Fact("", null, null, null)));
    private final ProblemLine problem = new ProblemLine();
    private final Span said = new Span();

    EntityForm(RegistryDesk desk, Entity entity, Consumer<Entity> saved) {
        this.desk = desk;
        this.entity = entity;
        this.saved = saved;
        name.setMaxLength(200);
        name.setValue(entity.name());
        name.addClassName("entity-field-name");
        type = desk.types(entity.project()).field();
        type.setAllowCustomValue(true);
        type.addCustomValueSetListener(typed -> type.setValue(typed.getDetail()));
        type.setValue(entity.type());
        entity.aliases().forEach(alias -> aliases.put(new AliasFields(alias)));
        entity.facts().forEach(fact -> facts.put(new FactFields(fact)));
        externalIds.setValue(String.join(" ", entity.externalIds()));
        externalIds.setPlaceholder("wikidata:Q42");
        externalIds.setHelperText("With a blank between them; they are held against their pattern and not looked up.");
        externalIds.addClassName("entity-field-ids");
        said.getElement().setAttribute("role", "status");
        said.addClassName("quiet");
    }

    @Override
    protected PageSection initContent() {
        Button save = new Button("Save", click -> problem.attempt(this::save));
        return new PageSection(
                "What is known", new Row(name, type), aliases, facts, externalIds, problem, new Row(save, said));
    }

    private void save() {
        said.setText("");
        Entity after = desk.entities()
                .change(
                        desk.viewer(),
                        entity.id(),
                        new EntityFields(
                                Objects.requireNonNullElse(type.getValue(), ""),
                                name.getValue().strip(),
                                aliases.fields().stream()
                                        .map(AliasFields::alias)
                                        .toList(),
                                Arrays.stream(externalIds.getValue().strip().split("\\s+"))
                                        .filter(id -> !id.isEmpty())
                                        .toList(),
                                facts.fields().stream().map(FactFields::fact).toList(),
                                null));
        said.setText("Saved.");
        saved.accept(after);
    }
}
