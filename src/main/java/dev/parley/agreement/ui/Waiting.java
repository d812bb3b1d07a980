package dev.parley.agreement.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import dev.parley.agreement.AgreementRun;
import dev.parley.page.Note;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows how far a report is, and then the report. Asks twice a second while it is on the screen. */
final class Waiting extends Div {

    private static final int POLL_MILLISECONDS = 500;

    private final Supplier<AgreementRun> run;
    private final Runnable ready;
    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span("Comparing what was handed in …");
    private final Button stop = new Button("Stop");
    private @Nullable Registration polling;

    /**
     * @param run how far it is
     * @param ready called once the report is there
     */
    Waiting(Supplier<AgreementRun> run, Runnable ready) {
        this.run = run;
        this.ready = ready;
        addClassName("agreement-waiting");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", "Documents compared");
        words.getElement().setAttribute("role", "status");
        add(words, bar, new Note("You may leave this page; the work goes on."));
    }

    /** For those who may end it. */
    Waiting stoppedBy(Runnable end) {
        stop.addClickListener(click -> {
            end.run();
            look();
        });
        add(stop);
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(POLL_MILLISECONDS);
        polling = event.getUI().addPollListener(poll -> look());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopPolling(event.getUI());
    }

    private void look() {
        AgreementRun now = run.get();
        switch (now.state()) {
            case DONE -> {
                getUI().ifPresent(this::stopPolling);
                ready.run();
            }
            case RUNNING -> {
                if (now.documents() > 0) {
                    bar.setIndeterminate(false);
                    bar.setMax(now.documents());
                    bar.setValue(Math.min(now.done(), now.documents()));
                    words.setText("%d of %d documents compared".formatted(now.done(), now.documents()));
                }
            }
            case CANCELLED -> end("Stopped. What was compared stays known; load the page again to go on.");
            case FAILED -> end("The figures could not be worked out. Please load the page again.");
        }
    }

    private void end(String sentence) {
        getUI().ifPresent(this::stopPolling);
        bar.setVisible(false);
        stop.setVisible(false);
        words.setText(sentence);
    }

    private void stopPolling(UI ui) {
        Registration registered = polling;
        if (registered != null) {
            registered.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }
}
