package dev.parley.document;

import dev.parley.document.extraction.Extraction;
import dev.parley.document.extraction.Extraction.Extracted;
import dev.parley.document.extraction.Extraction.Unreadable;
import dev.parley.document.extraction.FileReader;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways in which another text for a document arrives: typed, in a file, or read from the original once more. */
@Component
final class CorrectedText {

    private final FileReader reader;
    private final UploadStore store;
    private final Intake intake;

    CorrectedText(FileReader reader, UploadStore store, Intake intake) {
        this.reader = reader;
        this.store = store;
        this.intake = intake;
    }

    /** @throws ProblemException invalid for a text that no document can have */
    DocumentText typed(String text) {
        return DocumentText.of(
                switch (reader.typed(text)) {
                    case Unreadable unreadable -> {
                        String message = "The new text cannot be used: " + unreadable.reason();
                        throw ProblemException.invalid(message, List.of(new Fault("text", message)));
                    }
                    case Extracted extracted -> extracted.text();
                });
    }

    /** What a file holds that somebody sent. */
    DocumentText sent(UploadedFile file) {
        try {
            UploadStore.Received received = store.stage(file.content().getInputStream(), intake.most());
            try {
                return read(received.file(), file.name(), null);
            } finally {
                store.drop(received.file().getFileName().toString());
            }
        } catch (UploadStore.TooLarge e) {
            throw ProblemException.invalid("“%s”: %s".formatted(file.name(), intake.tooLarge()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file that was kept reads as today. */
    DocumentText again(SourceFile file, @Nullable String charset) {
        try {
            return read(store.path(file.sha256()), file.name(), charset);
        } catch (NoSuchFileException e) {
            throw ProblemException.conflict(
                    "The original of “%s” is not kept here, so it cannot be read again.".formatted(file.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DocumentText read(Path bytes, String name, @Nullable String charset) throws IOException {
        Extraction extraction = reader.read(bytes, name, charset);
        return DocumentText.of(
                switch (extraction) {
                    case Unreadable unreadable ->
                        throw ProblemException.invalid("“%s”: %s".formatted(name, unreadable.reason()));
                    case Extracted extracted -> extracted.text();
                });
    }
}
