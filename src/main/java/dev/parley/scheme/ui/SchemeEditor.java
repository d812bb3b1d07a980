package dev.parley.scheme.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import dev.parley.account.CurrentUser;
import dev.parley.account.UserService;
import dev.parley.page.Note;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.ProjectId;
import dev.parley.scheme.Reading.Fault;
import dev.parley.scheme.Reading.Faulty;
import dev.parley.scheme.Reading.Readable;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeChange;
import dev.parley.scheme.SchemeReader;
import dev.parley.scheme.SchemeService;
import dev.parley.scheme.SchemeVersion;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a project's scheme, what is wrong with it, what it says, and the versions it had. */
class SchemeEditor extends Composite<Div> {

    private final CurrentUser currentUser;
    private final SchemeService schemes;
    private final UserService users;
    private final ProjectId project;

    private final SchemeText text = new SchemeText("Scheme in YAML");
    private final Note state = new Note("");
    private final FaultList faults = new FaultList(text::show);
    private final ProblemLine problem = new ProblemLine();
    private final Button save = new Button("Save as new version", _ -> askThenSave());
    private final Button revert = new Button("Take back changes", _ -> loadNewest());
    private final SchemePreview preview = new SchemePreview();
    private final SchemeVersions versions = new SchemeVersions(this::load);

    private int version;
    private String savedText = "";
    private String savedWords = "";

    SchemeEditor(
            CurrentUser currentUser, SchemeService schemes, UserService users, ProjectId project, boolean editable) {
        this.currentUser = currentUser;
        this.schemes = schemes;
        this.users = users;
        this.project = project;
        text.setReadOnly(!editable);
        text.addValueChangeListener(_ -> look());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setVisible(editable);
        revert.setVisible(editable);
        state.getElement().setAttribute("role", "status");
        loadNewest();
    }

    @Override
    protected Div initContent() {
        Div writing = new Div(text, new Row(save, revert, state), problem, faults);
        writing.addClassName("scheme-writing");
        Div columns = new Div(writing, preview);
        columns.addClassName("scheme-columns");
        Div content = new Div(columns, versions);
        content.addClassName("scheme");
        return content;
    }

    boolean isChanged() {
        return !text.getValue().equals(savedText);
    }

    private void loadNewest() {
        List<SchemeVersion> all = schemes.versions(currentUser.get(), project);
        SchemeVersion newest = all.getFirst();
        version = newest.number();
        savedText = schemes.source(project, version);
        savedWords = "Version %d, saved %s.".formatted(version, SchemeVersions.time(newest));
        versions.show(all, users.byId(all.stream().map(SchemeVersion::by).collect(Collectors.toSet())));
        problem.clear();
        show(savedText);
    }

    private void load(int number) {
        problem.clear();
        show(schemes.source(project, number));
    }

    private void show(String source) {
        text.setValue(source);
        look();
    }

    /** Reads the text as it stands; what it says is only replaced by something that can be read. */
    private void look() {
        switch (SchemeReader.read(text.getValue())) {
            case Readable(Scheme scheme) -> {
                preview.show(scheme);
                mark(List.of());
                state.setText(isChanged() ? "Changed since version %d, not saved yet.".formatted(version) : savedWords);
            }
            case Faulty(List<Fault> found) -> {
                mark(found);
                state.setText(
                        found.size() == 1
                                ? "One fault. The scheme can be saved once it is gone."
                                : "%d faults. The scheme can be saved once they are gone.".formatted(found.size()));
            }
        }
        save.setEnabled(isChanged() && !faults.isVisible());
        revert.setEnabled(isChanged());
    }

    private void mark(List<Fault> found) {
        faults.show(found);
        text.markLines(found);
        preview.setBehind(!found.isEmpty());
    }

    private void askThenSave() {
        problem.attempt(() -> {
            SchemeChange change = schemes.preview(currentUser.get(), project, text.getValue());
            if (change.isRefused()) {
                problem.show(change.refusals().stream().map(Fault::message).collect(Collectors.joining(" ")));
            } else if (change.annotationsAffected() > 0) {
                question(change).open();
            } else {
                save();
            }
        });
    }

    private ConfirmDialog question(SchemeChange change) {
        long count = change.annotationsAffected();
        return new ConfirmDialog(
                "Save as version %d?".formatted(version + 1),
                "%d %s what changes: %s."
                        .formatted(
                                count,
                                count == 1 ? "annotation uses" : "annotations use",
                                change.changed().stream()
                                        .filter(use -> use.annotations() > 0)
                                        .map(use -> use.item().inWords())
                                        .collect(Collectors.joining(", "))),
                "Save",
                _ -> problem.attempt(this::save),
                "Cancel",
                _ -> {});
    }

    private void save() {
        schemes.put(currentUser.get(), project, text.getValue(), version);
        loadNewest();
    }
}
