package dev.parley.adjudication;

import dev.parley.adjudication.Decision.Automatic;
import dev.parley.agreement.Behind;
import dev.parley.agreement.Cause;
import dev.parley.agreement.Disagreement.Version;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.DocumentId;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which disagreements are looked at, and in which order. What is absent does not restrict.
 *
 * @param label id of a label that a version has
 * @param annotator sign-in name of somebody who took part
 * @param behind the figure of agreement that these lower
 */
public record QueueFilter(
        @Nullable Cause cause,
        @Nullable String layer,
        @Nullable String label,
        @Nullable String annotator,
        @Nullable DocumentId document,
        Behind behind,
        State state,
        Order order) {

    /** What is open in the order of its value. */
    public static final QueueFilter OPEN =
            new QueueFilter(null, null, null, null, null, Behind.ANYTHING, State.OPEN, Order.VALUE);

    public enum State {
        /** Not decided, whether somebody was asked about it or not. */
        OPEN,
        /** Open, and waiting for an answer of those concerned. */
        WAITING,
        /** Open, and those concerned have answered. */
        ANSWERED,
        DECIDED,
        /** Decided by a rule. */
        AUTOMATIC,
        /** Decided by a rule, and to be looked at by a person. */
        AUDIT,
        ALL
    }

    public enum Order {
        /** What settles most errors a second comes first, what waits for somebody last. */
        VALUE,
        /** As one reads. */
        DOCUMENT
    }

    public QueueFilter with(State other) {
        return new QueueFilter(cause, layer, label, annotator, document, behind, other, order);
    }

    public QueueFilter in(DocumentId other) {
        return new QueueFilter(cause, layer, label, annotator, other, behind, state, order);
    }

    boolean includes(QueueItem item) {
        return (cause == null || cause == item.disagreement().cause())
                && (layer == null || layer.equals(item.disagreement().layer()))
                && (label == null || item.disagreement().versions().stream().anyMatch(this::hasLabel))
                && (annotator == null || item.disagreement().of(annotator).isPresent())
                && behind.includes(item.disagreement())
                && (document == null || document.equals(item.disagreement().document()))
                && isInState(item);
    }

    private boolean hasLabel(Version version) {
        return switch (version.annotation()) {
            case Mention mention -> mention.label().equals(label);
            case Relation relation -> relation.type().equals(label);
            case null, default -> false;
        };
    }

    private boolean isInState(QueueItem item) {
        Optional<Automatic> automatic = item.decision().map(Decision::automatic);
        return switch (state) {
            case OPEN -> item.isOpen();
            case WAITING -> item.isWaiting();
            case ANSWERED -> item.isAnswered();
            case DECIDED -> !item.isOpen();
            case AUTOMATIC -> automatic.isPresent();
            case AUDIT -> automatic.filter(Automatic::audit).isPresent();
            case ALL -> true;
        };
    }

    Comparator<QueueItem> comparator() {
        Comparator<QueueItem> byPlace = Comparator.comparing(QueueItem::place);
        return order == Order.DOCUMENT
                ? byPlace
                : Comparator.comparing(QueueItem::isWaiting)
                        .thenComparingDouble(item -> -item.value())
                        .thenComparing(byPlace);
    }
}
