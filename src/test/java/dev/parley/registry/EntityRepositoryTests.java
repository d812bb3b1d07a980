package dev.parley.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Database;
import dev.parley.account.UserId;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(Database.class)
class EntityRepositoryTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Parameter
    Database database;

    private final ProjectId project = ProjectId.random();
    private final UserId user = UserId.random();
    private EntityRepository entities;

    @BeforeEach
    void oneProject() {
        DataSource source = database.fresh();
        JdbcClient jdbc = Database.client(source);
        jdbc.sql("""
                INSERT INTO app_user (id, name, display_name, password_hash, admin, disabled, session_epoch, created_at)
                VALUES (:id, 'ann', 'Ann', '', FALSE, FALSE, 0, :at)
                """)
                .param("id", user.value())
                .param("at", NOW.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                INSERT INTO project (id, name, settings, created_at)
                VALUES (:id, 'Tiny', '{}', :at)
                """)
                .param("id", project.value())
                .param("at", NOW.atOffset(ZoneOffset.UTC))
                .update();
        entities = new EntityRepository(jdbc, new NamedParameterJdbcTemplate(source));
    }

    @Test
    void givesBackWhatWasStoredAndThenChanged() {
        Entity ada = new Entity("e1", project, "PERSON", "Ada Weber", List.of("Weber", "Ada W."));
        Entity changed = new Entity("e1", project, "ROLE", "Ada", List.of("Weber"));
        Entity utopia = new Entity("e2", project, "GPE", "Utopia", List.of());

        entities.insert(ada, user, NOW);
        entities.insert(utopia, user, NOW);
        assertThat(entities.find("e1")).contains(ada);

        entities.update(changed);
        assertThat(entities.find("e1")).contains(changed);
        assertThat(entities.all(project)).containsExactly(changed, utopia);
        assertThat(entities.all(ProjectId.random())).isEmpty();
    }

    @Test
    void knowsWhichProjectAnEntityBelongsTo() {
        entities.insert(new Entity("e1", project, "PERSON", "Ada", List.of()), user, NOW);

        assertThat(entities.exists(project, "e1")).isTrue();
        assertThat(entities.exists(ProjectId.random(), "e1")).isFalse();
        assertThat(entities.exists(project, "e2")).isFalse();
    }
}
