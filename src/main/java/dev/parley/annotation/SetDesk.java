package dev.parley.annotation;

import dev.parley.document.DocumentText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Fetches the working copy of a locked set, and once the transaction is committed puts it back and tells who listens. */
@Component
class SetDesk {

    private final AnnotationRepository annotations;
    private final WorkingCopies copies;
    private final ApplicationEventPublisher events;

    SetDesk(AnnotationRepository annotations, WorkingCopies copies, ApplicationEventPublisher events) {
        this.annotations = annotations;
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
