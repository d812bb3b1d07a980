package dev.parley.adjudication;

import dev.parley.agreement.Cause;
import java.util.List;
import java.util.Map;

/**
 * What a rule would do.
 *
 * @param agreed how many places all annotators agree on, which need no decision
 * @param open disagreements before, decided by the rule, and left to people
 * @param byCause how many it decides, by cause
 * @param errors how many of its decisions are expected to be wrong
 * @param audited how many a person would look at again
 * @param people decisions of people the beliefs rest on
 * @param examples some of the decisions
 */
public record MergePreview(
        MergeRule rule,
        int agreed,
        int open,
        int decided,
        Map<Cause, Integer> byCause,
        ErrorsLeft errors,
        int audited,
        int people,
        List<Example> examples) {

    /** One of the decisions. @param takes in words what it takes */
    public record Example(String disagreement, String words, String takes, double posterior) {}

    public int left() {
        return open - decided;
    }
}
