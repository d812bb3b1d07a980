package dev.parley.agreement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.page.PlainTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A matrix whose cells are tinted by what they hold; the number stands in each cell, so the tint says nothing alone. */
final class TintedTable {

    private TintedTable() {}

    /** What stands in one cell. */
    record Cell(Component content, double tint) {

        static Cell empty() {
            return new Cell(new Span(), 0);
        }
    }

    interface Cells {
        Cell at(int row, int column);
    }

    /** @param corner what the names of the rows are */
    static PlainTable of(String caption, String corner, List<String> names, Cells cells) {
        List<String> heads = new ArrayList<>(List.of(corner));
        heads.addAll(names);
        PlainTable table = new PlainTable(caption, heads);
        table.addClassName("tinted");
        for (int row = 0; row < names.size(); row++) {
            Component[] filled = new Component[names.size()];
            for (int column = 0; column < names.size(); column++) {
                Cell cell = cells.at(row, column);
                Div content = new Div(cell.content());
                content.addClassName("tint");
                content.getStyle()
                        .set("--tint", String.format(Locale.ROOT, "%.0f%%", 100 * Math.clamp(cell.tint(), 0, 1)));
                filled[column] = content;
            }
            table.addRow(new Span(names.get(row)), filled);
        }
        return table;
    }
}
