package dev.parley.exchange.table;

import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180 in UTF-8: CRLF between rows, quotes where needed. A cell that looks like a formula gets an apostrophe. */
final class CsvForm implements Form {

    private final Format format;

    CsvForm(Format format) {
        this.format = format;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Sheet sheet = cells -> writer.write(line(cells));
        if (format == Format.CSV) {
            Feature.accountProject(project.source(), false, losses);
            new ClaimRows(project).writeTo(sheet, losses);
        } else {
            Feature.accountProject(project.source(), true, losses);
            losses.add(
                    "documents and everything in them",
                    project.source().project().id().toString());
            RegistryRows.write(project.source(), sheet);
        }
        writer.flush();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvForm::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String words) {
        String harmless = Cells.harmless(words);
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
