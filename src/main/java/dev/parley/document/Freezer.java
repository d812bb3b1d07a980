package dev.parley.document;

import dev.parley.document.SourceFile.State;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes documents of the articles of a file; from then on their texts never change. */
@Component
final class Freezer {

    private final Intake intake;
    private final SourceFileRepository files;
    private final DocumentRepository documents;
    private final LikenessRepository likenesses;
    private final SearchIndexer index;
    private final ProjectService projects;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Freezer(
            Intake intake,
            SourceFileRepository files,
            DocumentRepository documents,
            LikenessRepository likenesses,
            SearchIndexer index,
            ProjectService projects,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.intake = intake;
        this.files = files;
        this.documents = documents;
        this.likenesses = likenesses;
        this.index = index;
        this.projects = projects;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Makes documents of these cuts, in the text's order; an article whose very text is a document of the project already
     * is that document.
     *
     * @throws ProblemException conflict if the file's articles are settled; invalid for cuts that cannot be
     */
    List<Document> freeze(SourceFileId id, List<Span> cuts, Map<Span, ArticleDetails> chosen) {
        List<Document> made = transaction.execute(status -> {
            SourceFile file = files.lock(id).orElseThrow(() -> ProblemException.notFound("file", id));
            requireOpen(file);
            DocumentText text = DocumentText.of(files.text(id).orElseThrow());
            return freeze(file, text, Cuts.checked(cuts, text), chosen);
        });
        index.soon();
        return made == null ? List.of() : made;
    }

    /** The same, as part of what records the file. */
    List<Document> freeze(SourceFile file, DocumentText text, List<Span> cuts, Map<Span, ArticleDetails> chosen) {
        Set<Document> made = new LinkedHashSet<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Span cut : cuts) {
            DocumentText article = DocumentText.of(text.slice(cut));
            Optional<Document> same = documents.findByText(file.project(), article.sha256());
            if (same.isPresent()) {
                made.add(same.get());
                continue;
            }
            // a microsecond apart, so that the articles of a file stay in its order
            Document document = document(file, article, cut, chosen, now.plus(made.size(), ChronoUnit.MICROS));
            documents.insert(document, article.value());
            made.add(document);
        }
        files.freeze(file.id());
        return List.copyOf(made);
    }

    private Document document(
            SourceFile file, DocumentText article, Span cut, Map<Span, ArticleDetails> chosen, Instant at) {
        ArticleDetails details = chosen.get(cut);
        ArticleDetails said = details == null ? details(file, article, cut) : Descriptions.checked(details, article);
        return new Document(
                DocumentId.random(),
                file.project(),
                said.title(),
                said.language(),
                article.sha256(),
                article.codePoints(),
                article.utf16(),
                new Document.Source(file.id(), file.name(), file.sha256(), file.mediaType(), cut.start(), cut.end()),
                said.segments(),
                said.publication(),
                1,
                at);
    }

    /** What would be said about a stretch of a file if nobody chose otherwise. */
    ArticleDetails details(SourceFile file, DocumentText article, Span cut) {
        ProposedArticle named = file.proposal().stream()
                .filter(proposed -> proposed.span().equals(cut))
                .findFirst()
                .orElseGet(() ->
                        intake.article(article.value(), cut, file.imprint().language(), language(file.project())));
        List<Document.Segment> segments = Segments.of(article);
        return new ArticleDetails(
                named.title(), named.language(), Datelines.publication(file.imprint(), article, segments), segments);
    }

    /** Documents of the project that a stretch of a file resembles. */
    List<Likeness> alike(SourceFile file, DocumentText article) {
        return likenesses.find(file.project(), Sketch.of(Segments.withoutSite(article, Segments.of(article))));
    }

    /** The one of the project, for texts that say none; null if it has none. */
    @Nullable
    String language(ProjectId project) {
        return projects.get(project).settings().language();
    }

    /** @throws ProblemException conflict if the articles of a file are settled */
    static void requireOpen(SourceFile file) {
        if (file.state() == State.FROZEN) {
            throw ProblemException.conflict("The articles of “%s” are settled already.".formatted(file.name()));
        }
    }
}
