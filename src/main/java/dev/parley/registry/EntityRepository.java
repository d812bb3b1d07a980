package dev.parley.registry;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entities and their aliases. Whoever changes names here also writes them to the {@link NameIndex}. */
@Repository
class EntityRepository {

    private static final String INSERT = """
            INSERT INTO entity (id, project_id, type, name, external_ids, facts, provisional, document_id, canonical_id,
                                created_by, created_at)
            VALUES (:id, :projectId, :type, :name, :externalIds, :facts, :provisional, :documentId, :id, :createdBy, :createdAt)
            """;

    private static final String UPDATE = """
            UPDATE entity
            SET type = :type, name = :name, external_ids = :externalIds, facts = :facts,
                provisional = :provisional, document_id = :documentId
            WHERE id = :id
            """;

    private static final String SELECT = """
            SELECT entity.id, entity.project_id, entity.type, entity.name, entity.external_ids, entity.facts,
                   entity.provisional, entity.document_id, entity.merged_into, entity.created_by,
                   entity_alias.form, entity_alias.language, entity_alias.kind
            FROM entity
            LEFT JOIN entity_alias ON entity_alias.entity_id = entity.id
            """;

    private static final String BY_ID = """
            WHERE entity.id = :id
            ORDER BY entity_alias.position
            """;

    private static final String BY_IDS = """
            WHERE entity.id IN (:ids)
            ORDER BY entity.name, entity.id, entity_alias.position
            """;

    private static final String BY_PROJECT = """
            WHERE entity.project_id = :projectId AND (entity.merged_into IS NULL OR :merged)
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
            INSERT INTO entity_alias (entity_id, position, form, language, kind)
            VALUES (:id, :position, :form, :language, :kind)
            """;

    private static final String CANONICAL = """
            SELECT canonical_id
            FROM entity
            WHERE id = :id
            """;

    private static final String REDIRECTS = """
            SELECT id, canonical_id
            FROM entity
            WHERE project_id = :projectId AND merged_into IS NOT NULL
            """;

    private static final String STEPS = """
            SELECT id, merged_into
            FROM entity
            WHERE canonical_id = :canonical AND merged_into IS NOT NULL
            """;

    private static final String REDIRECT = """
            UPDATE entity
            SET merged_into = :into
            WHERE id = :id
            """;

    private static final String MOVE_ALL = """
            UPDATE entity
            SET canonical_id = :to
            WHERE canonical_id = :from
            """;

    private static final String MOVE = """
            UPDATE entity
            SET canonical_id = :to
            WHERE id IN (:ids)
            """;

