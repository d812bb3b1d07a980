package dev.parley.document;

import dev.parley.account.User;
import dev.parley.document.TrashRepository.EmptyFile;
import dev.parley.document.TrashRepository.Trashed;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Documents that nobody wants: first they lie in the trash, from where they can be brought back, then they go for good,
 * their texts and the files they came from with them.
 */
@Service
@EnableConfigurationProperties(TrashSettings.class)
public class TrashService {

    /** So many documents are named in one statement. */
    private static final int PORTION = 1_000;
    /** So many go in one transaction. */
    private static final int AT_ONCE = 200;
    /** Bytes that no file refers to may belong to one that is just being recorded. */
    private static final Duration BEING_RECORDED = Duration.ofDays(1);

    private final TrashRepository trash;
    private final LikenessRepository likenesses;
    private final SearchIndexer index;
    private final UploadStore store;
    private final AccessPolicy policy;
    private final TrashSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrashService(
            TrashRepository trash,
            LikenessRepository likenesses,
            SearchIndexer index,
            UploadStore store,
            AccessPolicy policy,
            TrashSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.trash = trash;
        this.likenesses = likenesses;
        this.index = index;
        this.store = store;
        this.policy = policy;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What went for good.
     *
     * @param originals files whose bytes went as well, because nothing refers to them any more
     */
    public record Emptied(int documents, int originals) {

        private Emptied plus(Emptied more) {
            return new Emptied(documents + more.documents, originals + more.originals);
        }
    }

    /** After how many days documents leave the trash for good; 0 if they stay. */
    public int days() {
        return settings.days();
    }

    /** Puts documents into the trash, where nobody reads them and their marks wait; gives how many. */
    @Transactional
    public int trash(User actor, ProjectId project, List<DocumentId> ids) {
        policy.require(actor, project, Permission.MANAGE);
        return inPortions(ids, some -> trash.trash(project, some, clock.instant()));
    }

    /** Takes documents out of the trash; gives how many. */
    @Transactional
    public int restore(User actor, ProjectId project, List<DocumentId> ids) {
        policy.require(actor, project, Permission.MANAGE);
        return inPortions(ids, some -> trash.restore(project, some));
    }

    /** Lets everything in a project's trash go for good. */
    public Emptied empty(User actor, ProjectId project) {
        policy.require(actor, project, Permission.MANAGE);
        return purge(() -> trash.some(project, AT_ONCE));
    }

    /** Lets go what has been in the trash for too long. */
    Emptied emptyOld() {
        if (settings.keepsForEver()) {
            return new Emptied(0, 0);
        }
        Instant before = clock.instant().minus(settings.time());
        return purge(() -> trash.older(before, AT_ONCE));
    }

    private Emptied purge(Supplier<List<Trashed>> next) {
        Emptied all = new Emptied(0, 0);
        Emptied some;
        do {
            Set<String> hashes = new HashSet<>();
            int count = Objects.requireNonNull(transaction.execute(status -> purge(next.get(), hashes)));
            // bytes go only once nothing can bring their file back
            some = new Emptied(count, removeUnknown(List.copyOf(hashes)));
            all = all.plus(some);
        } while (some.documents() == AT_ONCE);
        return all;
    }

    private int purge(List<Trashed> documents, Set<String> hashes) {
        if (documents.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        List<DocumentId> ids = documents.stream().map(Trashed::id).toList();
        trash.purge(ids, now);
        index.forget(documents.stream().map(Trashed::number).toList());
        documents.forEach(document -> likenesses.forget(document.project(), document.id(), document.number()));
        for (EmptyFile file : trash.emptied(ids)) {
            trash.purge(file, now);
            hashes.add(file.sha256());
        }
        return documents.size();
    }

    /** Removes kept bytes that no file refers to, such as those of an import that was killed; gives how many. */
    int removeOrphans() {
        try {
            int removed = 0;
            List<String> kept = store.keptBefore(clock.instant().minus(BEING_RECORDED));
            for (int from = 0; from < kept.size(); from += PORTION) {
                removed += removeUnknown(kept.subList(from, Math.min(kept.size(), from + PORTION)));
            }
            return removed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int removeUnknown(List<String> hashes) {
        List<String> unknown = new ArrayList<>(hashes);
        unknown.removeAll(trash.known(hashes));
        try {
            for (String sha256 : unknown) {
                store.remove(sha256);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return unknown.size();
    }

    private static int inPortions(List<DocumentId> ids, ToIntFunction<List<DocumentId>> action) {
        int count = 0;
        for (int from = 0; from < ids.size(); from += PORTION) {
            count += action.applyAsInt(ids.subList(from, Math.min(ids.size(), from + PORTION)));
        }
        return count;
    }
}
