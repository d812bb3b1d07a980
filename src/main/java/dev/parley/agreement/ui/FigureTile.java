package dev.parley.agreement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.parley.agreement.Measured;
import dev.parley.agreement.Outcome;
import dev.parley.agreement.TargetState;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the four figures: what it says, how certain that is, whether it is enough, and what stands behind it. */
final class FigureTile extends Div {

    /** @param queue absent for those who may not settle disagreements */
    FigureTile(Measured measured, @Nullable Double target, Optional<QueueLink> queue) {
        addClassName("figure-tile");
        add(new H3(MeasureWords.title(measured)), quiet(MeasureWords.explanation(measured.measure())));
        switch (measured.outcome()) {
            case Outcome.Value value -> {
                Span figure = new Span(MeasureWords.figure(value));
                figure.addClassName("figure");
                Div line = new Div(figure, interval(measured));
                line.addClassName("figure-line");
                add(line, new IntervalPicture(value.value(), measured.interval(), target));
            }
            case Outcome.Undefined undefined -> {
                Span figure = new Span("–");
                figure.addClassName("figure");
                figure.getElement().setAttribute("aria-hidden", "true");
                add(figure, new Span(undefined.reason().sentence()));
            }
        }
        if (target != null) {
            add(state(TargetState.of(measured, target), target));
        }
        add(quiet("Rests on " + MeasureWords.count(measured)));
        queue.filter(link -> measured.outcome().orNaN() < 1)
                .map(link -> link.behind(measured).words("Disagreements behind it"))
                .ifPresent(this::add);
        add(how(measured));
    }

    private static Component interval(Measured measured) {
        return quiet(measured.interval().isPresent() ? MeasureWords.interval(measured.interval()) : "no interval yet");
    }

    private static Span state(TargetState state, double target) {
        Span words = new Span("%s: %s".formatted(state.title(), MeasureWords.two(target)));
        words.addClassNames(
                "target-state",
                "target-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return words;
    }

    static Component how(Measured measured) {
        Div lines = new Div();
        lines.addClassName("how");
        measured.how()
                .forEach((name, value) -> lines.add(new Div("%s: %s".formatted(MeasureWords.spaced(name), value))));
        NativeDetails details = new NativeDetails("How computed", lines);
        details.getElement().setAttribute("class", "how-computed");
        return details;
    }

    static Span quiet(String words) {
        Span span = new Span(words);
        span.addClassName("quiet");
        return span;
    }
}
