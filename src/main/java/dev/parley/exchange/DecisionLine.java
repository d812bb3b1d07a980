package dev.parley.exchange;

import dev.parley.account.UserId;
import dev.parley.adjudication.Decision;
import dev.parley.adjudication.Decision.Automatic;
import dev.parley.annotation.Annotation;
import dev.parley.document.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One decision as an export tells it.
 *
 * @param outcome {@code version}, {@code own} or {@code none}
 * @param members the annotations that were settled, one for each annotator who marked something
 * @param version whose version was taken; absent for the other outcomes
 * @param chosen id of the annotation that was taken; absent if none was
 * @param own the adjudicator's own version, whose references are ids of the gold set; absent for the other outcomes
 * @param by sign-in name
 * @param batch shared by decisions taken in one go
 * @param guidelinesVersion those in force; absent while there were none
 * @param milliseconds how long it was on the screen; absent if nobody measured
 * @param automatic how a rule came to it; absent if a person decided
 */
public record DecisionLine(
        String id,
        DocumentId document,
        String disagreement,
        String layer,
        String cause,
        String outcome,
        List<Member> members,
        @Nullable String version,
        @Nullable String chosen,
        @Nullable Annotation own,
        @Nullable String reason,
        @Nullable String note,
        String by,
        Instant at,
        String batch,
        @Nullable Integer guidelinesVersion,
        @Nullable Integer milliseconds,
        @Nullable Automatic automatic) {

    public DecisionLine {
        members = List.copyOf(members);
    }

    /**
     * @param annotation id in the annotator's set
     */
    public record Member(String annotator, String annotation) {}

    /** @param names sign-in name of whoever decided */
    static DecisionLine of(Decision decision, Function<UserId, String> names) {
        Annotation chosen = decision.chosen();
        return new DecisionLine(
                decision.id().toString(),
                decision.document(),
                decision.disagreement(),
                decision.layer(),
                decision.cause().wire(),
                decision.outcome().name().toLowerCase(Locale.ROOT),
                decision.members().entrySet().stream()
                        .map(member -> new Member(member.getKey(), member.getValue()))
                        .toList(),
                decision.annotator(),
                chosen == null ? null : chosen.id(),
                decision.outcome() == Decision.Outcome.OWN ? chosen : null,
                decision.reason(),
                decision.note(),
                names.apply(decision.decidedBy()),
                decision.decidedAt(),
                decision.batch().toString(),
                decision.guidelineVersion(),
                decision.milliseconds(),
                decision.automatic());
    }
}
