package dev.parley.exchange.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.exchange.Loss;
import dev.parley.page.Note;
import dev.parley.page.PlainTable;
import java.util.List;
import java.util.Locale;

/** What is lost on the way, how often, and where for example. */
class LossTable extends Div {

    /** @param nothing the sentence where nothing is */
    LossTable(List<Loss> losses, String nothing) {
        addClassName("export-losses");
        if (losses.isEmpty()) {
            add(new Note(nothing));
            return;
        }
        PlainTable table = new PlainTable("What is left out or changed", List.of("What", "How often"));
        for (Loss loss : losses) {
            Span what = new Span(loss.what());
            what.setTitle(String.join("\n", loss.examples()));
            Span count = new Span(String.format(Locale.ROOT, "%,d", loss.count()));
            count.addClassName("number");
            table.addRow(what, count);
        }
        add(table);
    }
}
