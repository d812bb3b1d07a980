package dev.parley.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccessTokenRepository {

    private static final String INSERT = """
            INSERT INTO access_token (id, user_id, name, token_hash, created_at, expires_at)
            VALUES (:id, :userId, :name, :hash, :createdAt, :expiresAt)
            """;

    private static final String SELECT_OWNER = """
            SELECT user_id
            FROM access_token
            WHERE token_hash = :hash AND expires_at > :now
            """;

    private static final String SELECT_OF_USER = """
            SELECT id, name, created_at, expires_at
            FROM access_token
            WHERE user_id = :userId
            ORDER BY created_at, id
            """;

    private static final String DELETE = """
            DELETE FROM access_token
            WHERE user_id = :userId AND id = :id
            """;

    private final JdbcClient jdbc;

    AccessTokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UserId owner, AccessToken token, String hash) {
        jdbc.sql(INSERT)
                .param("id", token.id())
                .param("userId", owner.value())
                .param("name", token.name())
                .param("hash", hash)
                .param("createdAt", token.createdAt().atOffset(ZoneOffset.UTC))
                .param("expiresAt", token.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<UserId> owner(String hash, Instant now) {
        return jdbc.sql(SELECT_OWNER)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    List<AccessToken> of(UserId owner) {
        return jdbc.sql(SELECT_OF_USER)
                .param("userId", owner.value())
                .query(AccessTokenRepository::token)
                .list();
    }

    boolean delete(UserId owner, UUID id) {
        return jdbc.sql(DELETE).param("userId", owner.value()).param("id", id).update() == 1;
    }

    private static AccessToken token(ResultSet row, int number) throws SQLException {
        return new AccessToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
