package dev.parley.registry;

import dev.parley.account.UserId;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EntityRepository {

    private static final String INSERT = """
            INSERT INTO entity (id, project_id, type, name, created_by, created_at)
            VALUES (:id, :projectId, :type, :name, :createdBy, :createdAt)
            """;

    private static final String UPDATE = """
            UPDATE entity
            SET type = :type, name = :name
            WHERE id = :id
            """;

    private static final String SELECT = """
            SELECT entity.id, entity.project_id, entity.type, entity.name, entity_alias.form
            FROM entity
            LEFT JOIN entity_alias ON entity_alias.entity_id = entity.id
            """;

    private static final String BY_ID = """
            WHERE entity.id = :id
            ORDER BY entity_alias.position
            """;

    private static final String BY_PROJECT = """
            WHERE entity.project_id = :projectId
            ORDER BY entity.name, entity.id, entity_alias.position
            """;

    private static final String EXISTS = """
            SELECT COUNT(*)
            FROM entity
            WHERE id = :id AND project_id = :projectId
            """;

    private static final String DELETE_ALIASES = """
            DELETE FROM entity_alias
            WHERE entity_id = :id
            """;

    private static final String INSERT_ALIAS = """
            INSERT INTO entity_alias (entity_id, position, form)
            VALUES (:id, :position, :form)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    EntityRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(Entity entity, UserId by, Instant at) {
        jdbc.sql(INSERT)
                .param("id", entity.id())
                .param("projectId", entity.project().value())
                .param("type", entity.type())
                .param("name", entity.name())
                .param("createdBy", by.value())
                .param("createdAt", at.atOffset(ZoneOffset.UTC))
                .update();
        insertAliases(entity);
    }

    void update(Entity entity) {
        jdbc.sql(UPDATE)
                .param("id", entity.id())
                .param("type", entity.type())
                .param("name", entity.name())
                .update();
        jdbc.sql(DELETE_ALIASES).param("id", entity.id()).update();
        insertAliases(entity);
    }

    private void insertAliases(Entity entity) {
        batches.batchUpdate(
                INSERT_ALIAS,
                IntStream.range(0, entity.aliases().size())
                        .mapToObj(position -> new MapSqlParameterSource("id", entity.id())
                                .addValue("position", position)
                                .addValue("form", entity.aliases().get(position)))
                        .toArray(SqlParameterSource[]::new));
    }

    boolean exists(ProjectId project, String id) {
        return jdbc.sql(EXISTS)
                        .param("id", id)
                        .param("projectId", project.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<Entity> find(String id) {
        return entities(jdbc.sql(SELECT + BY_ID).param("id", id)).stream().findFirst();
    }

    /** By name, then id. */
    List<Entity> all(ProjectId project) {
        return entities(jdbc.sql(SELECT + BY_PROJECT).param("projectId", project.value()));
    }

    private static List<Entity> entities(JdbcClient.StatementSpec statement) {
        Map<String, Entity> found = new LinkedHashMap<>();
        Map<String, List<String>> aliases = new LinkedHashMap<>();
        statement.query(row -> {
            Entity entity = entity(row);
            found.putIfAbsent(entity.id(), entity);
            List<String> forms = aliases.computeIfAbsent(entity.id(), _ -> new ArrayList<>());
            String form = row.getString("form");
            if (form != null) {
                forms.add(form);
            }
        });
        return found.values().stream()
                .map(entity -> new Entity(
                        entity.id(),
                        entity.project(),
                        entity.type(),
                        entity.name(),
                        aliases.getOrDefault(entity.id(), List.of())))
                .toList();
    }

    private static Entity entity(ResultSet row) throws SQLException {
        return new Entity(
                row.getString("id"),
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("type"),
                row.getString("name"),
                List.of());
    }
}
