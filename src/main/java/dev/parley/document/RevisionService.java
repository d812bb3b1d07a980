package dev.parley.document;

import dev.parley.account.User;
import dev.parley.document.Carrier.Carried;
import dev.parley.document.Document.Segment;
import dev.parley.document.Revision.Replaced;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives documents another text, and knows those they had. Whatever points into the old text is carried over by the
 * packages that keep it ({@link Carrier}), all in one transaction or not at all.
 */
@Service
public class RevisionService {

    private static final int LONGEST_REASON = 500;

    private final RevisionRepository revisions;
    private final DocumentRepository repository;
    private final DocumentService documents;
    private final FileService files;
    private final CorrectedText corrected;
    private final SearchIndexer index;
    private final AccessPolicy policy;
    private final ObjectProvider<Carrier> carriers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RevisionService(
            RevisionRepository revisions,
            DocumentRepository repository,
            DocumentService documents,
            FileService files,
            CorrectedText corrected,
            SearchIndexer index,
            AccessPolicy policy,
            ObjectProvider<Carrier> carriers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.revisions = revisions;
        this.repository = repository;
        this.documents = documents;
        this.files = files;
        this.corrected = corrected;
        this.index = index;
        this.policy = policy;
        this.carriers = carriers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What a new text brings with it.
     *
     * @param document as it is with it
     * @param carried by kind, what stands and what is to be looked at
     */
    public record Revised(Document document, List<Carried> carried) {}

    /** What {@link #revise} would do: it is done and taken back, so that the two cannot differ. */
    public Revised preview(User actor, DocumentId id, String text) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return replace(actor, id, text, "preview");
        }));
    }

    /**
     * Puts a text in the place of a document's; the old one stays readable.
     *
     * @param reason why, for those who read it later
     * @throws ProblemException invalid for a text that nothing can be marked in, that changes nothing, or without a reason;
     *     conflict if another document of the project has it
     */
    public Revised revise(User actor, DocumentId id, String text, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            String message = "Say in 1 to %d characters why the text changes.".formatted(LONGEST_REASON);
            throw ProblemException.invalid(message, List.of(new Fault("reason", message)));
        }
        Revised revised = Objects.requireNonNull(transaction.execute(status -> replace(actor, id, text, why)));
        index.soon();
        return revised;
    }

    private Revised replace(User actor, DocumentId id, String given, String reason) {
        Document before = requireManaged(actor, id);
        if (!revisions.lock(id)) {
            throw ProblemException.notFound("document", id);
        }
        Document locked = documents.get(id);
        DocumentText text = checked(locked, given);
        DocumentText old = documents.text(id);
        MovedText moved = MovedText.between(old, text);
        revisions.replace(
                id,
                text,
                segments(locked.segments(), moved),
                new Replaced(reason, actor.id(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
        Document now = documents.get(before.id());
        List<Carried> carried = carriers.orderedStream()
                .map(carrier -> carrier.carry(actor, now, locked.revision(), moved))
                .toList();
        return new Revised(now, carried);
    }

    private DocumentText checked(Document document, String given) {
        DocumentText text = corrected.typed(given);
        if (text.sha256().equals(document.sha256())) {
            throw invalid("This is the text that “%s” has already.".formatted(document.title()));
        }
        repository.findByText(document.project(), text.sha256()).ifPresent(other -> {
            throw ProblemException.conflict("“%s” has exactly this text already.".formatted(other.title()));
        });
        return text;
    }

    private static ProblemException invalid(String message) {
        return ProblemException.invalid(message, List.of(new Fault("text", message)));
    }

    /** What somebody said about lines that are still there, and for the others what the new text looks like. */
    private static List<Segment> segments(List<Segment> before, MovedText moved) {
        List<Segment> kept = new ArrayList<>();
        for (Segment segment : before) {
            Span of = segment.of();
            Optional<Span> repeats = of == null ? Optional.empty() : moved.sure(of);
            if (of == null || repeats.isPresent()) {
                moved.sure(segment.span())
                        .ifPresent(span -> kept.add(new Segment(segment.type(), span, repeats.orElse(null))));
            }
        }
        Stream<Segment> fresh = Segments.of(moved.after()).stream()
                .filter(segment -> kept.stream().noneMatch(one -> one.span().overlap(segment.span()) > 0))
                // nothing was said about lines that were there before, and that was somebody's choice
                .filter(segment -> !isOld(segment.span(), moved));
        return Stream.concat(kept.stream(), fresh)
                .sorted(Comparator.comparing(Segment::span))
                .toList();
    }

    private static boolean isOld(Span span, MovedText moved) {
        return moved.pieces().stream()
                .anyMatch(
                        piece -> piece.same() && piece.otherStart() <= span.start() && span.end() <= piece.otherEnd());
    }

    /**
     * The text of a document as its original reads today, which may be better than when it came.
     *
     * @param charset to read it as; absent to find out
     * @throws ProblemException invalid if the original cannot be read, or the article is not found in it again
     */
    public String extractAgain(User actor, DocumentId id, @Nullable String charset) {
        Document document = requireManaged(actor, id);
        Document.Source source = document.source();
        DocumentText before = files.fileText(actor, source.file());
        DocumentText now = corrected.again(files.file(actor, source.file()), charset);
        Span article = new Span(source.start(), source.end());
        return MovedText.between(before, now)
                .around(article)
                .map(now::slice)
                .orElseThrow(() ->
                        ProblemException.invalid("The article “%s” is not found again in what “%s” reads as today."
                                .formatted(document.title(), source.fileName())));
    }

    /** The text of a file with a correction. @throws ProblemException invalid if it cannot be read */
    public String read(User actor, DocumentId id, UploadedFile file) {
        requireManaged(actor, id);
        return corrected.sent(file).value();
    }

    /** All texts a document has had, the one that holds first. */
    @Transactional(readOnly = true)
    public List<Revision> of(User actor, DocumentId id) {
        Document document = documents.require(actor, id);
        return Stream.concat(Stream.of(current(document)), revisions.of(id).stream())
                .toList();
    }

    /** @throws ProblemException not found if the document never had so many */
    @Transactional(readOnly = true)
    public Revision require(User actor, DocumentId id, int number) {
        Document document = documents.require(actor, id);
        return number == document.revision()
                ? current(document)
                : revisions.find(id, number).orElseThrow(() -> missing(document, number));
    }

    /** The document as it was in one of its revisions; what is said about it besides the text is as it is now. */
    @Transactional(readOnly = true)
    public Document at(User actor, DocumentId id, int number) {
        Document now = documents.require(actor, id);
        if (number == now.revision()) {
            return now;
        }
        Revision revision = require(actor, id, number);
        return now.at(revision, revisions.segments(id, number));
    }

    /** For packages that have asked whether it may be read. */
    @Transactional(readOnly = true)
    public DocumentText text(DocumentId id, int number) {
        Document document = documents.get(id);
        return number == document.revision()
                ? documents.text(id)
                : DocumentText.of(revisions.text(id, number).orElseThrow(() -> missing(document, number)));
    }

    private static Revision current(Document document) {
        return new Revision(
                document.id(), document.revision(), document.sha256(), document.codePoints(), document.utf16(), null);
    }

    private static ProblemException missing(Document document, int number) {
        return ProblemException.notFound("revision of “%s”".formatted(document.title()), number);
    }

    private Document requireManaged(User actor, DocumentId id) {
        Document document = documents.require(actor, id);
        policy.require(actor, document.project(), Permission.MANAGE);
        return document;
    }
}
