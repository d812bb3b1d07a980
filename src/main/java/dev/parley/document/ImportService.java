package dev.parley.document;

import dev.parley.account.User;
import dev.parley.document.FileResult.Status;
import dev.parley.document.ImportItem.Number;
import dev.parley.document.ImportItem.State;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes files in, each by itself: one that cannot be read does not keep the others out. An import goes on when the page
 * is closed and after a restart; its report stays.
 */
@Service
public class ImportService {

    /** Every state that a file, not an archive that was unpacked, can be in. */
    public static final Set<State> FILES = EnumSet.complementOf(EnumSet.of(State.UNPACKED));

    private static final int AT_ONCE = 500;

    private final ImportRepository imports;
    private final ImportItemRepository items;
    private final ImportRunner runner;
    private final Intake intake;
    private final UploadStore store;
    private final SourceFileRepository files;
    private final AccessPolicy policy;
    private final Clock clock;

    ImportService(
            ImportRepository imports,
            ImportItemRepository items,
            ImportRunner runner,
            Intake intake,
            UploadStore store,
            SourceFileRepository files,
            AccessPolicy policy,
            Clock clock) {
        this.imports = imports;
        this.items = items;
        this.runner = runner;
        this.intake = intake;
        this.store = store;
        this.files = files;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Begins an import without files.
     *
     * @param acceptProposal whether the proposed articles become documents at once
     */
    public ImportId start(User actor, ProjectId project, boolean acceptProposal) {
        policy.require(actor, project, Permission.MANAGE);
        ImportId id = ImportId.random();
        imports.insert(
                new ImportJob(
                        id, project, acceptProposal, clock.instant().truncatedTo(ChronoUnit.MICROS), null, Map.of()),
                actor.id());
        return id;
    }

    /** Takes the bytes of one more file in; what comes of them shows later. Files of an import are added one by one. */
    public void add(User actor, ImportId id, UploadedFile sent) {
        requireJob(actor, id);
        try {
            ImportItem item = staged(id, sent);
            synchronized (this) {
                ImportItem next = at(item, new Number(items.nextPosition(id), 0));
                items.insert(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runner.wake(id);
    }

    private ImportItem staged(ImportId id, UploadedFile sent) throws IOException {
        Number anywhere = new Number(0, 0);
        try (InputStream in = sent.content().getInputStream()) {
            return ImportItem.arrived(id, anywhere, sent.name(), store.stage(in, intake.most()));
        } catch (UploadStore.TooLarge e) {
            return ImportItem.arrived(id, anywhere, sent.name(), null).rejected(intake.tooLarge(), List.of());
        }
    }

    private static ImportItem at(ImportItem item, Number number) {
        return new ImportItem(
                item.job(),
                number,
                item.name(),
                item.state(),
                item.staged(),
                item.sha256(),
                item.size(),
                item.charset(),
                item.attempts(),
                item.reason(),
                item.charsets(),
                item.mediaType(),
                item.file(),
                item.documents());
    }

    /** Begins an import of these files; it goes on by itself. */
    public ImportId submit(User actor, ProjectId project, List<UploadedFile> sent, boolean acceptProposal) {
        ImportId id = start(actor, project, acceptProposal);
        sent.forEach(file -> add(actor, id, file));
        return id;
    }

    /** Imports these files and waits; an archive gives one result for each file in it. */
    public List<FileResult> upload(User actor, ProjectId project, List<UploadedFile> sent, boolean acceptProposal) {
        ImportId id = submit(actor, project, sent, acceptProposal);
        for (CompletableFuture<Void> end = runner.wake(id); ; end = runner.wake(id)) {
            end.join();
            if (!requireJob(actor, id).isRunning()) {
                return results(id);
            }
        }
    }

    private List<FileResult> results(ImportId id) {
        List<FileResult> results = new ArrayList<>();
        List<ImportItem> some;
        do {
            some = items.items(id, FILES, results.size(), AT_ONCE);
            Map<SourceFileId, SourceFile> known =
                    files
                            .all(some.stream()
                                    .map(ImportItem::file)
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(SourceFile::id, Function.identity()));
            for (ImportItem item : some) {
                results.add(result(item, known.get(item.file())));
            }
        } while (some.size() == AT_ONCE);
        return results;
    }

    private static FileResult result(ImportItem item, @Nullable SourceFile file) {
        Status status = switch (item.state()) {
            case ACCEPTED -> Status.ACCEPTED;
            case PROPOSED -> Status.PROPOSED;
            case DUPLICATE -> Status.DUPLICATE;
            case REJECTED, CANCELLED, WAITING, UNPACKED -> Status.REJECTED;
        };
        return new FileResult(
                item.name(),
                status,
                item.reason(),
                item.file(),
                item.sha256(),
                item.mediaType(),
                file == null ? List.of() : file.proposal(),
                item.documents());
    }

    /** How far an import is. */
    public ImportJob find(User actor, ImportId id) {
        return requireJob(actor, id);
    }

    /** The latest imports of a project, the last first. */
    public List<ImportJob> latest(User actor, ProjectId project, int limit) {
        policy.require(actor, project, Permission.MANAGE);
        return imports.latest(project, limit);
    }

    /** Files of an import in these states, in the order of sending. */
    public List<ImportItem> items(User actor, ImportId id, Set<State> states, int offset, int limit) {
        requireJob(actor, id);
        return items.items(id, states, offset, limit);
    }

    /** Stops an import; what was taken in stays. */
    public ImportJob cancel(User actor, ImportId id) {
        requireJob(actor, id);
        imports.cancel(id, clock.instant());
        items.cancel(id);
        return requireJob(actor, id);
    }

    /**
     * Looks at a refused file once more.
     *
     * @param charset what to read it as, null to find out
     * @throws ProblemException conflict if it was not refused or its bytes are gone
     */
    public void retry(User actor, ImportId id, Number number, @Nullable String charset) {
        ImportItem item = requireItem(actor, id, number);
        if (!item.isRetryable()) {
            throw ProblemException.conflict("“%s” cannot be tried again: %s."
                    .formatted(
                            item.name(),
                            item.staged() == null ? "its bytes are not kept any longer" : "it was not refused"));
        }
        items.update(item.waiting(charset));
        runner.wake(id);
    }

    /** How a refused file begins when it is read as this charset; empty if its bytes cannot mean that. */
    public Optional<String> preview(User actor, ImportId id, Number number, String charset, int most) {
        String staged = requireItem(actor, id, number).staged();
        if (staged == null) {
            return Optional.empty();
        }
        try {
            return intake.preview(store.staged(staged), charset, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportItem requireItem(User actor, ImportId id, Number number) {
        requireJob(actor, id);
        return items.item(id, number).orElseThrow(() -> ProblemException.notFound("file in this import", number));
    }

    private ImportJob requireJob(User actor, ImportId id) {
        ImportJob job = imports.find(id)
                .filter(found -> policy.allows(actor, found.project(), Permission.READ))
                .orElseThrow(() -> ProblemException.notFound("import", id));
        policy.require(actor, job.project(), Permission.MANAGE);
        return job;
    }
}
