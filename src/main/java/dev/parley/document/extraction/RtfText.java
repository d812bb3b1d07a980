package dev.parley.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** The paragraphs of a rich text file, one a line. Pictures and attachments are not articles. */
final class RtfText {

    private RtfText() {}

    static ChildAnswer read(Path file, int most) throws IOException, TikaException, SAXException {
        RtfGroups groups = RtfGroups.of(Files.readAllBytes(file));
        if (!groups.whole()) {
            return new ChildAnswer.Refusal("The rich text file ends too early; it may not have arrived whole.");
        }
        BodyContentHandler body = new BodyContentHandler(most);
        Metadata metadata = new Metadata();
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        try (TikaInputStream in = TikaInputStream.get(groups.visible())) {
            new RTFParser().parse(in, body, metadata, context);
        }
        String text = OfficeParagraphs.tidy(body.toString());
        if (text.isEmpty()) {
            return new ChildAnswer.Refusal("The rich text file holds no text.");
        }
        List<String> steps = new ArrayList<>(List.of("Took the paragraphs out of the rich text file, one a line."));
        if (groups.notes() > 0) {
            steps.add(OfficeParagraphs.notesMoved(groups.notes()));
        }
        return new ChildAnswer.Text(text, imprint(metadata), null, steps);
    }

    private static Imprint imprint(Metadata metadata) {
        return new Imprint(
                metadata.get(TikaCoreProperties.TITLE),
                null,
                metadata.get(TikaCoreProperties.CREATOR),
                XmlPackage.day(metadata.get(TikaCoreProperties.CREATED)),
                null,
                metadata.get(TikaCoreProperties.LANGUAGE));
    }

    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // never asked for
        }
    }
}
