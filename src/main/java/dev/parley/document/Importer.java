package dev.parley.document;

import dev.parley.account.UserId;
import dev.parley.document.FileResult.Status;
import dev.parley.document.SourceFile.State;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records files; each is a transaction of its own. */
@Component
final class Importer {

    private final Intake intake;
    private final UploadStore store;
    private final SourceFileRepository files;
    private final DocumentRepository documents;
    private final DocumentListRepository lists;
    private final SearchIndexer index;
    private final Freezer freezer;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Importer(
            Intake intake,
            UploadStore store,
            SourceFileRepository files,
            DocumentRepository documents,
            DocumentListRepository lists,
            SearchIndexer index,
            Freezer freezer,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.intake = intake;
        this.store = store;
        this.files = files;
        this.documents = documents;
        this.lists = lists;
        this.index = index;
        this.freezer = freezer;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Records one file.
     *
     * @param afterwards what belongs into the same transaction
     */
    FileResult record(
            UserId uploader,
            ProjectId project,
            Intake.Ready ready,
            boolean acceptProposal,
            Consumer<FileResult> afterwards) {
        try {
            return inTransaction(() -> record(uploader, project, ready, acceptProposal), afterwards);
        } catch (DuplicateKeyException sameFileElsewhere) {
            // somebody sent the same bytes at the same moment; now they are there and are found
            return inTransaction(() -> record(uploader, project, ready, acceptProposal), afterwards);
        }
    }

    /** Says of bytes that are in the project already where they are. */
    FileResult known(ProjectId project, Intake.Known known, Consumer<FileResult> afterwards) {
        return inTransaction(
                () -> duplicate(
                        known.name(), files.findByBytes(project, known.sha256()).orElseThrow(), known.sha256()),
                afterwards);
    }

    boolean knows(ProjectId project, String sha256) {
        return files.findByBytes(project, sha256).isPresent();
    }

    /**
     * Reads a file again whose articles are still open, as a charset that somebody chose.
     *
     * @throws ProblemException conflict if its articles are settled, invalid if the bytes cannot mean that
     */
    SourceFile reread(SourceFile file, String charset) {
        Intake.Prepared prepared;
        try {
            prepared = intake.prepare(
                    file.name(),
                    UploadStore.existing(store.path(file.sha256())),
                    charset,
                    freezer.language(file.project()),
                    true,
                    sha256 -> false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!(prepared instanceof Intake.Ready ready)) {
            String reason = prepared instanceof Intake.TurnedAway away ? away.reason() : "It cannot be read.";
            throw ProblemException.invalid("“%s”: %s".formatted(file.name(), reason));
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            SourceFile now = files.lock(file.id()).orElseThrow(() -> ProblemException.notFound("file", file.id()));
            Freezer.requireOpen(now);
            DocumentText text = DocumentText.of(ready.extracted().text());
            SourceFile read = new SourceFile(
                    now.id(),
                    now.project(),
                    now.name(),
                    now.sha256(),
                    text.sha256(),
                    now.size(),
                    now.mediaType(),
                    ready.provenance(),
                    ready.extracted().imprint(),
                    ready.articles(),
                    State.PROPOSED,
                    now.uploadedBy(),
                    now.uploadedAt());
            files.reread(read, text.value());
            return read;
        }));
    }

    /** Forgets a file whose articles are open, and its bytes when nothing refers to them any more. */
    void discard(SourceFile file) {
        boolean last = Boolean.TRUE.equals(transaction.execute(status -> {
            Freezer.requireOpen(files.lock(file.id()).orElseThrow(() -> ProblemException.notFound("file", file.id())));
            files.delete(file.id());
            return !files.anyWithBytes(file.sha256());
        }));
        if (last) {
            try {
                store.remove(file.sha256());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private FileResult inTransaction(Supplier<FileResult> action, Consumer<FileResult> afterwards) {
        FileResult recorded = Objects.requireNonNull(transaction.execute(status -> {
            FileResult result = action.get();
            afterwards.accept(result);
            return result;
        }));
        if (!recorded.documents().isEmpty()) {
            index.soon();
        }
        return recorded;
    }

    private FileResult record(UserId uploader, ProjectId project, Intake.Ready ready, boolean acceptProposal) {
        String sha256 = ready.bytes().sha256();
        DocumentText text = DocumentText.of(ready.extracted().text());
        String textSha256 = text.sha256();
        Optional<SourceFile> earlier =
                files.findByBytes(project, sha256).or(() -> files.findByText(project, textSha256));
        if (earlier.isPresent()) {
            return duplicate(ready.name(), earlier.get(), sha256);
        }
        store.keep(ready.bytes());
        SourceFile file = new SourceFile(
                SourceFileId.random(),
                project,
                ready.name(),
                sha256,
                textSha256,
                ready.bytes().size(),
                ready.extracted().type().mediaType(),
                ready.provenance(),
                ready.extracted().imprint(),
                ready.articles(),
                State.PROPOSED,
                uploader,
                now());
        files.insert(file, text.value());
        List<DocumentId> made = acceptProposal
                ? ids(freezer.freeze(
                        file,
                        text,
                        file.proposal().stream().map(ProposedArticle::span).toList(),
                        Map.of()))
                : List.of();
        Status status = acceptProposal ? Status.ACCEPTED : Status.PROPOSED;
        return new FileResult(ready.name(), status, null, file.id(), sha256, file.mediaType(), file.proposal(), made);
    }

    private FileResult duplicate(String name, SourceFile earlier, String sha256) {
        String same = earlier.sha256().equals(sha256) ? "file" : "text";
        String reason = earlier.state() == State.PROPOSED
                ? "The same %s is already here as “%s” and waits for its cuts to be confirmed."
                : "The same %s is already here as “%s”.";
        return new FileResult(
                name,
                Status.DUPLICATE,
                reason.formatted(same, earlier.name()),
                earlier.id(),
                sha256,
                earlier.mediaType(),
                earlier.proposal(),
                ids(lists.of(earlier.id())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static List<DocumentId> ids(List<Document> documents) {
        return documents.stream().map(Document::id).toList();
    }
}
