package dev.parley.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignInFailureRepository {

    private static final String SELECT_LOCKED = """
            SELECT failures, last_failed_at
            FROM sign_in_failure
            WHERE subject = :subject
            FOR UPDATE
            """;

    private static final String INSERT = """
            INSERT INTO sign_in_failure (subject, failures, last_failed_at)
            VALUES (:subject, :failures, :at)
            """;

    private static final String UPDATE = """
            UPDATE sign_in_failure
            SET failures = :failures, last_failed_at = :at
            WHERE subject = :subject
            """;

    private static final String FORGIVE = """
            UPDATE sign_in_failure
            SET failures = failures - 1
            WHERE subject = :subject AND failures > 0
            """;

    private static final String FORGET = """
            DELETE FROM sign_in_failure
            WHERE subject = :subject
            """;

    private final JdbcClient jdbc;

    SignInFailureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Failures(int count, Instant last) {}

    Optional<Failures> findLocked(String subject) {
        return jdbc.sql(SELECT_LOCKED)
                .param("subject", subject)
                .query((row, number) -> new Failures(
                        row.getInt("failures"),
                        row.getObject("last_failed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void insert(String subject, Failures failures) {
        write(INSERT, subject, failures);
    }

    void update(String subject, Failures failures) {
        write(UPDATE, subject, failures);
    }

    void forgive(String subject) {
        jdbc.sql(FORGIVE).param("subject", subject).update();
    }

    void forget(String subject) {
        jdbc.sql(FORGET).param("subject", subject).update();
    }

    private void write(String statement, String subject, Failures failures) {
        jdbc.sql(statement)
                .param("subject", subject)
                .param("failures", failures.count())
                .param("at", failures.last().atOffset(ZoneOffset.UTC))
                .update();
    }
}
