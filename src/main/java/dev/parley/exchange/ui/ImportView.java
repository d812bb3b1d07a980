package dev.parley.exchange.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.exchange.Format;
import dev.parley.exchange.foreign.ForeignFile;
import dev.parley.exchange.intake.ImportOptions;
import dev.parley.exchange.intake.ImportReport;
import dev.parley.exchange.intake.IntakeService;
import dev.parley.exchange.job.ExchangeJob;
import dev.parley.exchange.job.ExchangeJob.Kind;
import dev.parley.exchange.job.ExchangeJob.State;
import dev.parley.exchange.job.ExchangeJobs;
import dev.parley.page.Moment;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.page.PageSection;
import dev.parley.page.PlainTable;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings a bundle or a file of another tool in: first one sees what would happen, then it happens, whole or not at all. */
@Route("projects/:project/import")
@PermitAll
@CssImport("./styles/export.css")
class ImportView extends ProjectScreen {

    /** In bytes; larger ones come over HTTP or by the command line. */
    private static final int LARGEST = 500 << 20;
    /** In bytes; what is larger takes longer than one likes to wait for a page. */
    private static final int LARGE = 16 << 20;

    private final IntakeService imports;
    private final ExchangeJobs jobs;
    private final Select<String> format = new Select<>();
    private final TextField annotator = new TextField("Whose work it is");
    private final LabelChoices labels = new LabelChoices(this::consider);
    private final Checkbox skip = new Checkbox("Leave out all labels that the scheme does not know");
    private final Checkbox scheme = new Checkbox("Take the scheme from the file");
    private final ProblemLine problem = new ProblemLine();
    private final Div report = new Div();
    private final Button run = new Button("Import", click -> run());
    private @Nullable ProjectId project;
    private @Nullable ForeignFile file;

    ImportView(CurrentUser currentUser, ProjectService projects, IntakeService imports, ExchangeJobs jobs) {
        super("Import", currentUser, projects);
        this.imports = imports;
        this.jobs = jobs;
        format.setLabel("Format");
        format.setItems(imports.formats());
        format.setItemLabelGenerator(id -> Format.of(id).title());
        format.setValue(IntakeService.BUNDLE);
        annotator.setHelperText("A sign-in name; empty for the names in the file");
        report.addClassName("import-report");
        report.getElement().setAttribute("role", "status");
        run.addThemeVariants(ButtonVariant.PRIMARY);
        run.setEnabled(false);
        format.addValueChangeListener(event -> {
            labels.forget();
            report.removeAll();
            consider();
        });
        annotator.addValueChangeListener(event -> consider());
        skip.addValueChangeListener(event -> consider());
        scheme.addValueChangeListener(event -> consider());
        addDetachListener(event -> dropFile());
    }

