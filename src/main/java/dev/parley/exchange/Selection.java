package dev.parley.exchange;

/** Whose work an export holds. */
public sealed interface Selection {

    /** The gold set and every annotator's own set beside it, because disagreement is data. */
    record All() implements Selection {}

    /** The gold set only. */
    record GoldOnly() implements Selection {}

    /** One annotator's sets; no gold set. */
    record One(String annotator) implements Selection {}

    /** Reads {@code all}, {@code gold} or an annotator's sign-in name. */
    static Selection of(String text) {
        return switch (text) {
            case "all" -> new All();
            case "gold" -> new GoldOnly();
            default -> new One(text);
        };
    }

    /** As {@link #of} reads it. */
    default String id() {
        return switch (this) {
            case All all -> "all";
            case GoldOnly gold -> "gold";
            case One one -> one.annotator();
        };
    }

    default boolean hasGold() {
        return !(this instanceof One);
    }

    default boolean hasSetOf(String annotator) {
        return switch (this) {
            case All all -> true;
            case GoldOnly gold -> false;
            case One one -> one.annotator().equals(annotator);
        };
    }
}
