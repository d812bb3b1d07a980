package dev.parley.exchange.training;

import static dev.parley.exchange.Feature.MENTIONS;

import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.exchange.training.LinesView.Page;
import dev.parley.exchange.training.TaggedSentences.Tagged;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * CoNLL-2003: four columns (word, part of speech, chunk, entity) of which we know the first and the last, an empty line
 * between sentences, {@code -DOCSTART-} before each document. The text between tokens is lost, and with it every offset.
 */
final class ConllView implements Form {

    private static final String START = "-DOCSTART- -X- -X- O\n\n";

    private final Format format;
    private final Tagging tagging;

    ConllView(Format format, Tagging tagging) {
        this.format = format;
        this.tagging = tagging;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) throws IOException {
        Feature.accountProject(project.source(), false, losses);
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            project.forEachSet((article, layers) -> {
                Feature.account(Set.of(MENTIONS), article, layers, losses);
                losses.add(
                        "texts whose blanks and offsets cannot be told any more",
                        article.document().id().toString());
                try {
                    write(new Page(project, article, layers, losses), writer);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private void write(Page page, BufferedWriter writer) throws IOException {
        writer.write(START);
        for (Tagged tagged : TaggedSentences.of(page, tagging)) {
            for (int i = 0; i < tagged.tags().size(); i++) {
                writer.write(word(tagged.sentence().tokens().get(i).text()));
                writer.write(" -X- -X- ");
                writer.write(tagged.tags().get(i));
                writer.write('\n');
            }
            writer.write('\n');
        }
    }

    /** A token with a blank in it, which some scripts have, would be two columns. */
    private static String word(String token) {
        return token.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))
                ? token.replaceAll("[\\s\\p{Z}]", "_")
                : token;
    }
}
