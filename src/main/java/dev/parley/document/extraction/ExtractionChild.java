package dev.parley.document.extraction;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.parley.document.extraction.Decoding.Decoded;
import dev.parley.document.extraction.Decoding.Undecodable;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/**
 * The process that parses untrusted files, one after the other, and says their text on standard output. It knows no
 * database, no settings and no secrets, and whoever makes it misbehave has it killed. When its standard input ends, the
 * service is gone or wants it no more, and so it ends.
 */
final class ExtractionChild {

    private static final String DAMAGED = "It cannot be read: the file is damaged or did not arrive whole.";

    private ExtractionChild() {}

    /**
     * What the parent asks.
     *
     * @param charset a person's choice, empty if there is none
     * @param most characters the text may have
     */
    record Request(String file, FileType type, String charset, int most) {

        void write(DataOutputStream out) throws IOException {
            out.writeUTF(file);
            out.writeUTF(type.name());
            out.writeUTF(charset);
            out.writeInt(most);
            out.flush();
        }

        static Request read(DataInputStream in) throws IOException {
            return new Request(in.readUTF(), FileType.valueOf(in.readUTF()), in.readUTF(), in.readInt());
        }
    }

    public static void main(String[] arguments) throws IOException {
        DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(System.out));
        // a parser that prints must not spoil the answer
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        try (DataInputStream requests = new DataInputStream(System.in)) {
            while (true) {
                Request request = Request.read(requests);
                answer(Path.of(request.file()), request.type(), request.charset(), request.most())
                        .write(answers);
            }
        } catch (EOFException end) {
            Runtime.getRuntime().halt(0);
        }
    }

    static ChildAnswer answer(Path file, FileType type, String charset, int most) {
        try {
            ChildAnswer answer = read(file, type, charset.isEmpty() ? null : charset, most);
            return answer instanceof ChildAnswer.Text text ? checked(text, most) : answer;
        } catch (EncryptedDocumentException e) {
            return new ChildAnswer.Refusal("It is protected by a password. Remove the password and send it again.");
        } catch (TikaException | SAXException | IOException | RuntimeException e) {
            return new ChildAnswer.Refusal(WriteLimitReachedException.isWriteLimitReached(e) ? tooLong(most) : DAMAGED);
        } catch (StackOverflowError e) {
            return new ChildAnswer.Refusal("It is nested too deeply to be read.");
        }
    }

    private static ChildAnswer read(Path file, FileType type, @Nullable String charset, int most)
            throws IOException, TikaException, SAXException {
        return switch (type) {
            case HTML -> html(Files.readAllBytes(file), charset);
            case PDF -> PdfText.read(file);
            case DOCX -> DocxText.read(file, most);
            case RTF -> RtfText.read(file, most);
            case ODT -> OdtText.read(file, most);
            case EPUB -> EpubText.read(file, most);
            case EML -> MailText.read(Files.readAllBytes(file), charset);
            case TEXT, MARKDOWN, ZIP -> throw new IllegalArgumentException(type + " needs no child process");
        };
    }

    private static ChildAnswer html(byte[] bytes, @Nullable String chosen) {
        Decoding decoding = chosen == null
                ? TextDecoder.decode(bytes, HtmlText.declaredCharset(bytes))
                : TextDecoder.decodeAs(bytes, chosen);
        return switch (decoding) {
            case Undecodable undecodable -> new ChildAnswer.Refusal(undecodable.reason(), undecodable.charsets());
            case Decoded decoded -> {
                HtmlText page = HtmlText.read(decoded.text());
                if (page.text().indexOf('\uFFFD') >= 0 && decoded.text().indexOf('\uFFFD') < 0) {
                    yield new ChildAnswer.Refusal(
                            "The page names characters that do not exist (a NUL or half a surrogate pair).");
                }
                List<String> steps = new ArrayList<>(decoded.steps());
                steps.add("Took the article out of the page; an empty line parts its paragraphs.");
                yield new ChildAnswer.Text(page.text(), page.imprint(), decoded.charset(), steps);
            }
        };
    }

    /** What every format must keep, so that no parser's slip reaches a document. */
    private static ChildAnswer checked(ChildAnswer.Text answer, int most) {
        if (answer.text().length() > most) {
            return new ChildAnswer.Refusal(tooLong(most));
        }
        List<String> steps = new ArrayList<>(answer.steps());
        String clean = withoutControls(answer.text(), steps);
        if (clean.isBlank()) {
            return new ChildAnswer.Refusal("It holds no text.");
        }
        if (clean.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            return new ChildAnswer.Refusal(
                    "It holds half a character (a lone surrogate), so its text would be garbled.");
        }
        return new ChildAnswer.Text(clean, answer.imprint(), answer.charset(), steps);
    }

    private static String withoutControls(String text, List<String> steps) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        String clean = lines.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
        if (clean.length() < lines.length()) {
            steps.add("Left out %d control characters.".formatted(lines.length() - clean.length()));
        }
        return clean;
    }

    static String tooLong(int most) {
        return "Its text is longer than %,d characters.".formatted(most);
    }
}
