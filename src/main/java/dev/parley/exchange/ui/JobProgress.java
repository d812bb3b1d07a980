package dev.parley.exchange.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import dev.parley.account.User;
import dev.parley.exchange.job.ExchangeJob;
import dev.parley.exchange.job.ExchangeJobs;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows how far an export or import is, and lets one end it. Asks once a second while it is on the screen. */
class JobProgress extends Div {

    private static final int POLL_MILLISECONDS = 1_000;

    private final ExchangeJobs jobs;
    private final User viewer;
    private final ExchangeJob job;
    private final Consumer<ExchangeJob> afterwards;
    private final Span words = new Span();
    private final ProgressBar bar = new ProgressBar();
    private @Nullable Registration polling;

    /** @param afterwards told of the job when it has ended */
    JobProgress(ExchangeJobs jobs, User viewer, ExchangeJob job, Consumer<ExchangeJob> afterwards) {
        this.jobs = jobs;
        this.viewer = viewer;
        this.job = job;
        this.afterwards = afterwards;
        addClassName("job-progress");
        words.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", "Documents read");
        add(words, bar, new Button("Stop", click -> {
            jobs.cancel(viewer, job.id());
            look();
        }));
        show(job);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(POLL_MILLISECONDS);
        polling = event.getUI().addPollListener(poll -> look());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        rest(event.getUI());
    }

    private void look() {
        ExchangeJob now = jobs.find(viewer, job.id());
        if (now.isRunning()) {
            show(now);
        } else {
            getUI().ifPresent(this::rest);
            afterwards.accept(now);
        }
    }

    private void show(ExchangeJob now) {
        boolean begun = now.documents() > 0;
        bar.setIndeterminate(!begun);
        if (begun) {
            bar.setValue(now.share());
        }
        words.setText(
                begun
                        ? String.format(
                                Locale.ROOT,
                                "%,d of %,d documents read",
                                Math.min(now.done(), now.documents()),
                                now.documents())
                        : now.attempt() > 1 ? "Begun anew, because Parley was stopped meanwhile …" : "Beginning …");
    }

    private void rest(UI ui) {
        Registration registered = polling;
        if (registered != null) {
            registered.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }
}
