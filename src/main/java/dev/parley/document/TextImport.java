package dev.parley.document;

import dev.parley.account.User;
import dev.parley.document.Document.Segment;
import dev.parley.document.extraction.Imprint;
import dev.parley.document.extraction.Provenance;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes in articles whose text is known already: those of another Parley, or of another tool. */
@Service
@Transactional
public class TextImport {

    private static final int LONGEST_TITLE = 200;
    private static final String ID_TAKEN = "SELECT COUNT(*) FROM document WHERE id = :id";

    private final DocumentRepository documents;
    private final SourceFileRepository files;
    private final UploadStore store;
    private final Intake intake;
    private final AccessPolicy policy;
    private final SearchIndexer index;
    private final JdbcClient jdbc;
    private final Clock clock;

    TextImport(
            DocumentRepository documents,
            SourceFileRepository files,
            UploadStore store,
            Intake intake,
            AccessPolicy policy,
            SearchIndexer index,
            JdbcClient jdbc,
            Clock clock) {
        this.documents = documents;
        this.files = files;
        this.store = store;
        this.intake = intake;
        this.policy = policy;
        this.index = index;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An article.
     *
     * @param wanted the id it had; another is given if that is taken
     * @param name of the file it is kept as, unless it says where it came from
     * @param title worked out from the text if absent; so is the language, unless it says where it came from
     * @param segments worked out if absent
     * @param from the file it was cut from, which is not at hand any more; absent if the text is all there is
     * @param publication where and when it appeared, as far as it is told
     * @param addedAt when it came into the project it was in; now if absent
     */
    public record Article(
            @Nullable UUID wanted,
            String name,
            @Nullable String title,
            @Nullable String language,
            DocumentText text,
            @Nullable List<Segment> segments,
            @Nullable From from,
            Publication publication,
            @Nullable Instant addedAt) {

        /** An article of which little more than its text is known. */
        public Article(String name, @Nullable String title, @Nullable String language, DocumentText text) {
            this(null, name, title, language, text, null, null, Publication.UNKNOWN, null);
        }
    }

    /** The stretch of a file whose bytes are elsewhere. */
    public record From(String fileName, String sha256, String mediaType, int start, int end) {}

    /**
     * A text that a document can have.
     *
     * @param place where it was found, for the sentence
     * @throws ProblemException invalid for an empty text, and for characters no text can carry
     */
    public static DocumentText readable(String place, String text) {
        if (text.isBlank()) {
            throw ProblemException.invalid("%s: the text is empty; nothing was imported.".formatted(place));
        }
        int unfit = text.codePoints()
                .filter(c -> (c < ' ' && c != '\n' && c != '\t') || Character.getType(c) == Character.SURROGATE)
                .findFirst()
                .orElse(-1);
        if (unfit >= 0) {
            throw ProblemException.invalid("%s: the text holds U+%04X, which no text can carry; nothing was imported."
                    .formatted(place, unfit));
        }
        return DocumentText.of(text);
    }

    /** The document with this text: the one that is there already, or a new one. */
    public Document take(User actor, ProjectId project, Article article) {
        policy.require(actor, project, Permission.MANAGE);
        DocumentText text = article.text();
        Optional<Document> same = documents.findByText(project, text.sha256());
        if (same.isPresent()) {
            return same.get();
        }
        Span whole = new Span(0, text.codePoints());
        ProposedArticle named = intake.article(text.value(), whole, article.language(), null);
        SourceFile file = file(actor, project, article, named);
        From from = article.from();
        Document document = new Document(
                article.wanted() == null || isTaken(article.wanted())
                        ? DocumentId.random()
                        : new DocumentId(article.wanted()),
                project,
                title(article, named),
                from == null ? named.language() : article.language(),
                text.sha256(),
                text.codePoints(),
                text.utf16(),
                new Document.Source(
                        file.id(),
                        file.name(),
                        file.sha256(),
                        file.mediaType(),
                        from == null ? 0 : from.start(),
                        from == null ? whole.end() : from.end()),
                article.segments() == null ? Segments.of(text) : article.segments(),
                article.publication(),
                1,
                article.addedAt() == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : article.addedAt());
        documents.insert(document, text.value());
        indexOnceCommitted();
        return document;
    }

    /** A long import commits late; what is looked for before would not be found. */
    private void indexOnceCommitted() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            index.soon();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                index.soon();
            }
        });
    }

    private static String title(Article article, ProposedArticle named) {
        String title = article.title() == null ? "" : article.title().strip();
        return title.isEmpty() || title.length() > LONGEST_TITLE ? named.title() : title;
    }

    private boolean isTaken(UUID id) {
        return jdbc.sql(ID_TAKEN).param("id", id).query(Long.class).single() > 0;
    }

    private SourceFile file(User actor, ProjectId project, Article article, ProposedArticle named) {
        byte[] bytes = article.text().value().getBytes(StandardCharsets.UTF_8);
        From from = article.from();
        String sha256 = from == null ? article.text().sha256() : from.sha256();
        Optional<SourceFile> known = files.findByBytes(project, sha256);
        if (known.isPresent()) {
            return known.get();
        }
        if (from == null) {
            keep(bytes);
        }
        SourceFile file = new SourceFile(
                SourceFileId.random(),
                project,
                from == null ? UploadedFile.tidy(article.name()) : UploadedFile.tidy(from.fileName()),
                sha256,
                article.text().sha256(),
                bytes.length,
                from == null ? "text/plain" : from.mediaType(),
                new Provenance(
                        StandardCharsets.UTF_8.name(),
                        false,
                        List.of(
                                from == null
                                        ? "Came with annotations of another tool."
                                        : "Came in a bundle, which holds the articles and not the file they were cut from.")),
                Imprint.NONE,
                List.of(named),
                SourceFile.State.FROZEN,
                actor.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        files.insert(file, article.text().value());
        return file;
    }

    private void keep(byte[] bytes) {
        try {
            store.keep(store.stage(new ByteArrayInputStream(bytes), bytes.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UploadStore.TooLarge e) {
            throw ProblemException.invalid("A text has more bytes than it has: " + e.getMessage());
        }
    }
}
