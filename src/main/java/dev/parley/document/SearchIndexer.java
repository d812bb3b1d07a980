package dev.parley.document;

import dev.parley.project.ProjectId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the words of new documents into the index and tells which others they resemble, many documents at a time and after
 * they were frozen: an import does not wait for it, and the pages of an index are written once for all of them instead of
 * once for each. Which documents are still to be done is in the database.
 */
@Component
final class SearchIndexer implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SearchIndexer.class);
    /** Documents and characters of them that are indexed together; one document may have more. */
    private static final int AT_ONCE = 2_000;

    private static final long CHARACTERS_AT_ONCE = 8_000_000;

    private static final int TRAILS_AT_ONCE = 1_000;

    /** A new document is found this much later; meanwhile others gather. */
    private static final long GATHER_MILLISECONDS = 3_000;

    private static final long LONGEST_PORTION_SECONDS = 20;

    private static final String SELECT_NEXT = """
            SELECT document.id, document.code_points
            FROM document_unindexed
            JOIN document ON document.id = document_unindexed.document_id
            ORDER BY document.number
            FETCH FIRST :limit ROWS ONLY
            """;

    private static final String SELECT_UNINDEXED = """
            SELECT document.id, document.number, document.project_id, document.segments, document.title, document.byline,
                   document.outlet, document.text, document.revision,
                   source_file.name
            FROM document
            JOIN source_file ON source_file.id = document.source_file_id
            WHERE document.id IN (:ids)
            ORDER BY document.number
            """;

    private static final String SELECT_EARLIER = """
            SELECT text
            FROM document_revision
            WHERE document_id = :id
            """;

    private static final String DELETE_UNINDEXED = """
            DELETE FROM document_unindexed
            WHERE document_id IN (:ids)
            """;

    private final SearchIndex index;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LikenessRepository likenesses;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("search-index").daemon().factory());
    private final AtomicBoolean gathering = new AtomicBoolean();
    private volatile boolean closing;

    SearchIndexer(
            JdbcTemplate template,
            JdbcClient jdbc,
            LikenessRepository likenesses,
            DataSource source,
            PlatformTransactionManager transactions) {
        this.index = isPostgres(source) ? new PostgresSearchIndex(template) : new TableSearchIndex(template);
        this.jdbc = jdbc;
        this.likenesses = likenesses;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static boolean isPostgres(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }

    /** Numbers of the documents that hold all words, side by side or not. */
    BitSet find(SearchedWords words) {
        return index.find(words.whole(), words.beginnings());
    }

    /** Those of the documents in which the words of each phrase stand side by side, in their order. */
    long[] sideBySide(long[] documents, List<List<String>> phrases) {
        BitSet holding = new BitSet();
        for (int from = 0; from < documents.length; from += TRAILS_AT_ONCE) {
            List<Long> some = Arrays.stream(documents, from, Math.min(documents.length, from + TRAILS_AT_ONCE))
                    .boxed()
                    .toList();
            index.trails(some, (number, trail) -> {
                if (phrases.stream().allMatch(phrase -> Trail.holds(trail, phrase))) {
                    holding.set(number.intValue());
                }
            });
        }
        return Arrays.stream(documents)
                .filter(number -> holding.get((int) number))
                .toArray();
    }

    /** Documents that are gone for good. */
    void forget(List<Long> documents) {
        index.forget(documents);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        wake();
    }

    /** New documents are indexed together with those that come in the next seconds. */
    void soon() {
        if (!closing && gathering.compareAndSet(false, true)) {
            thread.schedule(
                    () -> {
                        gathering.set(false);
                        wake();
                    },
                    GATHER_MILLISECONDS,
                    TimeUnit.MILLISECONDS);
        }
    }

    /** Sees to it that new documents are indexed; ends when all that are there now have been. */
    CompletableFuture<Void> wake() {
        return closing
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(this::workOff, thread).exceptionally(failure -> {
                    log.error("Documents could not be indexed; the next import tries again", failure);
                    return null;
                });
    }

    private void workOff() {
        boolean more = true;
        while (more && !closing) {
            more = Boolean.TRUE.equals(transaction.execute(status -> some()));
        }
    }

    private boolean some() {
        List<UUID> next = next();
        if (next.isEmpty()) {
            return false;
        }
        List<Unindexed> some = jdbc.sql(SELECT_UNINDEXED)
                .param("ids", next)
                .query(SearchIndexer::unindexed)
                .list();
        some.stream().filter(document -> document.revision() > 1).forEach(this::forgetEarlier);
        Map<Long, List<String>> words = new LinkedHashMap<>();
        some.forEach(document -> words.put(document.number(), document.words()));
        index.add(words);
        some.forEach(document -> likenesses.add(
                document.project(), new DocumentId(document.id()), document.number(), document.sketch()));
        jdbc.sql(DELETE_UNINDEXED).param("ids", next).update();
        return true;
    }

    /** The next documents to index, whose texts together fit into memory. */
    private List<UUID> next() {
        List<UUID> next = new ArrayList<>();
        AtomicLong characters = new AtomicLong();
        jdbc.sql(SELECT_NEXT).param("limit", AT_ONCE).query(row -> {
            if (characters.addAndGet(row.getLong("code_points")) <= CHARACTERS_AT_ONCE || next.isEmpty()) {
                next.add(row.getObject("id", UUID.class));
            }
        });
        return next;
    }

    private static Unindexed unindexed(ResultSet row, int line) throws SQLException {
        List<String> words = new ArrayList<>();
        for (String told : List.of("text", "title", "name", "byline", "outlet")) {
            words.addAll(Folding.sequence(Objects.requireNonNullElse(row.getString(told), "")));
            words.add(Trail.GAP);
        }
        return new Unindexed(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getInt("revision"),
                new ProjectId(row.getObject("project_id", UUID.class)),
                Sketch.of(Segments.withoutSite(
                        DocumentText.of(row.getString("text")), StoredJson.segments(row.getString("segments")))),
                words);
    }

    /** What stood in a document only before it got another text is not found in it any more. */
    private void forgetEarlier(Unindexed document) {
        Set<String> gone = new HashSet<>();
        jdbc.sql(SELECT_EARLIER)
                .param("id", document.id())
                .query(String.class)
                .list()
                .forEach(text -> gone.addAll(Folding.words(text)));
        document.words().forEach(gone::remove);
        index.remove(document.number(), gone);
        likenesses.forget(document.project(), new DocumentId(document.id()), document.number());
    }

    private record Unindexed(
            UUID id, long number, int revision, ProjectId project, Sketch sketch, List<String> words) {}

    /** Waits for the portion in work, which needs the database. */
    @Override
    public void destroy() throws InterruptedException {
        closing = true;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.shutdown();
        thread.awaitTermination(LONGEST_PORTION_SECONDS, TimeUnit.SECONDS);
    }
}
