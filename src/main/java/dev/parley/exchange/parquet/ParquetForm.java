package dev.parley.exchange.parquet;

import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** One Parquet file, a row per document and set. */
final class ParquetForm implements Form {

    static final Set<Feature> HELD = EnumSet.complementOf(EnumSet.of(Feature.SEGMENTS));

    static final Map<String, String> NOTES = Map.of("parley.offsetUnit", "unicode-code-point");

    @Override
    public Format format() {
        return Format.PARQUET;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) throws IOException {
        Feature.accountProject(project.source(), false, losses);
        ParquetWriter writer = new ParquetWriter(out, Rows.COLUMNS, NOTES);
        try {
            project.forEachSet((article, layers) -> {
                Feature.account(HELD, article, layers, losses);
                try {
                    writer.write(Rows.of(article, layers, project.nameOf(layers)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.finish();
    }
}
