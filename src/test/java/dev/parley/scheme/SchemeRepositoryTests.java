package dev.parley.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Database;
import dev.parley.account.UserId;
import dev.parley.project.ProjectId;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(Database.class)
class SchemeRepositoryTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    @Parameter
    Database database;

    private final ProjectId project = ProjectId.random();
    private final UserId ada = UserId.random();
    private SchemeRepository schemes;

    @BeforeEach
    void fillTables() {
        JdbcClient client = Database.client(database.fresh());
        client.sql("""
                        INSERT INTO app_user (id, name, display_name, password_hash, admin, disabled, session_epoch, created_at)
                        VALUES (:id, 'ada', 'Ada', 'x', FALSE, FALSE, 0, CURRENT_TIMESTAMP)
                        """).param("id", ada.value()).update();
        client.sql("""
                        INSERT INTO project (id, name, settings, created_at)
                        VALUES (:id, 'Rivers', '{}', CURRENT_TIMESTAMP)
                        """).param("id", project.value()).update();
        schemes = new SchemeRepository(client);
    }

    @Test
    void keepsEveryVersionAsItWasWritten() {
        String text = "id: \"\uD83C\uDF0A é\"\n# a comment\n".repeat(1000);

        schemes.insert(project, new SchemeVersion(1, ada, NOON), "first");
        schemes.insert(project, new SchemeVersion(2, ada, NOON.plusSeconds(60)), text);

        assertThat(schemes.source(project, 1)).contains("first");
        assertThat(schemes.source(project, 2)).contains(text);
        assertThat(schemes.source(project, 3)).isEmpty();
        assertThat(schemes.latest(project)).isEqualTo(2);
        assertThat(schemes.versions(project))
                .containsExactly(new SchemeVersion(2, ada, NOON.plusSeconds(60)), new SchemeVersion(1, ada, NOON));
    }

    @Test
    void knowsNoVersionOfAStrangeProject() {
        assertThat(schemes.latest(ProjectId.random())).isZero();
        assertThat(schemes.versions(ProjectId.random())).isEmpty();
    }

    @Test
    void takesAVersionOnlyOnce() {
        schemes.insert(project, new SchemeVersion(1, ada, NOON), "first");

        assertThatThrownBy(() -> schemes.insert(project, new SchemeVersion(1, ada, NOON), "second"))
                .isInstanceOf(DuplicateKeyException.class);
    }
}
