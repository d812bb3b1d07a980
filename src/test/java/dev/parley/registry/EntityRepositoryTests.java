package dev.parley.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Database;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class EntityRepositoryTests {

    @Parameter
    Database database;

    private RegistryFixture fixture;
    private EntityRepository entities;

    @BeforeEach
    void oneProject() {
        fixture = new RegistryFixture(database);
        entities = fixture.entities;
    }

    @Test
    void givesBackWhatWasStoredAndThenChanged() {
        DocumentId nowhere = null;
        Entity ada = fixture.entity("e1", "PERSON", "Ada Weber", "Weber", "Ada W.")
                .with(
                        List.of(new Alias("Weber", "de", Alias.Kind.NICKNAME), Alias.of("Ada W.")),
                        List.of("wikidata:Q42", "viaf:7"),
                        List.of(new Fact("envoy", "2023", "2024-11-24", nowhere)));
        Entity changed = fixture.entity("e1", "ROLE", "Ada", "Weber");
        Entity utopia = fixture.entity("e2", "GPE", "Utopia");

        entities.insert(ada, RegistryFixture.NOW);
        entities.insert(utopia, RegistryFixture.NOW);
        assertThat(entities.find("e1")).contains(ada);

        entities.update(changed);
        assertThat(entities.find("e1")).contains(changed);
        assertThat(entities.all(fixture.project, false)).containsExactly(changed, utopia);
        assertThat(entities.byIds(List.of("e2", "e9"))).containsExactly(utopia);
        assertThat(entities.all(ProjectId.random(), true)).isEmpty();
    }

    @Test
    void knowsWhichProjectAnEntityBelongsTo() {
        entities.insert(fixture.entity("e1", "PERSON", "Ada"), RegistryFixture.NOW);

        assertThat(entities.exists(fixture.project, "e1")).isTrue();
        assertThat(entities.exists(ProjectId.random(), "e1")).isFalse();
        assertThat(entities.exists(fixture.project, "e2")).isFalse();
    }

    @Test
    void followsRedirectsOfRedirectsAndLetsThemGoAgain() {
        for (String id : List.of("a", "b", "c", "d")) {
            entities.insert(fixture.entity(id, "PERSON", "Ada " + id), RegistryFixture.NOW);
        }

        entities.redirect("a", "b");
        entities.redirect("b", "c");
        entities.redirect("d", "c");
        assertThat(entities.redirects(fixture.project)).isEqualTo(Map.of("a", "c", "b", "c", "d", "c"));
        assertThat(entities.all(fixture.project, false)).extracting(Entity::id).containsExactly("c");

        entities.restore("b", "c");
        assertThat(entities.redirects(fixture.project)).isEqualTo(Map.of("a", "b", "d", "c"));
        assertThat(entities.find("b").orElseThrow().mergedInto()).isNull();
        assertThat(entities.canonical("a")).contains("b");
    }
}
