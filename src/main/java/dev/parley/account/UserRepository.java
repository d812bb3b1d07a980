package dev.parley.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UserRepository {

    private static final String SELECT = """
            SELECT id, name, display_name, admin, disabled
            FROM app_user
            """;

    private static final String INSERT = """
            INSERT INTO app_user (id, name, display_name, password_hash, admin, disabled, session_epoch, created_at)
            VALUES (:id, :name, :displayName, :passwordHash, :admin, :disabled, 0, :createdAt)
            """;

    private static final String UPDATE = """
            UPDATE app_user
            SET display_name = :displayName, admin = :admin, disabled = :disabled
            WHERE id = :id
            """;

    private static final String SELECT_CREDENTIALS = """
            SELECT id, name, password_hash, session_epoch, admin, disabled
            FROM app_user
            """;

    private static final String SET_PASSWORD = """
            UPDATE app_user
            SET password_hash = :passwordHash, session_epoch = session_epoch + 1
            WHERE id = :id
            """;

    private static final String REHASH = """
            UPDATE app_user
            SET password_hash = :passwordHash
            WHERE id = :id
            """;

    private static final String END_SESSIONS = """
            UPDATE app_user
            SET session_epoch = session_epoch + 1
            WHERE id = :id
            """;

    private final JdbcClient jdbc;

    UserRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What signing in is checked against. The epoch grows when all of a person's sessions must end. */
    record Credentials(
            UserId id, String name, String passwordHash, int sessionEpoch, boolean admin, boolean disabled) {}

    void insert(User user, String passwordHash, Instant createdAt) {
        jdbc.sql(INSERT)
                .param("id", user.id().value())
                .param("name", user.name())
                .param("displayName", user.displayName())
                .param("passwordHash", passwordHash)
                .param("admin", user.admin())
                .param("disabled", user.disabled())
                .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(User user) {
        jdbc.sql(UPDATE)
                .param("id", user.id().value())
                .param("displayName", user.displayName())
                .param("admin", user.admin())
                .param("disabled", user.disabled())
                .update();
    }

    Optional<User> find(UserId id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id.value())
                .query(UserRepository::user)
                .optional();
    }

    Optional<User> find(String name) {
        return jdbc.sql(SELECT + "WHERE name = :name")
                .param("name", name)
                .query(UserRepository::user)
                .optional();
    }

    List<User> find(Collection<UserId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + "WHERE id IN (:ids)")
                .param("ids", ids.stream().map(UserId::value).toList())
                .query(UserRepository::user)
                .list();
    }

    List<User> all() {
        return jdbc.sql(SELECT + "ORDER BY name").query(UserRepository::user).list();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT COUNT(*) FROM app_user").query(Long.class).single() == 0;
    }

    /** How many there are; none of them changes before this transaction ends, so that two cannot take each other's place. */
    int lockEnabledAdmins() {
        return jdbc.sql("SELECT id FROM app_user WHERE admin AND NOT disabled ORDER BY id FOR UPDATE")
                .query(UUID.class)
                .list()
                .size();
    }

    Optional<Credentials> credentials(String name) {
        return jdbc.sql(SELECT_CREDENTIALS + "WHERE name = :name")
                .param("name", name)
                .query(UserRepository::credentials)
                .optional();
    }

    Optional<Credentials> credentials(UserId id) {
        return jdbc.sql(SELECT_CREDENTIALS + "WHERE id = :id")
                .param("id", id.value())
                .query(UserRepository::credentials)
                .optional();
    }

    void setPassword(UserId id, String passwordHash) {
        jdbc.sql(SET_PASSWORD)
                .param("id", id.value())
                .param("passwordHash", passwordHash)
                .update();
    }

    /** Replaces an outdated hash of the same password; sessions stay. */
    void rehash(UserId id, String passwordHash) {
        jdbc.sql(REHASH)
                .param("id", id.value())
                .param("passwordHash", passwordHash)
                .update();
    }

    void endSessions(UserId id) {
        jdbc.sql(END_SESSIONS).param("id", id.value()).update();
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("display_name"),
                row.getBoolean("admin"),
                row.getBoolean("disabled"));
    }

    private static Credentials credentials(ResultSet row, int number) throws SQLException {
        return new Credentials(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("password_hash"),
                row.getInt("session_epoch"),
                row.getBoolean("admin"),
                row.getBoolean("disabled"));
    }
}
