package dev.parley.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.account.CurrentUser;
import dev.parley.page.PageSection;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.Licence;
import dev.parley.project.Project;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import dev.parley.project.ProjectSettings.Mode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The project's name and how it works. */
class SettingsSection extends Composite<PageSection> {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final Project project;
    private final TextField name = new TextField("Name");
    private final IntegerField annotators = new IntegerField("Annotators for each document");
    private final RadioButtonGroup<Mode> mode = new RadioButtonGroup<>("While they mark, annotators see");
    private final Checkbox readOthers =
            new Checkbox("Once they have submitted a document, annotators may read what the others did on it");
    private final Checkbox showAgreement =
            new Checkbox("Annotators see how far they themselves coincide with the others");
    private final TextField language = new TextField("Language of documents that do not say theirs");
    private final ComboBox<String> licence = new ComboBox<>("Licence of what is exported");
    private final TextField licenceUrl = new TextField("Where the licence can be read");
    private final ProblemLine problem = new ProblemLine();

    SettingsSection(CurrentUser currentUser, ProjectService projects, Project project) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.project = project;
        annotators.setMin(1);
        annotators.setMax(ProjectSettings.MOST_ANNOTATORS);
        annotators.setStepButtonsVisible(true);
        mode.setItems(Mode.values());
        mode.setItemLabelGenerator(SettingsSection::words);
        mode.addValueChangeListener(change -> readOthers.setEnabled(change.getValue() == Mode.BLIND));
        language.setPlaceholder("en, fa, zh-Hant …");
        name.setMaxLength(100);
        licence.setItems(Licence.USUAL);
        licence.setAllowCustomValue(true);
        licence.addCustomValueSetListener(event -> licence.setValue(event.getDetail()));
        licence.setClearButtonVisible(true);
        licence.setPlaceholder("not stated");
        licence.setHelperText("An SPDX identifier, or a name of your own terms");
        licenceUrl.setPlaceholder("https://…");
        show();
    }

    @Override
    protected PageSection initContent() {
        Div fields = new Div(name, annotators, mode, readOthers, showAgreement, language, licence, licenceUrl);
        fields.addClassName("settings");
        Button save = new Button("Save settings", click -> problem.attempt(this::save));
        return new PageSection("Settings", fields, problem, new Row(save));
    }

    private void show() {
        ProjectSettings settings = project.settings();
        name.setValue(project.name());
        annotators.setValue(settings.annotatorsPerDocument());
        mode.setValue(settings.mode());
        readOthers.setValue(settings.readOthersAfterSubmission());
        showAgreement.setValue(settings.showAgreement());
        String tag = settings.language();
        language.setValue(tag == null ? "" : tag);
        Licence terms = settings.licence();
        if (terms != null) {
            licence.setValue(terms.spdx() == null ? terms.title() : terms.spdx());
            licenceUrl.setValue(Objects.requireNonNullElse(terms.url(), ""));
        }
    }

    private @Nullable Licence licence() {
        String terms = licence.getValue();
        String url = licenceUrl.getValue().strip();
        if (terms == null || terms.isBlank()) {
            return null;
        }
        String address = url.isEmpty() ? null : url;
        Licence before = project.settings().licence();
        if (before != null && terms.equals(before.spdx())) {
            return new Licence(terms, before.name(), address);
        }
        return Licence.USUAL.contains(terms)
                ? new Licence(terms, null, address)
                : new Licence(null, terms.strip(), address);
    }

    private void save() {
        Integer wanted = annotators.getValue();
        String tag = language.getValue().strip();
        ProjectSettings settings = new ProjectSettings(
                wanted == null ? 0 : wanted,
                mode.getValue(),
                tag.isEmpty() ? null : tag,
                project.settings().targets(),
                readOthers.getValue(),
                showAgreement.getValue(),
                licence());
        projects.change(currentUser.get(), project.id(), name.getValue(), settings);
        Notification.show("Settings saved.");
    }

    private static String words(Mode mode) {
        return switch (mode) {
            case BLIND -> "only their own work";
            case OPEN -> "everybody's work";
        };
    }
}
