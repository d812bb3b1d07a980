package dev.parley.adjudication;

import dev.parley.account.UserId;
import dev.parley.agreement.Cause;
import dev.parley.annotation.Annotation;
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
        Instant decidedAt) {

    public Decision {
        members = Map.copyOf(new TreeMap<>(members));
        if (outcome == Outcome.OWN && chosen == null) {
            throw new IllegalArgumentException("an own version without an annotation");
        }
        if ((outcome == Outcome.VERSION) != (annotator != null)) {
            throw new IllegalArgumentException("a version belongs to an annotator, other outcomes to nobody");
        }
    }

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
