package dev.parley.adjudication;

import dev.parley.agreement.Cause;
import dev.parley.document.DocumentId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which disagreements are looked at, and in which order. What is absent does not restrict.
 */
public record QueueFilter(
        @Nullable Cause cause,
        @Nullable String layer,
        @Nullable DocumentId document,
        State state,
        Order order) {

    /** What is open in the order of its value. */
    public static final QueueFilter OPEN = new QueueFilter(null, null, null, State.OPEN, Order.VALUE);

    public enum State {
        OPEN,
        DECIDED,
        ALL
    }

    public enum Order {
        /** What most hangs on comes first. */
        VALUE,
        /** As one reads. */
        DOCUMENT
    }

    public QueueFilter with(State other) {
        return new QueueFilter(cause, layer, document, other, order);
    }

    boolean includes(QueueItem item) {
        return (cause == null || cause == item.disagreement().cause())
                && (layer == null || layer.equals(item.disagreement().layer()))
                && (document == null || document.equals(item.disagreement().document()))
                && (state == State.ALL || (state == State.OPEN) == item.isOpen());
    }

    Comparator<QueueItem> comparator() {
        Comparator<QueueItem> byPlace = Comparator.comparing(QueueItem::place);
        return order == Order.DOCUMENT
                ? byPlace
                : Comparator.comparingInt((QueueItem item) -> -item.value()).thenComparing(byPlace);
    }
}
