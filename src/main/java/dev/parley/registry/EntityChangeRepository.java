package dev.parley.registry;

import dev.parley.account.UserId;
import dev.parley.project.ProjectId;
import dev.parley.registry.EntityChange.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EntityChangeRepository {

    private static final String INSERT = """
            INSERT INTO entity_change (id, project_id, kind, entity_id, other_id, moved, done_by, done_at)
            VALUES (:id, :projectId, :kind, :entityId, :otherId, :moved, :doneBy, :doneAt)
            """;

    private static final String SELECT = """
            SELECT entity_change.id, entity_change.project_id, entity_change.kind, entity_change.entity_id,
                   entity_change.other_id, entity_change.moved, entity_change.done_at, entity_change.undone_at,
                   doer.name AS doer, undoer.name AS undoer, settler.name AS settler
            FROM entity_change
            JOIN app_user doer ON doer.id = entity_change.done_by
            LEFT JOIN app_user undoer ON undoer.id = entity_change.undone_by
            LEFT JOIN app_user settler ON settler.id = entity_change.settled_by
            """;

    private static final String OF_ENTITY = """
            WHERE entity_change.entity_id = :entityId OR entity_change.other_id = :entityId
            ORDER BY entity_change.done_at DESC, entity_change.id
            """;

    private static final String STANDING_MERGE = """
            WHERE entity_change.entity_id = :entityId AND entity_change.kind = 'MERGED'
              AND entity_change.undone_at IS NULL
            """;

    private static final String STANDING_SPLIT = """
            WHERE entity_change.other_id = :entityId AND entity_change.kind = 'SPLIT'
              AND entity_change.undone_at IS NULL
            """;

    private static final String UNDO = """
            UPDATE entity_change
            SET undone_by = :by, undone_at = :at
            WHERE id = :id
            """;

    private static final String SETTLE = """
            UPDATE entity_change
            SET settled_by = :by, settled_at = :at
            WHERE entity_id = :entityId AND kind = 'SPLIT' AND undone_at IS NULL AND settled_at IS NULL
            """;

    private final JdbcClient jdbc;

    EntityChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A change that stands, and what must be moved back to undo it. */
    record Reversible(EntityChange change, Knowledge moved) {}

    void insert(
            ProjectId project,
            Kind kind,
            String entity,
            @Nullable String other,
            Knowledge moved,
            UserId by,
            Instant at) {
        jdbc.sql(INSERT)
                .param("id", UUID.randomUUID())
                .param("projectId", project.value())
                .param("kind", kind.name())
                .param("entityId", entity)
                .param("otherId", other)
                .param("moved", StoredKnowledge.write(moved))
                .param("doneBy", by.value())
                .param("doneAt", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was done to an entity or with it, latest first. */
    List<EntityChange> of(String entity) {
        return jdbc.sql(SELECT + OF_ENTITY)
                .param("entityId", entity)
                .query(EntityChangeRepository::change)
                .list();
    }

    /** The merge that made an entity a redirect. */
    Optional<Reversible> merge(String entity) {
        return reversible(STANDING_MERGE, entity);
    }

    /** The split an entity was made by. */
    Optional<Reversible> split(String entity) {
        return reversible(STANDING_SPLIT, entity);
    }

    private Optional<Reversible> reversible(String which, String entity) {
        return jdbc.sql(SELECT + which)
                .param("entityId", entity)
                .query((row, number) ->
                        new Reversible(change(row, number), StoredKnowledge.knowledge(row.getString("moved"))))
                .optional();
    }

    void undo(UUID id, UserId by, Instant at) {
        jdbc.sql(UNDO)
                .param("id", id)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Settles the splits of an entity; how many there were. */
    int settle(String entity, UserId by, Instant at) {
        return jdbc.sql(SETTLE)
                .param("entityId", entity)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static EntityChange change(ResultSet row, int number) throws SQLException {
        OffsetDateTime undoneAt = row.getObject("undone_at", OffsetDateTime.class);
        return new EntityChange(
                row.getObject("id", UUID.class),
                new ProjectId(row.getObject("project_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("entity_id"),
                row.getString("other_id"),
                row.getString("doer"),
                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                row.getString("undoer"),
                undoneAt == null ? null : undoneAt.toInstant(),
                row.getString("settler"));
    }
}
