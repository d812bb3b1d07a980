package dev.parley.registry;

import dev.parley.Database;
import dev.parley.StoredDocument;
import dev.parley.account.UserId;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One project with an empty registry in a database of its own. */
final class RegistryFixture {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    final ProjectId project;
    final UserId user;
    final EntityRepository entities;
    final NameIndex index;
    final CandidateSearch search;

    RegistryFixture(Database database) {
        DataSource source = database.fresh();
        JdbcClient jdbc = Database.client(source);
        StoredDocument stored = new StoredDocument(source, "Velmora waits.");
        project = stored.project;
        user = stored.user;
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(source);
        entities = new EntityRepository(jdbc, batches);
        index = new NameIndex(jdbc, batches, entities);
        search = new CandidateSearch(entities, index);
    }

    Entity entity(String id, String type, String name, String... aliases) {
        return new Entity(
                id,
                project,
                type,
                name,
                Stream.of(aliases).map(Alias::of).toList(),
                List.of(),
                List.of(),
                false,
                null,
                null,
                user);
    }

    Entity add(String id, String type, String name, String... aliases) {
        Entity entity = entity(id, type, name, aliases);
        entities.insert(entity, NOW);
        index.add(List.of(entity));
        return entity;
    }
}
