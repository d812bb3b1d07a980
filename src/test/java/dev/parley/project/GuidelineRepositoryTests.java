package dev.parley.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Database;
import dev.parley.account.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(Database.class)
class GuidelineRepositoryTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    @Parameter
    Database database;

    private final ProjectId project = ProjectId.random();
    private final UserId ada = UserId.random();
    private GuidelineRepository guidelines;

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
        guidelines = new GuidelineRepository(client);
    }

    private Guideline version(int number, String text, @Nullable String news) {
        return new Guideline(project, number, text, news, ada, NOON.plusSeconds(number));
    }

    @Test
    void keepsEveryVersionWhole() {
        Guideline first = version(1, "# Größe \uD83C\uDF0A\n".repeat(1000), null);
        Guideline second = version(2, "short", "Less of it.");

        assertThat(guidelines.latest(project)).isEmpty();
        assertThat(guidelines.insert(first)).isTrue();
        assertThat(guidelines.insert(second)).isTrue();

        assertThat(guidelines.latest(project)).contains(second);
        assertThat(guidelines.find(project, 1)).contains(first);
        assertThat(guidelines.find(project, 3)).isEmpty();
        assertThat(guidelines.all(project)).containsExactly(second, first);
    }

    @Test
    void letsTheFirstOfTwoSaveAVersion() {
        guidelines.insert(version(1, "mine", null));

        assertThat(guidelines.insert(version(1, "theirs", null))).isFalse();
        assertThat(guidelines.latest(project).orElseThrow().text()).isEqualTo("mine");
    }
}
