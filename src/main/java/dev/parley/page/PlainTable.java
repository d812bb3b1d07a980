package dev.parley.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A short table in dense rows. The first cell of a row names the row; long lists want a grid instead. */
public final class PlainTable extends Div {

    private final NativeTable table = new NativeTable();
    private final NativeTableBody body = table.addBody();

    /**
     * @param caption what the table holds, read out and not shown
     * @param heads the columns' titles; an empty one stands over a column of buttons
     */
    public PlainTable(String caption, List<String> heads) {
        addClassName("table-scroll");
        table.addClassName("table");
        table.setCaptionText(caption);
        table.getCaption().addClassName("read-aloud");
        NativeTableRow head = new NativeTableRow();
        for (String title : heads) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell();
            cell.add(title.isEmpty() ? readAloud("Actions") : new Span(title));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        add(table);
    }

    public NativeTableRow addRow(Component name, Component... cells) {
        NativeTableHeaderCell first = new NativeTableHeaderCell();
        first.getElement().setAttribute("scope", "row");
        first.add(name);
        NativeTableRow row = new NativeTableRow();
        row.add(first);
        for (Component cell : cells) {
            row.add(new NativeTableCell(cell));
        }
        body.add(row);
        return row;
    }

    public void clear() {
        body.removeAll();
    }

    private static Span readAloud(String words) {
        Span span = new Span(words);
        span.addClassName("read-aloud");
        return span;
    }
}
