package dev.parley.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** The paragraphs of Word and rich text files, one a line. Pictures and attachments are not articles. */
final class OfficeText {

    private OfficeText() {}

    static ChildAnswer docx(Path file, int most) throws IOException, TikaException, SAXException {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setExtractMacros(false);
        config.setIncludeDeletedContent(false);
        config.setIncludeMoveFromContent(false);
        config.setIncludeHeadersAndFooters(false);
        config.setUseSAXDocxExtractor(true);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        return tika(new OOXMLParser(), context, file, most, "Word document");
    }

    static ChildAnswer rtf(Path file, int most) throws IOException, TikaException, SAXException {
        return tika(new RTFParser(), new ParseContext(), file, most, "rich text file");
    }

    private static ChildAnswer tika(Parser parser, ParseContext context, Path file, int most, String kind)
            throws IOException, TikaException, SAXException {
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        BodyContentHandler body = new BodyContentHandler(most);
        Metadata metadata = new Metadata();
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parser.parse(in, body, metadata, context);
        }
        String text = tidy(body.toString());
        if (text.isEmpty()) {
            return new ChildAnswer.Refusal("The %s holds no text.".formatted(kind));
        }
        String written = metadata.get(TikaCoreProperties.CREATED);
        Imprint imprint = new Imprint(
                metadata.get(TikaCoreProperties.TITLE),
                null,
                metadata.get(TikaCoreProperties.CREATOR),
                written == null || written.length() < 10 ? null : written.substring(0, 10),
                null,
                metadata.get(TikaCoreProperties.LANGUAGE));
        return new ChildAnswer.Text(
                text, imprint, null, List.of("Took the paragraphs out of the %s, one a line.".formatted(kind)));
    }

    /** Without blanks at line ends and with at most one empty line between paragraphs. */
    static String tidy(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
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
