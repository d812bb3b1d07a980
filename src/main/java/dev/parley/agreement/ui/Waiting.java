package dev.parley.agreement.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import dev.parley.agreement.AgreementReport;
import dev.parley.agreement.Computation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows how far a report is, and then the report. Asks twice a second while it is on the screen. */
final class Waiting extends Div {

    private static final int POLL_MILLISECONDS = 500;

    private final Computation computation;
    private final Consumer<AgreementReport> ready;
    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span("Comparing what was handed in …");
    private @Nullable Registration polling;

    Waiting(Computation computation, Consumer<AgreementReport> ready) {
        this.computation = computation;
        this.ready = ready;
        addClassName("agreement-waiting");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", "Documents compared");
        words.getElement().setAttribute("role", "status");
        add(words, bar);
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
        if (computation.report().isPresent()) {
            getUI().ifPresent(this::stopPolling);
            ready.accept(computation.report().orElseThrow());
        } else if (computation.hasFailed()) {
            getUI().ifPresent(this::stopPolling);
            bar.setVisible(false);
            words.setText("The figures could not be worked out. Please load the page again.");
        } else if (computation.all() > 0) {
            bar.setIndeterminate(false);
            bar.setMax(computation.all());
            bar.setValue(Math.min(computation.done(), computation.all()));
            words.setText("%d of %d documents compared".formatted(computation.done(), computation.all()));
        }
    }

    private void stopPolling(UI ui) {
        Registration registered = polling;
        if (registered != null) {
            registered.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }

    /** Nobody waits any more. */
    void end() {
        computation.cancel();
    }
}
