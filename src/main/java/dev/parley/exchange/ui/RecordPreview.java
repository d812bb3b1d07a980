package dev.parley.exchange.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import dev.parley.page.Note;
import java.util.List;
import java.util.Locale;

/** The file's first lines, JSON spread over several; a long beginning is cut off and says so. */
class RecordPreview extends Div {

    /** The text lives in the session as long as the tab does. */
    private static final int LONGEST = 300;

    RecordPreview(String record) {
        if (record.isEmpty()) {
            add(new Note("Nothing of the first document can be shown as text in this format."));
            return;
        }
        List<String> lines = record.lines().toList();
        Pre pre = new Pre(String.join("\n", lines.subList(0, Math.min(LONGEST, lines.size()))));
        pre.addClassName("export-record");
        pre.getElement().setAttribute("dir", "ltr").setAttribute("tabindex", "0");
        pre.getElement().setAttribute("role", "region").setAttribute("aria-label", "Beginning of the file");
        add(pre);
        if (lines.size() > LONGEST) {
            add(new Note(String.format(Locale.ROOT, "%,d more lines follow in the file.", lines.size() - LONGEST)));
        }
    }
}
