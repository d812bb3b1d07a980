package dev.parley.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.UserId;
import dev.parley.agreement.Cause;
import dev.parley.agreement.Readings;
import dev.parley.annotation.Mention;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecisionTests {

    private static Mention linkedTo(String entity) {
        return new Mention(
                "m",
                "ORG",
                Readings.spans("0-5"),
                Map.of(),
                new Mention.Link(entity, Mention.Confidence.LIKELY),
                List.of());
    }

    private static Decision own(Mention chosen) {
        return new Decision(
                UUID.randomUUID(),
                UUID.randomUUID(),
                ProjectId.random(),
                Readings.document().id(),
                "d",
                "entity",
                Cause.LINK,
                Decision.Outcome.OWN,
                Map.of("ada", "m"),
                null,
                chosen,
                "rule 4",
                null,
                UserId.random(),
                Instant.EPOCH,
                2,
                900,
                null);
    }

    @Test
    void followsWhatItsEntityWasMergedInto() {
        Decision decision = own(linkedTo("e1"));

        Decision now = decision.following(Map.of("e1", "e2"));

        assertThat(now.chosen()).isEqualTo(linkedTo("e2"));
        assertThat(now.reason()).isEqualTo("rule 4");
        assertThat(now.milliseconds()).isEqualTo(900);
    }

    @Test
    void staysAsItIsWhereNothingWasMerged() {
        Decision decision = own(linkedTo("e1"));

        assertThat(decision.following(Map.of("e3", "e2"))).isSameAs(decision);
    }
}
