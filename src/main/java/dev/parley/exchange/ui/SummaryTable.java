package dev.parley.exchange.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.Summary;
import dev.parley.page.PlainTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of an export. */
class SummaryTable extends Div {

    private static final Map<String, String> GOLD = Map.of(
            "adjudicated", "settled by a person",
            "majority", "settled by majority",
            "single", "read by one annotator",
            "unanimous", "all annotators agree");

    private final PlainTable table = new PlainTable("What the export holds", List.of("What", "How many"));

    SummaryTable(Summary summary, ExportOptions options) {
        addClassName("export-summary");
        row("Documents", summary.documents());
        if (options.sets().hasGold()) {
            summary.goldByStatus().forEach((status, count) -> {
                if (count > 0) {
                    row("Gold set " + GOLD.getOrDefault(status, status), count);
                }
            });
            row("Without a gold set", summary.withoutGold());
            row("Disagreements nobody has decided", summary.undecided());
            row("Annotations in gold sets", summary.goldAnnotations());
        }
        row("Annotators' sets", summary.sets());
        row("Annotations in annotators' sets", summary.annotations());
        add(table);
    }

    private void row(String what, int count) {
        Span number = new Span(String.format(Locale.ROOT, "%,d", count));
        number.addClassName("number");
        table.addRow(new Span(what), number);
    }
}
