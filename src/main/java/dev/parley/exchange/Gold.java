package dev.parley.exchange;

import dev.parley.account.UserId;
import dev.parley.adjudication.Decision;
import dev.parley.adjudication.GoldSet;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settled annotations of one document, as an export needs them.
 *
 * @param by sign-in name of who decided last; absent if nobody had to
 * @param at when that was
 * @param support which annotators had what is in here
 */
public record Gold(
        Status status,
        @Nullable String by,
        @Nullable Instant at,
        List<Mention> mentions,
        List<Claim> claims,
        List<Relation> relations,
        List<Support> support) {

    public Gold {
        mentions = List.copyOf(mentions);
        claims = List.copyOf(claims);
        relations = List.copyOf(relations);
        support = List.copyOf(support);
    }

    /** @param names sign-in name of whoever decided */
    static Optional<Gold> of(GoldSet gold, Function<UserId, String> names) {
        return status(gold)
                .map(status -> new Gold(
                        status,
                        gold.lastDecision().map(Decision::decidedBy).map(names).orElse(null),
                        gold.lastDecision().map(Decision::decidedAt).orElse(null),
                        gold.mentions(),
                        gold.claims(),
                        gold.relations(),
                        gold.support().stream()
                                .map(support -> new Support(
                                        support.item(), support.annotators(), support.agreement(), support.labels()))
                                .toList()));
    }

    /** A set in which some is decided and some is not goes out with what is settled; one with nothing decided does not. */
    private static Optional<Status> status(GoldSet gold) {
        return switch (gold.status()) {
            case ADJUDICATED -> Optional.of(Status.ADJUDICATED);
            case MERGED -> Optional.of(Status.MAJORITY);
            case UNANIMOUS -> Optional.of(Status.UNANIMOUS);
            case SINGLE -> Optional.of(Status.SINGLE);
            case IN_PROGRESS -> gold.lastDecision().map(decision -> Status.ADJUDICATED);
            case NONE -> Optional.empty();
        };
    }

    /** How the set came about. */
    public enum Status {
        /** A person decided. */
        ADJUDICATED,
        /** All who handed in agree. */
        UNANIMOUS,
        /** Most who handed in agree. */
        MAJORITY,
        /** Only one handed in. */
        SINGLE
    }

    /**
     * @param item id of an annotation of the gold set
     * @param annotators sign-in names of those who had a matching one
     * @param agreement mean intersection over union of theirs with it, 0 to 1; absent if nobody had one
     * @param labels how many gave it which label
     */
    public record Support(
            String item, List<String> annotators, @Nullable Double agreement, Map<String, Integer> labels) {}
}
