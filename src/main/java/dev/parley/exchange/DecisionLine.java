package dev.parley.exchange;

import dev.parley.document.DocumentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision as an export tells it.
 *
 * @param outcome {@code version}, {@code own} or {@code none}
 * @param members the annotations that differed
 * @param chosen id of the annotation that went into the gold set; absent for "none of them"
 * @param by sign-in name
 */
record DecisionLine(
        String id,
        DocumentId document,
        String disagreement,
        String layer,
        String cause,
        String outcome,
        List<Member> members,
        @Nullable String chosen,
        @Nullable String reason,
        @Nullable String note,
        String by,
        Instant at) {

    DecisionLine {
        members = List.copyOf(members);
    }

    /**
     * @param annotation id in the annotator's set; absent for an annotator who marked nothing
     */
    record Member(String annotator, @Nullable String annotation) {}
}
