package dev.parley.document.extraction;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.parley.document.extraction.Decoding.Decoded;
import dev.parley.document.extraction.Decoding.Undecodable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.slf4j.LoggerFactory;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The process that parses one untrusted file and says its text on standard output. It knows no database, no settings and
 * no secrets, and whoever makes it misbehave has it killed. Arguments: the file, its type, the most characters.
 */
final class ExtractionChild {

    private static final String DAMAGED = "It cannot be read: the file is damaged or did not arrive whole.";
    private static final int PDF_END_WITHIN = 8192;

    private ExtractionChild() {}

    public static void main(String[] arguments) throws IOException {
        OutputStream answer = System.out;
        // a parser that prints must not spoil the answer
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        endWithParent();

        Path file = Path.of(arguments[0]);
        int most = Integer.parseInt(arguments[2]);
        answer(file, FileType.valueOf(arguments[1]), most).write(answer);
        answer.flush();
        Runtime.getRuntime().halt(0);
    }

    static ChildAnswer answer(Path file, FileType type, int most) {
        try {
            return switch (type) {
                case HTML -> html(Files.readAllBytes(file), most);
                case PDF -> pdf(file, most);
                case DOCX -> docx(file, most);
                case TEXT, MARKDOWN, ZIP -> throw new IllegalArgumentException(type + " needs no child process");
            };
        } catch (EncryptedDocumentException e) {
            return new ChildAnswer.Refusal("It is protected by a password. Remove the password and send it again.");
        } catch (TikaException | SAXException | IOException | RuntimeException e) {
            return new ChildAnswer.Refusal(WriteLimitReachedException.isWriteLimitReached(e) ? tooLong(most) : DAMAGED);
        } catch (StackOverflowError e) {
            return new ChildAnswer.Refusal("It is nested too deeply to be read.");
        }
    }

    private static ChildAnswer html(byte[] bytes, int most) {
        return switch (TextDecoder.decode(bytes, HtmlText.declaredCharset(bytes))) {
            case Undecodable undecodable -> new ChildAnswer.Refusal(undecodable.reason());
            case Decoded decoded -> {
                HtmlText page = HtmlText.read(decoded.text());
                if (page.text().length() > most) {
                    yield new ChildAnswer.Refusal(tooLong(most));
                }
                List<String> steps = new ArrayList<>(decoded.steps());
                steps.add("Took the article out of the page; an empty line parts its paragraphs.");
                yield new ChildAnswer.Text(page.text(), page.title(), page.language(), decoded.charset(), steps);
            }
        };
    }

    private static ChildAnswer pdf(Path file, int most) throws IOException, TikaException, SAXException {
        if (!endsLikePdf(file)) {
            return new ChildAnswer.Refusal("The PDF ends too early; it may not have arrived whole.");
        }
        PDFParserConfig config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setExtractInlineImages(false);
        // forms are where XFA lives, and XFA is XML that a stranger wrote
        config.setExtractAcroFormContent(false);
        config.setIfXFAExtractOnlyXFA(false);
        config.setExtractAnnotationText(false);
        config.setExtractBookmarksText(false);
        config.setExtractActions(false);
        config.setCatchIntermediateIOExceptions(false);
        config.setSuppressDuplicateOverlappingText(true);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, config);
        String text = tika(new PDFParser(), context, file, most);
        if (text.isBlank()) {
            return new ChildAnswer.Refusal(
                    "The PDF holds no text, only pictures of pages. Run it through text recognition first.");
        }
        if (text.indexOf('\uFFFD') >= 0) {
            return new ChildAnswer.Refusal(
                    "The PDF does not say which characters its letters stand for, so its text would be garbled.");
        }
        List<String> steps = new ArrayList<>();
        steps.add("Took the text out of the PDF.");
        String clean = withoutControls(text, steps);
        steps.add("Joined the lines that the page had wrapped; hyphens at line ends were kept.");
        return new ChildAnswer.Text(WrappedLines.join(clean), null, null, null, steps);
    }

    private static ChildAnswer docx(Path file, int most) throws IOException, TikaException, SAXException {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setExtractMacros(false);
        config.setIncludeDeletedContent(false);
        config.setIncludeMoveFromContent(false);
        config.setIncludeHeadersAndFooters(false);
        config.setUseSAXDocxExtractor(true);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        String text = tika(new OOXMLParser(), context, file, most);
        List<String> steps = new ArrayList<>();
        steps.add("Took the paragraphs out of the Word document, one a line.");
        String clean = withoutControls(text, steps)
                .lines()
                .map(String::stripTrailing)
                .reduce(new StringBuilder(), (all, line) -> all.append(line).append('\n'), StringBuilder::append)
                .toString()
                .replaceAll("\n{3,}", "\n\n")
                .strip();
        if (clean.isEmpty()) {
            return new ChildAnswer.Refusal("The Word document holds no text.");
        }
        return new ChildAnswer.Text(clean, null, null, null, steps);
    }

    private static String tika(Parser parser, ParseContext context, Path file, int most)
            throws IOException, TikaException, SAXException {
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        BodyContentHandler body = new BodyContentHandler(most);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parser.parse(in, body, new Metadata(), context);
        }
        return body.toString();
    }

    private static String withoutControls(String text, List<String> steps) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        String clean = lines.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
        if (clean.length() < lines.length()) {
            steps.add("Left out %d control characters.".formatted(lines.length() - clean.length()));
        }
        return clean;
    }

    private static boolean endsLikePdf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, Files.size(file) - PDF_END_WITHIN));
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
    }

    static String tooLong(int most) {
        return "Its text is longer than %,d characters.".formatted(most);
    }

    /** The parent holds our standard input open; when that ends the parent is gone and nobody waits for the answer. */
    private static void endWithParent() {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // the parent says nothing, it is only there
                }
            } catch (IOException e) {
                // the same as its end
            }
            Runtime.getRuntime().halt(4);
        });
    }

    /** Attachments and pictures are not articles. */
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
