package dev.parley.document.extraction;

import dev.parley.document.extraction.Decoding.Decoded;
import dev.parley.document.extraction.Decoding.Undecodable;
import dev.parley.document.extraction.Extraction.Extracted;
import dev.parley.document.extraction.Extraction.Unreadable;
import dev.parley.document.extraction.MediaTypeSniffer.Recognised;
import dev.parley.document.extraction.MediaTypeSniffer.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Whether this file is an archive of files; damaged ones are not, and {@link #read} says why. */
    public boolean isArchive(Path file, String name) throws IOException {
        return MediaTypeSniffer.sniff(file, name) instanceof Recognised(FileType type) && type == FileType.ZIP;
    }

    /** @param name what the file is called; decides only where the content does not */
    public Extraction read(Path file, String name) throws IOException {
        return switch (MediaTypeSniffer.sniff(file, name)) {
            case Refused refused -> new Unreadable(refused.reason());
            case Recognised(FileType type) -> read(file, type);
        };
    }

    private Extraction read(Path file, FileType type) throws IOException {
        return switch (type) {
            case TEXT, MARKDOWN -> text(Files.readAllBytes(file), type);
            case HTML, PDF, DOCX -> extractor.extract(file, type);
            case ZIP -> new Unreadable("It is an archive inside an archive. Unpack it and send the files themselves.");
        };
    }

    private Extraction text(byte[] bytes, FileType type) {
        Decoding decoding = TextDecoder.decode(bytes);
        if (decoding instanceof Decoded decoded) {
            decoding = TextRules.apply(decoded);
        }
        return switch (decoding) {
            case Undecodable undecodable -> new Unreadable(undecodable.reason());
            case Decoded decoded
            when decoded.text().length() > limits.textSize().toBytes() ->
                new Unreadable(ExtractionChild.tooLong((int) limits.textSize().toBytes()));
            case Decoded decoded ->
                new Extracted(
                        decoded.text(), type, new Provenance(decoded.charset(), false, decoded.steps()), null, null);
        };
    }
}
