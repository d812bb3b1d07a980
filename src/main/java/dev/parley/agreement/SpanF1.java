package dev.parley.agreement;

import dev.parley.document.Span;
import java.util.List;

/**
 * F1 of two annotators' marks: {@code 2·TP / (n₁ + n₂)} with TP matched one to one. Equal to positive specific agreement,
 * the right figure where "nothing here" cannot be counted (Hripcsak and Rothschild 2005). Counts of several documents are
 * added before dividing, so that a document where neither marked anything changes nothing. Undefined if neither marked
 * anything anywhere.
 *
 * @param matched pairs
 * @param marks of both annotators together
 */
public record SpanF1(int matched, int marks) {

    /**
     * Something marked.
     *
     * @param spans ascending, without overlap; none for an implicit claim without a cue, which is matched with nothing
     * @param label what it was called
     */
    public record Mark(List<Span> spans, String label) {}

    /**
     * Which marks may be matched.
     *
     * @param threshold least intersection over union; 0 for any common character, 1 for the same characters
     * @param labelled whether the labels must be the same, too
     */
    public record Rule(double threshold, boolean labelled) {

        boolean allows(Mark one, Mark other) {
            if (labelled && !one.label().equals(other.label())) {
                return false;
            }
            double iou = Characters.iou(one.spans(), other.spans());
            return iou > 0 && iou >= threshold;
        }
    }

    public static SpanF1 of(List<Mark> ones, List<Mark> others, Rule rule) {
        return new SpanF1(SpanMatching.size(ones, others, rule), ones.size() + others.size());
    }

    public SpanF1 plus(SpanF1 other) {
        return new SpanF1(matched + other.matched, marks + other.marks);
    }

    public Outcome value() {
        return marks == 0 ? Outcome.undefined(Outcome.Reason.NO_UNITS) : Outcome.of(2.0 * matched / marks);
    }
}
