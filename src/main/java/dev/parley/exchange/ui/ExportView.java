package dev.parley.exchange.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.adjudication.ReleaseGate;
import dev.parley.exchange.ExportPreview;
import dev.parley.exchange.ExportService;
import dev.parley.exchange.job.ExchangeJobs;
import dev.parley.exchange.split.SplitService;
import dev.parley.page.EmptyState;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.page.PageSection;
import dev.parley.page.ProblemLine;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;

/** What a project's export holds, and the way to take it away. */
@Route("projects/:project/export")
@PermitAll
@CssImport("./styles/export.css")
class ExportView extends ProjectScreen {

    private final ExportService exports;
    private final SplitService splits;
    private final ReleaseGate gate;
    private final ExchangeJobs jobs;
    private final Anchor download = new Anchor("", "Download");
    private final Button prepare = new Button("Prepare in the background");
    private final Note large = new Note("");
    private final ProblemLine problem = new ProblemLine();
    private final Div preview = new Div();

    ExportView(
            CurrentUser currentUser,
            ProjectService projects,
            ExportService exports,
            SplitService splits,
            ReleaseGate gate,
            ExchangeJobs jobs) {
        super("Export", currentUser, projects);
        this.jobs = jobs;
        this.gate = gate;
        this.splits = splits;
        this.exports = exports;
        // the browser fetches it, not the page's own navigation
        download.setRouterIgnore(true);
        prepare.addThemeVariants(ButtonVariant.PRIMARY);
        preview.addClassName("export-preview");
    }

    @Override
    protected void show(User viewer, Project project, Location location) {
        ProjectId id = project.id();
        List<String> annotators = exports.annotators(viewer, id);
        add(new PageHead("Export", prepare, download).withNote(project.name()), large);
        ExportChoice choice = new ExportChoice(annotators, exports.languages(viewer, id), exports.labels(viewer, id));
        choice.onChange(() -> show(viewer, id, choice));
        Div history = new Div(new HistorySection(exports.history(viewer, id)));
        ExportJobs background = new ExportJobs(jobs, viewer, id, () -> {
            history.removeAll();
            history.add(new HistorySection(exports.history(viewer, id)));
        });
        prepare.addClickListener(click -> problem.attempt(() -> {
            jobs.export(viewer, id, choice.format(), choice.options());
            background.show();
        }));
        Div more = new Div(
                new ReleaseSection(gate.of(viewer, id)),
                new SplitSection(splits, viewer, id, () -> show(viewer, id, choice)),
                history);
        more.addClassName("export-more");
        add(choice, problem, background, preview, more);
        show(viewer, id, choice);
    }

    private void show(User viewer, ProjectId project, ExportChoice choice) {
        problem.attempt(() -> {
            download.setHref("api/v1/projects/%s/export?%s".formatted(project, choice.query()));
            ExportPreview found = exports.preview(viewer, project, choice.format(), choice.options());
            preview.removeAll();
            download.setEnabled(found.documents() > 0);
            offerBackground(found);
            if (found.documents() == 0 && !choice.options().only().isNone()) {
                preview.add(new EmptyState("No document is like that. Narrow it less."));
                return;
            }
            if (found.documents() == 0) {
                preview.add(new EmptyState(
                        "There is nothing to export yet. Upload articles and confirm their cuts; they appear here at once.",
                        new Anchor("projects/%s/documents".formatted(project), "Go to documents")));
                return;
            }
            Div figures = new Div(
                    new PageSection("What it holds", new SummaryTable(found, choice.options())),
                    new PageSection(
                            found.isOfTheFirst() ? "What these leave out" : "What it leaves out",
                            new LossTable(
                                    found.losses(),
                                    "Nothing is lost in this format. Every span carries its words, and offsets count Unicode code points.")));
            figures.addClassName("export-figures");
            preview.add(figures, new PageSection("How the file begins", new RecordPreview(found.beginning())));
        });
    }

    /** Whoever would have to wait is told why, and need not. */
    private void offerBackground(ExportPreview found) {
        boolean wait = found.isLarge();
        large.setVisible(wait);
        large.setText(String.format(
                Locale.ROOT,
                "This is a large export: %,d documents with %s%,d annotations. Have it prepared in the background, or keep this page open while it is downloaded.",
                found.documents(),
                found.isOfTheFirst() ? "about " : "",
                found.annotations()));
        prepare.setVisible(wait);
        download.setClassName("primary-link", !wait);
    }
}
