package dev.parley.agreement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.agreement.Measured;
import dev.parley.agreement.Outcome;
import dev.parley.page.PlainTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Figures in rows, each with its interval as a picture and in words. */
final class FigureTable {

    private FigureTable() {}

    /** One figure a row, with everything there is to say about it. */
    static PlainTable list(String caption, List<Measured> figures, Optional<QueueLink> queue) {
        List<String> heads = List.of("Measure", "Value", "0 to 1", "95 % interval", "Rests on", "Behind it", "");
        PlainTable table = new PlainTable(caption, heads);
        figures.forEach(measured -> table.addRow(
                new Span(MeasureWords.title(measured)),
                number(measured),
                picture(measured),
                FigureTile.quiet(MeasureWords.interval(measured.interval())),
                FigureTile.quiet(rest(measured)),
                queue.filter(link -> measured.outcome().orNaN() < 1)
                        .<Component>map(link -> link.behind(measured).words("Disagreements"))
                        .orElseGet(Span::new),
                FigureTile.how(measured)));
        return table;
    }

    /** One thing a row, such as a pair or a label, and a figure for each measure, which leads to what stands behind it. */
    static <T> PlainTable cross(
            String caption,
            String rowHead,
            List<T> rows,
            Function<T, List<Measured>> outcomes,
            Function<T, Component> name,
            Function<T, Optional<QueueLink>> queue) {
        List<String> heads = new ArrayList<>(List.of(rowHead));
        rows.stream()
                .limit(1)
                .flatMap(row -> outcomes.apply(row).stream())
                .filter(FigureTable::isWorthShowing)
                .map(MeasureWords::title)
                .forEach(heads::add);
        PlainTable table = new PlainTable(caption, heads);
        rows.forEach(row -> table.addRow(
                name.apply(row),
                outcomes.apply(row).stream()
                        .filter(FigureTable::isWorthShowing)
                        .map(measured -> cell(measured, queue.apply(row)))
                        .toArray(Component[]::new)));
        return table;
    }

    /** That a layer without labels has no agreement on labels is for programs to know. */
    static boolean isWorthShowing(Measured measured) {
        return !measured.outcome().equals(Outcome.undefined(Outcome.Reason.NO_LABELS));
    }

    private static Component cell(Measured measured, Optional<QueueLink> queue) {
        boolean lowered = measured.outcome().orNaN() < 1;
        Component figure = lowered && queue.isPresent()
                ? queue.orElseThrow().behind(measured).words(MeasureWords.figure(measured.outcome()))
                : number(measured);
        figure.addClassName("number");
        Div cell = new Div(figure);
        cell.addClassName("figure-cell");
        if (measured.interval().isPresent()) {
            cell.add(picture(measured), FigureTile.quiet(MeasureWords.interval(measured.interval())));
        }
        return cell;
    }

    private static Component picture(Measured measured) {
        return measured.outcome() instanceof Outcome.Value value
                ? new IntervalPicture(value.value(), measured.interval(), null)
                : new Span();
    }

    private static String rest(Measured measured) {
        return switch (measured.outcome()) {
            case Outcome.Value ignored -> MeasureWords.count(measured);
            case Outcome.Undefined undefined -> undefined.reason().sentence();
        };
    }

    private static Span number(Measured measured) {
        Span number = new Span(MeasureWords.figure(measured.outcome()));
        number.addClassName("number");
        if (measured.outcome() instanceof Outcome.Undefined undefined) {
            Span reason = new Span(" " + undefined.reason().sentence());
            reason.addClassName("read-aloud");
            number.add(reason);
            number.getElement().setAttribute("title", undefined.reason().sentence());
        }
        return number;
    }
}
