package dev.parley.adjudication;

import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for a document once its annotators and its adjudicators were heard. Worked out, never stored: only decisions
 * are.
 *
 * @param status how far it is
 * @param undecided how many disagreements are open
 * @param mentions by first offset, then id; claims and relations likewise
 * @param support per annotation, who had it
 * @param dropped relations that could not stay, and why
 * @param lastDecision the latest decision it rests on; absent if it rests on none
 */
public record GoldSet(
        DocumentId document,
        Status status,
        int undecided,
        List<Mention> mentions,
        List<Claim> claims,
        List<Relation> relations,
        List<Support> support,
        List<Dropped> dropped,
        Optional<Decision> lastDecision) {

    /** The name under which the set is read where annotators' names are. */
    public static final String NAME = "gold";

    public GoldSet {
        mentions = List.copyOf(mentions);
        claims = List.copyOf(claims);
        relations = List.copyOf(relations);
        support = List.copyOf(support);
        dropped = List.copyOf(dropped);
    }

    public enum Status {
        /** Every disagreement was decided by a person, and there was at least one. */
        ADJUDICATED,
        /** Every disagreement was decided, some of them by a rule that no person has looked at. */
        MERGED,
        /** At least two handed in, and they agree in everything. */
        UNANIMOUS,
        /** One annotator was asked, and handed in. */
        SINGLE,
        /** Some disagreements are open; what they are about is left out. */
        IN_PROGRESS,
        /** Too few handed in. */
        NONE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the set is complete. */
        public boolean isFinal() {
            return this == ADJUDICATED || this == MERGED || this == UNANIMOUS || this == SINGLE;
        }
    }

    /**
     * Who stands behind an annotation of the set.
     *
     * @param item its id
     * @param annotators who marked this place, whatever they said about it; none for what only an adjudicator saw
     * @param agreement mean intersection over union of their marks, 0 to 1
     * @param labels how many chose each label; for a claim each value of the required choice with the most values
     */
    public record Support(String item, List<String> annotators, double agreement, Map<String, Integer> labels) {}

    /** A relation that lost an end, or could not be carried over. */
    public record Dropped(Relation relation, String reason) {}

    /** The set in the form every annotator's has; a draft while anything is undecided. */
    AnnotationSet asAnnotationSet(int schemeVersion, long decisions, Instant begun) {
        return new AnnotationSet(
                document,
                NAME,
                status.isFinal() ? AnnotationSet.State.LOCKED : AnnotationSet.State.DRAFT,
                decisions,
                schemeVersion,
                mentions,
                claims,
                relations,
                begun,
                lastDecision.map(Decision::decidedAt).orElse(null));
    }
}
