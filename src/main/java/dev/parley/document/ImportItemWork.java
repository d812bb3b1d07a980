package dev.parley.document;

import dev.parley.account.UserId;
import dev.parley.document.ImportItem.Number;
import dev.parley.document.ImportItem.State;
import dev.parley.document.Intake.Prepared;
import dev.parley.document.UploadStore.Received;
import dev.parley.document.extraction.ZipArchive;
import dev.parley.project.ProjectService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** What becomes of one file of an import: it is looked at, and what came of that is recorded, all of it or nothing. */
@Component
class ImportItemWork {

    private static final Logger log = LoggerFactory.getLogger(ImportItemWork.class);
    /** A file that took the service down this often is given up. */
    private static final int MOST_ATTEMPTS = 3;

    private final ImportItemRepository items;
    private final Intake intake;
    private final Importer importer;
    private final UploadStore store;
    private final ProjectService projects;
    private final TransactionTemplate transaction;

    ImportItemWork(
            ImportItemRepository items,
            Intake intake,
            Importer importer,
            UploadStore store,
            ProjectService projects,
            PlatformTransactionManager transactions) {
        this.items = items;
        this.intake = intake;
        this.importer = importer;
        this.store = store;
        this.projects = projects;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks at a file; nothing is recorded yet but that it was begun. */
    Prepared prepare(ImportJob job, ImportItem item) {
        if (item.attempts() >= MOST_ATTEMPTS) {
            return new Intake.TurnedAway(
                    "Reading it was begun %d times and never ended, so it was given up.".formatted(item.attempts()));
        }
        items.begin(item);
        try {
            Received received = new Received(store.staged(staged(item)), sha256(item), item.size());
            Prepared prepared = intake.prepare(
                    item.name(),
                    received,
                    item.charset(),
                    projects.get(job.project()).settings().language(),
                    item.number().entry() > 0,
                    sha256 -> importer.knows(job.project(), sha256));
            return prepared instanceof Intake.Ready ready && item.number().entry() > 0
                    ? ready.with("Came in the archive “%s”.".formatted(archive(item)))
                    : prepared;
        } catch (IOException | RuntimeException e) {
            return failed(item, e);
        }
    }

    private static Intake.TurnedAway failed(ImportItem item, Exception e) {
        log.error("File {} of import {} could not be taken in", item.number(), item.job(), e);
        return new Intake.TurnedAway("Something went wrong on our side; nothing of it was taken in.");
    }

    private String archive(ImportItem entry) {
        return items.item(entry.job(), new Number(entry.number().position(), 0))
                .map(ImportItem::name)
                .orElse("");
    }

    /** Records what a look at a file gave. */
    void settle(ImportJob job, UserId starter, ImportItem item, Prepared prepared) {
        try {
            record(job, starter, item, prepared);
        } catch (IOException | RuntimeException e) {
            Intake.TurnedAway away = failed(item, e);
            update(item, item.rejected(away.reason(), List.of()));
        }
    }

    private void record(ImportJob job, UserId starter, ImportItem item, Prepared prepared) throws IOException {
        switch (prepared) {
            case Intake.TurnedAway away -> update(item, item.rejected(away.reason(), away.charsets()));
            case Intake.Opened opened -> {
                try {
                    open(item, opened.entries());
                } finally {
                    FileSystemUtils.deleteRecursively(opened.folder());
                }
                store.drop(staged(item));
            }
            case Intake.Known known -> {
                importer.known(job.project(), known, result -> update(item, item.settled(result)));
                store.drop(staged(item));
            }
            case Intake.Ready ready -> {
                if (isStillWaiting(item)) {
                    importer.record(
                            starter,
                            job.project(),
                            ready,
                            job.acceptProposal(),
                            result -> update(item, item.settled(result)));
                    store.drop(staged(item));
                }
            }
        }
    }

    private boolean isStillWaiting(ImportItem item) {
        return items.item(item.job(), item.number())
                .filter(now -> now.state() == State.WAITING)
                .isPresent();
    }

    /** Whoever stopped the import in the meantime has the last word on files that were refused. */
    private void update(ImportItem item, ImportItem settled) {
        transaction.executeWithoutResult(status -> {
            ImportItem now = items.lock(item.job(), item.number()).orElseThrow();
            if (now.state() == State.WAITING || settled.state() != State.REJECTED) {
                items.update(settled);
            }
        });
    }

    private void open(ImportItem archive, List<ZipArchive.Entry> entries) throws IOException {
        List<ImportItem> files = new ArrayList<>();
        for (ZipArchive.Entry entry : entries) {
            Number number = new Number(archive.number().position(), files.size() + 1);
            files.add(
                    switch (entry) {
                        case ZipArchive.Rejected rejected ->
                            ImportItem.arrived(archive.job(), number, rejected.name(), null)
                                    .rejected(rejected.reason(), List.of());
                        case ZipArchive.Unpackaged unpackaged -> {
                            try (InputStream in = Files.newInputStream(unpackaged.file())) {
                                yield ImportItem.arrived(
                                        archive.job(), number, unpackaged.name(), store.stage(in, intake.most()));
                            } catch (UploadStore.TooLarge e) {
                                throw new UncheckedIOException(
                                        new IOException("an entry grew after it was counted", e));
                            }
                        }
                    });
        }
        transaction.executeWithoutResult(status -> {
            ImportItem now = items.lock(archive.job(), archive.number()).orElseThrow();
            if (now.state() == State.WAITING) {
                files.forEach(items::insert);
                items.update(archive.unpacked());
            }
        });
    }

    private static String staged(ImportItem item) {
        String staged = item.staged();
        if (staged == null) {
            throw new IllegalStateException("file %s of import %s has no bytes".formatted(item.number(), item.job()));
        }
        return staged;
    }

    private static String sha256(ImportItem item) {
        String sha256 = item.sha256();
        if (sha256 == null) {
            throw new IllegalStateException("file %s of import %s has no hash".formatted(item.number(), item.job()));
        }
        return sha256;
    }
}
