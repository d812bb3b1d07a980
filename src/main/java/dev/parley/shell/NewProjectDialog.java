package dev.parley.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.account.CurrentUser;
import dev.parley.page.ProblemLine;
import dev.parley.project.Project;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import java.util.List;

/** Makes a project with one of the schemes that come with Parley; everything can be changed afterwards. */
class NewProjectDialog extends Dialog {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final TextField name = new TextField("Name");
    private final RadioButtonGroup<Preset> scheme = new RadioButtonGroup<>("What will you mark?");
    private final ProblemLine problem = new ProblemLine();

    /** A scheme that comes with Parley, by its name in {@code Presets}. */
    private record Preset(String id, String words) {}

    NewProjectDialog(CurrentUser currentUser, ProjectService projects) {
        this.currentUser = currentUser;
        this.projects = projects;
        List<Preset> presets = List.of(
                new Preset("envoys", "Who claims what: persons, bodies, places, and claims with source and cue"),
                new Preset("conll4", "Names only: person, organisation, location, other (CoNLL)"),
                new Preset("ontonotes18", "Names and values in eighteen types (OntoNotes)"));
        setHeaderTitle("New project");
        name.setMaxLength(100);
        name.setAutofocus(true);
        name.setHelperText("For example the paper, the place or the season you read about");
        scheme.setItems(presets);
        scheme.setItemLabelGenerator(Preset::words);
        scheme.setValue(presets.getFirst());
        Button create = new Button("Make project", click -> problem.attempt(this::create));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        name.addKeyPressListener(Key.ENTER, press -> problem.attempt(this::create));
        Div fields = new Div(name, scheme, problem);
        fields.addClassName("stack");
        add(fields);
        getFooter().add(new Button("Cancel", click -> close()), create);
    }

    private void create() {
        Project made = projects.create(
                currentUser.get(), name.getValue(), scheme.getValue().id(), ProjectSettings.DEFAULT);
        getUI().ifPresent(ui -> ui.navigate("projects/" + made.id()));
        close();
    }
}
