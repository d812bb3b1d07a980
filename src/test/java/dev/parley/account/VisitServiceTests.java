package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class VisitServiceTests {

    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");

    @ParameterizedTest
    @EnumSource(Database.class)
    void remembersTheEndOfTheVisitBefore(Database database) {
        DataSource source = database.fresh();
        User reader = user(Database.client(source));

        assertThat(at(source, MORNING).visit(reader)).isEmpty();
        assertThat(at(source, MORNING.plus(Duration.ofMinutes(20))).visit(reader))
                .isEmpty();
        Instant left = MORNING.plus(Duration.ofMinutes(45));
        assertThat(at(source, left).visit(reader)).isEmpty();

        Instant back = left.plus(VisitService.PAUSE).plusSeconds(1);
        assertThat(at(source, back).visit(reader)).isEqualTo(Optional.of(left));
        assertThat(at(source, back.plusSeconds(60)).visit(reader)).isEqualTo(Optional.of(left));
    }

    private static VisitService at(DataSource source, Instant now) {
        return new VisitService(new VisitRepository(Database.client(source)), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static User user(JdbcClient jdbc) {
        User reader = new User(UserId.random(), "reader", "Reader", false, false);
        jdbc.sql("""
                        INSERT INTO app_user (id, name, display_name, password_hash, admin, disabled, session_epoch, created_at)
                        VALUES (:id, 'reader', 'Reader', '', FALSE, FALSE, 0, CURRENT_TIMESTAMP)
                        """).param("id", reader.id().value()).update();
        return reader;
    }
}
