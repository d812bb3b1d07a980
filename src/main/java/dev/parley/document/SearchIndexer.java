package dev.parley.document;

import dev.parley.project.ProjectId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private static final int AT_ONCE = 500;

    /** A new document is found this much later; meanwhile others gather. */
    private static final long GATHER_MILLISECONDS = 3_000;

    private static final long LONGEST_PORTION_SECONDS = 20;

    private static final String SELECT_UNINDEXED = """
            SELECT document.id, document.number, document.project_id, document.segments, document.title, document.byline,
                   document.outlet, document.text, document.revision,
                   source_file.name
            FROM document_unindexed
            JOIN document ON document.id = document_unindexed.document_id
            JOIN source_file ON source_file.id = document.source_file_id
            ORDER BY document.number
            FETCH FIRST :limit ROWS ONLY
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

    BitSet find(List<String> whole, List<String> beginnings) {
        return index.find(whole, beginnings);
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

    /** What these columns hold; one that is absent has no words. */
    private static String words(ResultSet row, String... columns) throws SQLException {
        StringJoiner words = new StringJoiner("\n");
        for (String column : columns) {
            String value = row.getString(column);
            if (value != null) {
                words.add(value);
            }
        }
        return words.toString();
    }

    private boolean some() {
        List<Unindexed> some = jdbc.sql(SELECT_UNINDEXED)
                .param("limit", AT_ONCE)
                .query((row, line) -> new Unindexed(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        row.getInt("revision"),
                        new ProjectId(row.getObject("project_id", UUID.class)),
                        Sketch.of(Segments.withoutSite(
                                DocumentText.of(row.getString("text")),
                                StoredJson.segments(row.getString("segments")))),
                        words(row, "text", "title", "name", "byline", "outlet")))
                .list();
        if (some.isEmpty()) {
            return false;
        }
        some.stream().filter(document -> document.revision() > 1).forEach(this::forgetEarlier);
        Map<Long, Set<String>> words = new LinkedHashMap<>();
        some.forEach(document -> words.put(document.number(), Folding.words(document.words())));
        index.add(words);
        some.forEach(document -> likenesses.add(
                document.project(), new DocumentId(document.id()), document.number(), document.sketch()));
        jdbc.sql(DELETE_UNINDEXED)
                .param("ids", some.stream().map(Unindexed::id).toList())
                .update();
        return some.size() == AT_ONCE;
    }

    /** What stood in a document only before it got another text is not found in it any more. */
    private void forgetEarlier(Unindexed document) {
        Set<String> gone = new HashSet<>();
        jdbc.sql(SELECT_EARLIER)
                .param("id", document.id())
                .query(String.class)
                .list()
                .forEach(text -> gone.addAll(Folding.words(text)));
        gone.removeAll(Folding.words(document.words()));
        index.remove(document.number(), gone);
        likenesses.forget(document.project(), new DocumentId(document.id()), document.number());
    }

    private record Unindexed(UUID id, long number, int revision, ProjectId project, Sketch sketch, String words) {}

    /** Waits for the portion in work, which needs the database. */
    @Override
    public void destroy() throws InterruptedException {
        closing = true;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.shutdown();
        thread.awaitTermination(LONGEST_PORTION_SECONDS, TimeUnit.SECONDS);
    }
}