    @Override
    protected void show(User viewer, Project found, Location location) {
        imports.requireImporter(viewer, found.id());
        project = found.id();
        Upload upload = new Upload(UploadHandler.toTempFile((metadata, received) -> {
            dropFile();
            file = ForeignFile.kept(metadata.fileName(), received.toPath());
            labels.forget();
            report.removeAll();
            consider();
        }));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button("Choose a file"));
        upload.setDropLabel(new Span("or drop it here"));
        upload.addClassName("drop");
        Div options = new Div(skip, scheme);
        options.addClassName("export-boxes");
        add(
                new PageHead("Import", run)
                        .withNote(
                                "%s takes a bundle of Parley’s, or annotations of another tool. A file comes in whole or not at all."
                                        .formatted(found.name())),
                new Row(format, annotator),
                options,
                upload,
                problem,
                report);
        jobs.latest(viewer, found.id(), Kind.IMPORT).stream()
                .filter(job -> job.isRunning() || job.state() == State.DONE)
                .findFirst()
                .ifPresent(this::follow);
    }

    private ImportOptions options(boolean preview) {
        String named = annotator.getValue().strip();
        return new ImportOptions(
                named.isEmpty() ? null : named, labels.chosen(), skip.getValue(), scheme.getValue(), preview);
    }

    private void dropFile() {
        ForeignFile before = file;
        if (before != null) {
            before.close();
        }
        file = null;
    }

    /** Something was chosen: shows what would happen, unless that takes long. */
    private void consider() {
        ForeignFile chosen = file;
        if (chosen == null || chosen.size() <= LARGE) {
            attempt(true);
        } else if (report.getChildren().findAny().isEmpty()) {
            report.add(
                    new Note(
                            "“%s” is large, %d MB, so it is read in the background. You may look first what would happen, or import it; if something is wrong with it, nothing is imported."
                                    .formatted(chosen.name(), chosen.size() >> 20)),
                    new Button("Look first", click -> attempt(true)));
            run.setEnabled(true);
        }
    }

    private void run() {
        attempt(false);
    }

    private void attempt(boolean preview) {
        ProjectId into = project;
        ForeignFile chosen = file;
        if (into == null || chosen == null) {
            return;
        }
        run.setEnabled(false);
        report.removeAll();
        problem.attempt(() -> {
            if (chosen.size() > LARGE) {
                follow(jobs.take(viewer(), into, format.getValue(), chosen, options(preview)));
            } else {
                show(imports.run(viewer(), into, format.getValue(), chosen, options(preview)), into);
            }
        });
    }

    /** Shows how far an import is, and then what it did. It is there again after a reload. */
    private void follow(ExchangeJob job) {
        report.removeAll();
        report.add(new Note("%s, begun %s.".formatted(job.fileName(), Moment.words(job.begunAt()))));
        if (job.isRunning()) {
            report.add(new JobProgress(jobs, viewer(), job, this::follow));
            return;
        }
        run.setEnabled(file != null);
        switch (job.state()) {
            case CANCELLED -> report.add(new Note("Stopped; nothing was imported."));
            case FAILED -> problem.show(Objects.requireNonNullElse(job.message(), "It failed."));
            case DONE, RUNNING -> jobs.report(job).ifPresent(found -> show(found, job.project()));
        }
    }

    private void show(ImportReport found, ProjectId into) {
        boolean placed = show(found, imports.labels(viewer(), into));
        run.setEnabled(file != null && found.preview() && (placed || skip.getValue()));
    }

    /** @return whether every label of the file has its place */
    private boolean show(ImportReport found, List<String> offered) {
        report.add(new Paragraph("%s %s with %s."
                .formatted(
                        found.preview() ? "It holds" : "Imported",
                        counted(found.documents(), "document"),
                        counted(found.annotations(), "annotation"))));
        report.add(new Note("Offsets count %s: %s.".formatted(found.offsetUnit(), found.evidence())));
        boolean placed = true;
        if (!found.labels().isEmpty()) {
            placed = labels.show(found.labels(), offered, found.preview() && !scheme.getValue());
            report.add(new PageSection("Labels", labels));
        }
        String made = found.scheme();
        if (made != null) {
            Pre yaml = new Pre(made);
            yaml.addClassName("export-record");
            yaml.getElement()
                    .setAttribute("tabindex", "0")
                    .setAttribute("role", "region")
                    .setAttribute("aria-label", "Scheme made of the file");
            report.add(new PageSection(
                    found.preview() ? "The scheme it would make" : "The scheme it made", new Details("Show it", yaml)));
        }
        report.add(new PageSection("What is left out", new LossTable(found.losses(), "Nothing is left out.")));
        if (!found.annotators().isEmpty()) {
            PlainTable table = new PlainTable("People of the file", List.of("In the file", "Here"));
            found.annotators().forEach((named, here) -> table.addRow(new Span(named), new Span(here)));
            report.add(new PageSection("People", table));
        }
        return placed;
    }

    private static String counted(int count, String what) {
        return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }
}
