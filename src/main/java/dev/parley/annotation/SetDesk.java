package dev.parley.annotation;

import dev.parley.account.UserId;
import dev.parley.document.Document;
import dev.parley.document.DocumentText;
import dev.parley.registry.EntityService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one works on a set with: the working copy of a locked set, which goes back once the transaction is committed and who
 * listens is told, and what lies around it.
 */
@Component
class SetDesk {

    private final AnnotationRepository annotations;
    private final LinkRepository links;
    private final EntityService entities;
    private final WorkingCopies copies;
    private final ApplicationEventPublisher events;

    SetDesk(
            AnnotationRepository annotations,
            LinkRepository links,
            EntityService entities,
            WorkingCopies copies,
            ApplicationEventPublisher events) {
        this.annotations = annotations;
        this.links = links;
        this.entities = entities;
        this.copies = copies;
        this.events = events;
    }

    /** The set as it is now. The caller holds the set's lock. */
    WorkingCopy open(SetHead head, DocumentText text) {
        WorkingCopy copy = copies.take(head.id())
                .filter(known ->
                        known.sequence() <= head.sequence() && known.text().equals(text))
                .orElseGet(() -> new WorkingCopy(head.id(), text, new AnnotationIndex(head.document())));
        if (copy.sequence() < head.sequence()) {
            copy.catchUp(annotations.changed(head.id(), copy.sequence()), head.sequence());
        }
        return copy;
    }

    /** What the annotations of somebody's set may refer to beyond it. */
    Surroundings surroundings(Document document, UserId annotator) {
        return new ProjectSurroundings(document, annotator, entities, annotations, links);
    }

    void close(WorkingCopy copy, SetHead head) {
        afterCommit(() -> copies.giveBack(copy));
        if (copy.sequence() > head.sequence()) {
            announce(head, copy.sequence());
        }
    }

    void announce(SetHead head, long sequence) {
        SetChanged change = new SetChanged(head.document(), head.user(), head.annotator(), sequence);
        afterCommit(() -> events.publishEvent(change));
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
