package dev.parley.adjudication.api;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.adjudication.AnnotatorNames;
import dev.parley.adjudication.Decision;
import dev.parley.annotation.AnnotationJson;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * @param batch decisions that share it are taken back together
 * @param rule the name of the rule that decided; absent if a person did, and then so is {@code posterior}
 */
record DecisionJson(
        String disagreement,
        String document,
        String batch,
        String layer,
        String cause,
        String outcome,
        @Nullable String annotator,
        @Nullable JsonNode annotation,
        @Nullable String reason,
        @Nullable String note,
        String by,
        Instant at,
        @Nullable Integer guidelineVersion,
        @Nullable String rule,
        @Nullable Double posterior,
        boolean audit) {

    static DecisionJson of(Decision decision, Map<UserId, User> people, AnnotatorNames names) {
        Decision.Automatic automatic = decision.automatic();
        return new DecisionJson(
                decision.disagreement(),
                decision.document().toString(),
                decision.batch().toString(),
                decision.layer(),
                decision.cause().wire(),
                decision.outcome().name().toLowerCase(Locale.ROOT),
                Optional.ofNullable(decision.annotator())
                        .map(annotator -> names.written(decision.document(), annotator))
                        .orElse(null),
                Optional.ofNullable(decision.chosen())
                        .map(AnnotationJson::write)
                        .orElse(null),
                decision.reason(),
                decision.note(),
                Optional.ofNullable(people.get(decision.decidedBy()))
                        .map(User::name)
                        .orElse("unknown"),
                decision.decidedAt(),
                decision.guidelineVersion(),
                automatic == null ? null : automatic.rule(),
                automatic == null ? null : automatic.posterior(),
                automatic != null && automatic.audit());
    }
}
