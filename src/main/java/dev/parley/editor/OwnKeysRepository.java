package dev.parley.editor;

import dev.parley.account.UserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OwnKeysRepository {

    private static final String SELECT = """
            SELECT keys
            FROM user_keys
            WHERE user_id = :userId
            """;

    private static final String UPDATE = """
            UPDATE user_keys
            SET keys = :keys
            WHERE user_id = :userId
            """;

    private static final String INSERT = """
            INSERT INTO user_keys (user_id, keys)
            VALUES (:userId, :keys)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;

    OwnKeysRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> find(UserId user) {
        return jdbc.sql(SELECT)
                .param("userId", user.value())
                .query(String.class)
                .optional();
    }

    void write(UserId user, String keys) {
        if (jdbc.sql(UPDATE).param("userId", user.value()).param("keys", keys).update() == 0) {
            jdbc.sql(INSERT).param("userId", user.value()).param("keys", keys).update();
        }
    }
}
