package dev.parley.adjudication;

import dev.parley.account.UserId;
import dev.parley.agreement.Cause;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Mention;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an adjudicator settled one disagreement.
 *
 * @param batch shared by decisions taken in one go because they looked alike
 * @param disagreement id of what was settled
 * @param members the annotations that were settled: annotator's name, then annotation id
 * @param annotator whose version was taken; absent unless the outcome is a version
 * @param chosen what was taken: a version as it stood, or the adjudicator's own, whose references are ids of the gold set;
 *     absent for none, and for the version of those who marked nothing
 * @param reason short, such as a rule of the guidelines
 * @param decidedBy who decided, or let a rule decide
 * @param guidelineVersion the guidelines in force; absent while there were none
 * @param milliseconds how long it was on the screen; absent if nobody measured
 * @param automatic how a rule came to it; absent if a person decided
 */
public record Decision(
        UUID id,
        UUID batch,
        ProjectId project,
        DocumentId document,
        String disagreement,
        String layer,
        Cause cause,
        Outcome outcome,
        Map<String, String> members,
        @Nullable String annotator,
        @Nullable Annotation chosen,
        @Nullable String reason,
        @Nullable String note,
        UserId decidedBy,
        Instant decidedAt,
        @Nullable Integer guidelineVersion,
        @Nullable Integer milliseconds,
        @Nullable Automatic automatic) {

    public Decision {
        members = Map.copyOf(new TreeMap<>(members));
        if (outcome == Outcome.OWN && chosen == null) {
            throw new IllegalArgumentException("an own version without an annotation");
        }
        if ((outcome == Outcome.VERSION) != (annotator != null)) {
            throw new IllegalArgumentException("a version belongs to an annotator, other outcomes to nobody");
        }
    }

    /** The same, with what was taken linked to the entity that stands for a merged one now. */
    Decision following(Map<String, String> merged) {
        Mention.Link link = chosen instanceof Mention mention ? mention.link() : null;
        String now = link == null || link.entity() == null ? null : merged.get(link.entity());
        return now == null || !(chosen instanceof Mention mention) ? this : choosing(mention.linkedTo(now));
    }

    private Decision choosing(Annotation other) {
        return new Decision(
                id,
                batch,
                project,
                document,
                disagreement,
                layer,
                cause,
                outcome,
                members,
                annotator,
                other,
                reason,
                note,
                decidedBy,
                decidedAt,
                guidelineVersion,
                milliseconds,
                automatic);
    }

    /** Whether a rule decided, so that no person has looked at it yet. */
    public boolean isAutomatic() {
        return automatic != null;
    }

    /**
     * How a rule came to a decision.
     *
     * @param merge the run it was part of
     * @param rule the rule's name, such as {@code majority}
     * @param posterior how sure the rule was, 0 to 1
     * @param audit whether it is in the sample a person looks at again
     */
    public record Automatic(UUID merge, String rule, double posterior, boolean audit) {}

    /** What an adjudicator may say. */
    public enum Outcome {
        /** One of the annotators' versions is right. */
        VERSION,
        /** None is right, and this is. */
        OWN,
        /** Nothing belongs here. */
        NONE
    }
}