    private static final String LOCK = """
            SELECT id
            FROM project
            WHERE id = :projectId
            FOR UPDATE
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    EntityRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(Entity entity, Instant at) {
        written(jdbc.sql(INSERT), entity)
                .param("projectId", entity.project().value())
                .param("createdBy", entity.createdBy().value())
                .param("createdAt", at.atOffset(ZoneOffset.UTC))
                .update();
        insertAliases(entity);
    }

    void update(Entity entity) {
        written(jdbc.sql(UPDATE), entity).update();
        jdbc.sql(DELETE_ALIASES).param("id", entity.id()).update();
        insertAliases(entity);
    }

    private static JdbcClient.StatementSpec written(JdbcClient.StatementSpec statement, Entity entity) {
        DocumentId document = entity.document();
        return statement
                .param("id", entity.id())
                .param("type", entity.type())
                .param("name", entity.name())
                .param("externalIds", StoredKnowledge.write(entity.externalIds()))
                .param("facts", StoredKnowledge.write(entity.facts()))
                .param("provisional", entity.provisional())
                .param("documentId", document == null ? null : document.value());
    }

    private void insertAliases(Entity entity) {
        List<Alias> aliases = entity.aliases();
        batches.batchUpdate(
                INSERT_ALIAS,
                IntStream.range(0, aliases.size())
                        .mapToObj(position -> new MapSqlParameterSource("id", entity.id())
                                .addValue("position", position)
                                .addValue("form", aliases.get(position).form())
                                .addValue("language", aliases.get(position).language())
                                .addValue("kind", aliases.get(position).kind().name()))
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

    /** Those of these that there are, by name. */
    List<Entity> byIds(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : entities(jdbc.sql(SELECT + BY_IDS).param("ids", ids));
    }

    /** By name, then id. */
    List<Entity> all(ProjectId project, boolean merged) {
        return entities(jdbc.sql(SELECT + BY_PROJECT)
                .param("projectId", project.value())
                .param("merged", merged));
    }

    /** The entity that stands for this one now: itself unless it was merged. */
    Optional<String> canonical(String id) {
        return jdbc.sql(CANONICAL).param("id", id).query(String.class).optional();
    }

    /** By merged entity, the one that stands for it now. */
    Map<String, String> redirects(ProjectId project) {
        Map<String, String> redirects = new HashMap<>();
        jdbc.sql(REDIRECTS).param("projectId", project.value()).query(row -> {
            redirects.put(row.getString("id"), row.getString("canonical_id"));
        });
        return redirects;
    }

    /** Makes an entity a redirect, and all that redirected to it with it. */
    void redirect(String id, String into) {
        jdbc.sql(REDIRECT).param("id", id).param("into", into).update();
        jdbc.sql(MOVE_ALL).param("from", id).param("to", into).update();
    }

    /** Lets a redirect be an entity again, and all that redirected to it follow. */
    void restore(String id, String canonical) {
        Map<String, String> steps = new HashMap<>();
        jdbc.sql(STEPS).param("canonical", canonical).query(row -> {
            steps.put(row.getString("id"), row.getString("merged_into"));
        });
        steps.remove(id);
        List<String> moved = new ArrayList<>(List.of(id));
        for (int i = 0; i < moved.size(); i++) {
            String reached = moved.get(i);
            steps.entrySet().stream()
                    .filter(step -> step.getValue().equals(reached))
                    .map(Map.Entry::getKey)
                    .forEach(moved::add);
        }
        jdbc.sql(REDIRECT).param("id", id).param("into", null).update();
        jdbc.sql(MOVE).param("ids", moved).param("to", id).update();
    }

    /** Keeps two people from merging and splitting in one project at the same time, until the transaction ends. */
    void lock(ProjectId project) {
        jdbc.sql(LOCK).param("projectId", project.value()).query(UUID.class).single();
    }

    private static List<Entity> entities(JdbcClient.StatementSpec statement) {
        Map<String, Entity> found = new LinkedHashMap<>();
        Map<String, List<Alias>> aliases = new HashMap<>();
        statement.query(row -> {
            String id = row.getString("id");
            if (!found.containsKey(id)) {
                found.put(id, entity(row));
            }
            String form = row.getString("form");
            if (form != null) {
                aliases.computeIfAbsent(id, _ -> new ArrayList<>())
                        .add(new Alias(form, row.getString("language"), Alias.Kind.valueOf(row.getString("kind"))));
            }
        });
        return found.values().stream()
                .map(entity ->
                        entity.with(aliases.getOrDefault(entity.id(), List.of()), entity.externalIds(), entity.facts()))
                .toList();
    }

    private static Entity entity(ResultSet row) throws SQLException {
        return new Entity(
                row.getString("id"),
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("type"),
                row.getString("name"),
                List.of(),
                StoredKnowledge.texts(row.getString("external_ids")),
                StoredKnowledge.facts(row.getString("facts")),
                row.getBoolean("provisional"),
                document(row.getObject("document_id", UUID.class)),
                row.getString("merged_into"),
                new UserId(row.getObject("created_by", UUID.class)));
    }

    private static @Nullable DocumentId document(@Nullable UUID id) {
        return id == null ? null : new DocumentId(id);
    }
}
