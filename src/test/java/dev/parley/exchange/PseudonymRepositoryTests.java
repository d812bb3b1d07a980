package dev.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Database;
import dev.parley.project.ProjectId;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(Database.class)
class PseudonymRepositoryTests {

    @Parameter
    Database database;

    @Test
    void numbersPeopleFromOneInEachProject() {
        JdbcClient client = Database.client(database.fresh());
        ProjectId harbour = project(client, "Harbour");
        ProjectId market = project(client, "Market");
        user(client, "ada");
        user(client, "ben");
        PseudonymRepository pseudonyms = new PseudonymRepository(client);

        assertThat(pseudonyms.add(harbour, "ben")).isEqualTo(1);
        assertThat(pseudonyms.add(harbour, "ada")).isEqualTo(2);
        assertThat(pseudonyms.add(market, "ada")).isEqualTo(1);

        assertThat(pseudonyms.all(harbour)).isEqualTo(Map.of("ben", 1, "ada", 2));
    }

    private static ProjectId project(JdbcClient client, String name) {
        ProjectId id = ProjectId.random();
        client.sql("INSERT INTO project (id, name, settings, created_at) VALUES (?, ?, '{}', ?)")
                .params(id.value(), name, OffsetDateTime.parse("2026-11-22T12:00:00Z"))
                .update();
        return id;
    }

    private static void user(JdbcClient client, String name) {
        client.sql(
                        "INSERT INTO app_user (id, name, display_name, password_hash, admin, disabled, session_epoch, created_at)"
                                + " VALUES (?, ?, ?, 'x', FALSE, FALSE, 0, ?)")
                .params(UUID.randomUUID(), name, name, OffsetDateTime.parse("2026-11-22T12:00:00Z"))
                .update();
    }
}
