package dev.parley.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VisitRepository {

    private static final String SELECT = """
            SELECT before_at, seen_at
            FROM user_visit
            WHERE user_id = :userId
            """;

    private static final String INSERT = """
            INSERT INTO user_visit (user_id, seen_at)
            VALUES (:userId, :seenAt)
            ON CONFLICT DO NOTHING
            """;

    private static final String UPDATE = """
            UPDATE user_visit
            SET before_at = :beforeAt, seen_at = :seenAt
            WHERE user_id = :userId
            """;

    private final JdbcClient jdbc;

    VisitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * When somebody was here.
     *
     * @param before the end of the visit before this one; null during the first
     * @param seen the last sign of them
     */
    record Visit(@Nullable Instant before, Instant seen) {}

    Optional<Visit> find(UserId user) {
        return jdbc.sql(SELECT)
                .param("userId", user.value())
                .query(VisitRepository::visit)
                .optional();
    }

    void begin(UserId user, Instant seen) {
        jdbc.sql(INSERT)
                .param("userId", user.value())
                .param("seenAt", seen.atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(UserId user, Visit visit) {
        Instant before = visit.before();
        jdbc.sql(UPDATE)
                .param("userId", user.value())
                .param("beforeAt", before == null ? null : before.atOffset(ZoneOffset.UTC))
                .param("seenAt", visit.seen().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        OffsetDateTime before = row.getObject("before_at", OffsetDateTime.class);
        return new Visit(
                before == null ? null : before.toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }
}
