package dev.parley.registry.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.page.ProblemLine;
import dev.parley.project.ProjectId;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityFields;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Registers an entity by name and type; the rest is said on its page. */
class NewEntityDialog extends Dialog {

    NewEntityDialog(RegistryDesk desk, ProjectId project, Consumer<Entity> made) {
        setHeaderTitle("New entity");
        TextField name = new TextField("Name");
        name.setMaxLength(200);
        name.setAutofocus(true);
        EntityTypes types = desk.types(project);
        ComboBox<String> type = types.field();
        types.names().keySet().stream().findFirst().ifPresent(type::setValue);
        ProblemLine problem = new ProblemLine();
        Runnable create = () -> problem.attempt(() -> {
            EntityFields fields =
                    EntityFields.of(Objects.requireNonNullElse(type.getValue(), ""), name.getValue(), List.of());
            Entity entity = desk.entities().add(desk.viewer(), project, fields);
            close();
            made.accept(entity);
        });
        name.addKeyPressListener(Key.ENTER, press -> create.run());
        Button add = new Button("Register", click -> create.run());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(name, type, problem);
        fields.addClassName("stack");
        add(fields);
        getFooter().add(new Button("Cancel", click -> close()), add);
    }
}
