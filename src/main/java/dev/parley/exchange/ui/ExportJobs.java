package dev.parley.exchange.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.account.User;
import dev.parley.exchange.Format;
import dev.parley.exchange.job.ExchangeJob;
import dev.parley.exchange.job.ExchangeJob.Kind;
import dev.parley.exchange.job.ExchangeJobs;
import dev.parley.page.Moment;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.page.PlainTable;
import dev.parley.project.ProjectId;
import java.util.List;
import java.util.Objects;

/** Exports that go on in the background, and those that can be fetched. Not to be seen where there are none. */
class ExportJobs extends Composite<PageSection> {

    private final ExchangeJobs jobs;
    private final User viewer;
    private final ProjectId project;
    private final Runnable afterwards;
    private final Div content = new Div();

    /** @param afterwards called when one has ended */
    ExportJobs(ExchangeJobs jobs, User viewer, ProjectId project, Runnable afterwards) {
        this.jobs = jobs;
        this.viewer = viewer;
        this.project = project;
        this.afterwards = afterwards;
        content.addClassName("export-jobs");
        show();
    }

    @Override
    protected PageSection initContent() {
        return new PageSection(
                "In the background",
                new Note("Files are kept for %d days. You may leave this page; the work goes on."
                        .formatted(jobs.daysKept())),
                content);
    }

    void show() {
        List<ExchangeJob> latest = jobs.latest(viewer, project, Kind.EXPORT);
        setVisible(!latest.isEmpty());
        content.removeAll();
        latest.stream().filter(ExchangeJob::isRunning).forEach(job -> {
            Div running = new Div(new Span(title(job)), new JobProgress(jobs, viewer, job, ended -> {
                show();
                afterwards.run();
            }));
            running.addClassName("export-job");
            content.add(running);
        });
        PlainTable table = new PlainTable("Exports made in the background", List.of("Format", "When", "File"));
        latest.stream()
                .filter(job -> !job.isRunning())
                .forEach(job -> table.addRow(
                        new Span(title(job)),
                        new Span(Moment.words(Objects.requireNonNullElse(job.endedAt(), job.begunAt()))),
                        outcome(job)));
        if (latest.stream().anyMatch(job -> !job.isRunning())) {
            content.add(table);
        }
    }

    private static String title(ExchangeJob job) {
        return Format.of(job.format()).title();
    }

    private Component outcome(ExchangeJob job) {
        return switch (job.state()) {
            case DONE -> jobs.exported(job).isPresent() ? link(job) : new Span("no longer kept");
            case CANCELLED -> new Span("stopped");
            case FAILED -> new Span(Objects.requireNonNullElse(job.message(), "failed"));
            case RUNNING -> new Span();
        };
    }

    private Anchor link(ExchangeJob job) {
        Anchor link = new Anchor("api/v1/projects/%s/export/jobs/%s".formatted(project, job.id()), job.fileName());
        link.setRouterIgnore(true);
        return link;
    }
}
