package dev.parley.exchange.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Span;
import dev.parley.exchange.ExportRun;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.page.PlainTable;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What was taken away, by whom, and the hash by which a file is recognised. */
class HistorySection extends Composite<PageSection> {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int SHOWN = 10;
    private static final int HASH = 12;

    private final PageSection section;

    HistorySection(List<ExportRun> runs) {
        if (runs.isEmpty()) {
            section = new PageSection("Taken so far", new Note("Nothing was exported yet."));
            return;
        }
        PlainTable table = new PlainTable(
                "Exports, newest first", List.of("File", "When (UTC)", "Who", "Bytes", "Lost", "SHA-256"));
        runs.stream().limit(SHOWN).forEach(run -> {
            Span file = new Span(run.fileName());
            file.setTitle("format=%s&%s".formatted(run.format(), run.options()));
            Code hash = new Code(run.sha256().substring(0, HASH));
            hash.getElement().setAttribute("title", run.sha256());
            table.addRow(
                    file,
                    new Span(MOMENT.format(run.exportedAt())),
                    new Span(run.by()),
                    new Span(String.format(Locale.ROOT, "%,d", run.bytes())),
                    new Span(String.format(Locale.ROOT, "%,d", run.losses())),
                    hash);
        });
        section = new PageSection("Taken so far", table);
    }

    @Override
    protected PageSection initContent() {
        return section;
    }
}
