package dev.parley.exchange.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.ExportPreview;
import dev.parley.exchange.Summary;
import dev.parley.page.Note;
import dev.parley.page.PlainTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of an export. */
class SummaryTable extends Div {

    private static final Map<String, String> GOLD = Map.of(
            "adjudicated", "settled by a person",
            "majority", "settled by majority",
            "single", "one annotator only",
            "unanimous", "everybody agrees");

    private final PlainTable table = new PlainTable("What the export holds", List.of("What", "How many"));

    SummaryTable(ExportPreview preview, ExportOptions options) {
        addClassName("export-summary");
        Summary summary = preview.summary();
        row("Documents", preview.documents());
        if (preview.isOfTheFirst()) {
            add(new Note("All but the number of documents is of the first %d, by id; so are the losses below."
                    .formatted(summary.documents())));
        }
        if (options.sets().hasGold()) {
            summary.goldByStatus().forEach((status, count) -> {
                if (count > 0) {
                    row("Gold: " + GOLD.getOrDefault(status, status), count);
                }
            });
            row("Gold: nothing settled yet", summary.withoutGold());
            row("Open disagreements", summary.undecided());
            row("Annotations in gold sets", summary.goldAnnotations());
        }
        row("Sets of annotators", summary.sets());
        row("Annotations in them", summary.annotations());
        add(table);
    }

    private void row(String what, int count) {
        Span number = new Span(String.format(Locale.ROOT, "%,d", count));
        number.addClassName("number");
        table.addRow(new Span(what), number);
    }
}
