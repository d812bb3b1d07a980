package dev.parley.document;

import dev.parley.document.UploadStore.Received;
import dev.parley.document.extraction.Extraction;
import dev.parley.document.extraction.Extraction.Extracted;
import dev.parley.document.extraction.Extraction.Unreadable;
import dev.parley.document.extraction.FileReader;
import dev.parley.document.extraction.ImportLimits;
import dev.parley.document.extraction.Provenance;
import dev.parley.document.extraction.ZipArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** What came of looking at a file. */
    sealed interface Prepared {}

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

    /** @param charsets as in {@link Unreadable} */
    record TurnedAway(String reason, List<String> charsets) implements Prepared {

        TurnedAway(String reason) {
            this(reason, List.of());
        }
    }

    /** An archive, unpacked into a folder that whoever gets this must remove. */
    record Opened(Path folder, List<ZipArchive.Entry> entries) implements Prepared {}

    /** Bytes of what may be sent as one; an archive may be larger than a file. */
    long most() {
        return limits.archiveSize().toBytes();
    }

    String tooLarge() {
        return "It is larger than %d MB.".formatted(limits.archiveSize().toMegabytes());
    }

    /**
     * Looks at one file; slow for some, so it holds no transaction.
     *
     * @param charset what somebody chose to read it as, null to find out
     * @param language the project's, null if it has none
     * @param known whether a hash is in the project already
     */
    Prepared prepare(
            String name,
            Received received,
            @Nullable String charset,
            @Nullable String language,
            boolean inArchive,
            Predicate<String> known)
            throws IOException {
        if (known.test(received.sha256())) {
            return new Known(name, received.sha256());
        }
        if (!inArchive && reader.isArchive(received.file(), name)) {
            return unpack(received.file());
        }
        if (received.size() > limits.fileSize().toBytes()) {
            return new TurnedAway(
                    "It is larger than %d MB.".formatted(limits.fileSize().toMegabytes()));
        }
        Extraction extraction = reader.read(received.file(), name, charset);
        return switch (extraction) {
            case Unreadable unreadable -> new TurnedAway(unreadable.reason(), unreadable.charsets());
            case Extracted extracted ->
                new Ready(name, received, extracted, extracted.provenance(), articles(extracted, language));
        };
    }

    private Prepared unpack(Path archive) throws IOException {
        Path folder = Files.createTempDirectory("parley-unpack-");
        Prepared prepared = switch (archives.unpack(archive, folder)) {
            case ZipArchive.Refused refused -> new TurnedAway(refused.reason());
            case ZipArchive.Entries entries -> new Opened(folder, entries.entries());
        };
        if (prepared instanceof TurnedAway) {
            FileSystemUtils.deleteRecursively(folder);
        }
        return prepared;
    }

    /** The first characters of a file, read as this charset; empty if its bytes cannot mean that. */
    Optional<String> preview(Path file, String charset, int most) throws IOException {
        return reader.preview(file, charset, most);
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
