package dev.parley.annotation;

import dev.parley.Database;
import dev.parley.StoredDocument;
import dev.parley.account.UserId;
import dev.parley.project.ProjectId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One article with one annotator's set in a database of its own, and the ways to edit it. */
final class SetFixture {

    static final Instant ASSIGNED = Instant.parse("2026-11-22T10:00:00Z");

    final UserId annotator;
    final ProjectId project;
    final TinyArticle article;
    final AnnotationSetRepository sets;
    final SetHeadRepository heads;
    private final AnnotationRepository annotations;
    final EditLog log;
    private final SetEditor editor;
    private final TransactionTemplate transactions;

    SetFixture(Database database, TinyArticle article) {
        DataSource source = database.fresh();
        this.article = article;
        StoredDocument stored = new StoredDocument(source, article.id(), article.text());
        annotator = stored.user;
        project = stored.project;
        JdbcClient jdbc = Database.client(source);
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(source);
        sets = new AnnotationSetRepository(jdbc);
        heads = new SetHeadRepository(jdbc, batches);
        annotations = new AnnotationRepository(jdbc, batches);
        log = new EditLog(jdbc, batches);
        editor = new SetEditor(annotations, log, Clock.fixed(ASSIGNED, ZoneOffset.UTC));
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        heads.insert(article.id(), annotator, 1, annotator, ASSIGNED);
    }

    EditOutcome edit(Edit... edits) {
        return run(copy -> editor.edit(copy, 1, TinyScheme.full(), new NoSurroundings(), List.of(edits)));
    }

    EditOutcome put(String id, Annotation annotation) {
        return edit(new Edit.Put(id, annotation));
    }

    Reversal undo() {
        return run(copy -> editor.undo(copy, 1, null));
    }

    Reversal redo() {
        return run(copy -> editor.redo(copy, 1, null));
    }

    Reversible reversible() {
        return editor.reversible(setId(), article.text());
    }

    AnnotationSet set() {
        return sets.find(article.id(), annotator).orElseThrow();
    }

    UUID setId() {
        return heads.find(article.id(), annotator).orElseThrow().id();
    }

    private interface Work<T> {
        T on(WorkingCopy copy);
    }

    private <T> T run(Work<T> work) {
        return transactions.execute(_ -> {
            SetHead head = heads.lock(article.id(), annotator).orElseThrow();
            WorkingCopy copy = new WorkingCopy(head.id(), article.text(), new AnnotationIndex(article.id()));
            copy.catchUp(annotations.changed(head.id(), 0), head.sequence());
            return work.on(copy);
        });
    }
}
