package dev.parley.document;

import dev.parley.document.UploadStore.Received;
import dev.parley.document.UploadStore.TooLarge;
import dev.parley.document.extraction.Extraction;
import dev.parley.document.extraction.Extraction.Extracted;
import dev.parley.document.extraction.Extraction.Unreadable;
import dev.parley.document.extraction.FileReader;
import dev.parley.document.extraction.ImportLimits;
import dev.parley.document.extraction.Provenance;
import dev.parley.document.extraction.ZipArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Makes of what was sent something that can be recorded: counts it, unpacks it, reads it, proposes its articles. Touches
 * no database, so that slow files hold no transaction open.
 */
@Component
@EnableConfigurationProperties(ImportLimits.class)
final class Intake {

    private final FileReader reader;
    private final ZipArchive archives;
    private final ImportLimits limits;
    private final Languages languages;

    Intake(FileReader reader, ZipArchive archives, ImportLimits limits, Languages languages) {
        this.reader = reader;
        this.archives = archives;
        this.limits = limits;
        this.languages = languages;
    }

    /** One file that came out of what was sent. */
    sealed interface Prepared {

        String name();
    }

    /** It can be recorded. */
    record Ready(
            String name, Received bytes, Extracted extracted, Provenance provenance, List<ProposedArticle> articles)
            implements Prepared {

        Ready with(String step) {
            return new Ready(name, bytes, extracted, provenance.with(step), articles);
        }
    }

    /** These bytes are in the project already, so they were not read again. */
    record Known(String name, String sha256) implements Prepared {}

    record TurnedAway(String name, String reason, @Nullable String sha256) implements Prepared {}

    /** What was sent, in a folder of its own that goes when this is closed. */
    record Batch(Path folder, List<Prepared> files) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /**
     * @param language the project's, null if it has none
     * @param known whether a hash is in the project already
     */
    Batch take(UploadedFile sent, @Nullable String language, Predicate<String> known) throws IOException {
        Path folder = Files.createTempDirectory("parley-import-");
        try {
            return new Batch(folder, files(sent, folder, language, known));
        } catch (IOException | RuntimeException e) {
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
    }

    private List<Prepared> files(UploadedFile sent, Path folder, @Nullable String language, Predicate<String> known)
            throws IOException {
        Received received;
        try (InputStream in = sent.content().getInputStream()) {
            received = UploadStore.receive(
                    in, folder.resolve("sent"), limits.archiveSize().toBytes());
        } catch (TooLarge e) {
            return List.of(new TurnedAway(
                    sent.name(),
                    "It is larger than %d MB.".formatted(limits.archiveSize().toMegabytes()),
                    null));
        }
        if (known.test(received.sha256())) {
            return List.of(new Known(sent.name(), received.sha256()));
        }
        if (reader.isArchive(received.file(), sent.name())) {
            return archive(sent.name(), received, folder, language, known);
        }
        if (received.size() > limits.fileSize().toBytes()) {
            return List.of(new TurnedAway(
                    sent.name(),
                    "It is larger than %d MB.".formatted(limits.fileSize().toMegabytes()),
                    null));
        }
        return List.of(file(sent.name(), received, language));
    }

    private List<Prepared> archive(
            String name, Received received, Path folder, @Nullable String language, Predicate<String> known)
            throws IOException {
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        return switch (archives.unpack(received.file(), unpacked)) {
            case ZipArchive.Refused refused -> List.of(new TurnedAway(name, refused.reason(), received.sha256()));
            case ZipArchive.Entries entries -> {
                List<Prepared> files = new ArrayList<>();
                for (ZipArchive.Entry entry : entries.entries()) {
                    files.add(within(name, entry(entry, language, known)));
                }
                yield files;
            }
        };
    }

    private static Prepared within(String archive, Prepared entry) {
        return entry instanceof Ready ready ? ready.with("Came in the archive “%s”.".formatted(archive)) : entry;
    }

    private Prepared entry(ZipArchive.Entry entry, @Nullable String language, Predicate<String> known)
            throws IOException {
        String name = UploadedFile.tidy(entry.name());
        return switch (entry) {
            case ZipArchive.Rejected rejected -> new TurnedAway(name, rejected.reason(), null);
            case ZipArchive.Unpackaged unpackaged -> {
                Received bytes = UploadStore.existing(unpackaged.file());
                yield known.test(bytes.sha256()) ? new Known(name, bytes.sha256()) : file(name, bytes, language);
            }
        };
    }

    private Prepared file(String name, Received bytes, @Nullable String language) throws IOException {
        Extraction extraction = reader.read(bytes.file(), name);
        return switch (extraction) {
            case Unreadable unreadable -> new TurnedAway(name, unreadable.reason(), bytes.sha256());
            case Extracted extracted ->
                new Ready(name, bytes, extracted, extracted.provenance(), articles(extracted, language));
        };
    }

    private List<ProposedArticle> articles(Extracted extracted, @Nullable String language) {
        DocumentText text = DocumentText.of(extracted.text());
        List<ProposedArticle> articles = new ArrayList<>();
        for (Span span : ArticleCuts.propose(text)) {
            articles.add(article(text.slice(span), span, extracted.imprint().language(), language));
        }
        return articles;
    }

    /** What a stretch of text would be called. */
    ProposedArticle article(String words, Span span, @Nullable String said, @Nullable String fallback) {
        String language = said == null ? languages.of(words, fallback) : said;
        return new ProposedArticle(span, Titles.of(words), language);
    }
}
