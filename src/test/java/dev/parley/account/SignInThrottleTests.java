package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

@ParameterizedClass
@EnumSource(Database.class)
class SignInThrottleTests {

    @Parameter
    Database database;

    private final Ticking clock = new Ticking();
    private DataSource source;
    private SignInThrottle throttle;

    @BeforeEach
    void begin() {
        source = database.fresh();
        throttle = throttle();
    }

    @Test
    void doublesTheDelayWithEachFailure() {
        failTimes(3);

        assertThat(throttle.begin("ann", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        assertThat(throttle.begin("ann", "10.0.0.1")).isZero();
        assertThat(throttle.begin("ann", "10.0.0.1")).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void remembersAcrossARestart() {
        failTimes(3);

        assertThat(throttle().begin("ann", "10.0.0.9")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void slowsAnAddressThatTriesManyAccounts() {
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.begin("user" + i, "10.0.0.1")).isZero();
        }

        assertThat(throttle.begin("another", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
        assertThat(throttle.begin("another", "10.0.0.2")).isZero();
    }

    @Test
    void forgivesASuccess() {
        failTimes(3);
        clock.pass(Duration.ofSeconds(1));
        assertThat(throttle.begin("ann", "10.0.0.1")).isZero();

        throttle.succeed("ann", "10.0.0.1");

        failTimes(3);
        assertThat(throttle.begin("ann", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void neverAsksForMoreThanFiveMinutes() {
        assertThat(SignInThrottle.delay(1_000, 3)).isEqualTo(Duration.ofMinutes(5));
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.begin("ann", "10.0.0.1")).isZero();
        }
    }

    private SignInThrottle throttle() {
        return new SignInThrottle(
                new SignInFailureRepository(Database.client(source)), new DataSourceTransactionManager(source), clock);
    }

    /** A clock that moves when told. */
    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
