package dev.parley.document.extraction;

import dev.parley.document.extraction.Decoding.Decoded;
import dev.parley.document.extraction.Decoding.Undecodable;
import dev.parley.document.extraction.Extraction.Extracted;
import dev.parley.document.extraction.Extraction.Unreadable;
import dev.parley.document.extraction.MediaTypeSniffer.Recognised;
import dev.parley.document.extraction.MediaTypeSniffer.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one file that a stranger may have made: what it is, then what it says. */
@Component
public final class FileReader {

    private final TextExtractor extractor;
    private final ImportLimits limits;

    FileReader(TextExtractor extractor, ImportLimits limits) {
        this.extractor = extractor;
        this.limits = limits;
    }

    /** The charsets that a person may choose among where letters do not tell. */
    public static List<String> charsets() {
        return CharsetGuess.choices();
    }

    /** Whether this file is an archive of files; damaged ones are not, and {@link #read} says why. */
    public boolean isArchive(Path file, String name) throws IOException {
        return MediaTypeSniffer.sniff(file, name) instanceof Recognised(FileType type) && type == FileType.ZIP;
    }

    /** @param name what the file is called; decides only where the content does not */
    public Extraction read(Path file, String name) throws IOException {
        return read(file, name, null);
    }

    /** @param charset what a person chose to read the bytes as; null to find out */
    public Extraction read(Path file, String name, @Nullable String charset) throws IOException {
        return switch (MediaTypeSniffer.sniff(file, name)) {
            case Refused refused -> new Unreadable(refused.reason());
            case Recognised(FileType type) -> read(file, type, charset);
        };
    }

    private Extraction read(Path file, FileType type, @Nullable String charset) throws IOException {
        return switch (type) {
            case TEXT, MARKDOWN -> text(Files.readAllBytes(file), type, charset);
            case HTML, PDF, DOCX, ODT, RTF, EPUB, EML -> extractor.extract(file, type, charset);
            case ZIP -> new Unreadable("It is an archive inside an archive. Unpack it and send the files themselves.");
        };
    }

    /** The first characters, read as this charset; empty if the bytes cannot mean that. */
    public Optional<String> preview(Path file, String charset, int most) throws IOException {
        return switch (TextDecoder.decodeAs(Files.readAllBytes(file), charset)) {
            case Decoded decoded -> {
                String text = decoded.text();
                yield Optional.of(
                        text.codePointCount(0, text.length()) <= most
                                ? text
                                : text.substring(0, text.offsetByCodePoints(0, most)));
            }
            case Undecodable undecodable -> Optional.empty();
        };
    }

    /** A text that came as characters, under the rules for those that come as bytes. */
    public Extraction typed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && Character.charCount(text.codePointAt(i++)) == 1) {
                return new Unreadable("It holds half a character (U+%04X) at position %d."
                        .formatted((int) text.charAt(i - 1), text.codePointCount(0, i - 1)));
            }
        }
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return text(TextRules.apply(new Decoded(unmarked, StandardCharsets.UTF_8.name(), List.of())), FileType.TEXT);
    }

    private Extraction text(byte[] bytes, FileType type, @Nullable String charset) {
        Decoding decoding = charset == null ? TextDecoder.decode(bytes) : TextDecoder.decodeAs(bytes, charset);
        if (decoding instanceof Decoded decoded) {
            decoding = TextRules.apply(decoded);
        }
        return text(decoding, type);
    }

    private Extraction text(Decoding decoding, FileType type) {
        return switch (decoding) {
            case Undecodable undecodable -> new Unreadable(undecodable.reason(), undecodable.charsets());
            case Decoded decoded
            when decoded.text().length() > limits.textSize().toBytes() ->
                new Unreadable(ExtractionChild.tooLong((int) limits.textSize().toBytes()));
            case Decoded decoded ->
                new Extracted(
                        decoded.text(), type, new Provenance(decoded.charset(), false, decoded.steps()), Imprint.NONE);
        };
    }
}
