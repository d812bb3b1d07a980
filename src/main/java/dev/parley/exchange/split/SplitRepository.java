package dev.parley.exchange.split;

import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SplitRepository {

    private static final String SELECT = """
            SELECT document_id, group_id, part, joins
            FROM document_split
            WHERE project_id = :projectId
            """;

    private static final String INSERT = """
            INSERT INTO document_split (document_id, project_id, group_id, part, joins, assigned_at)
            VALUES (:documentId, :projectId, :groupId, :part, :joins, :assignedAt)
            """;

    private static final String LOCK = """
            SELECT id
            FROM project
            WHERE id = :projectId
            FOR UPDATE
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    SplitRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps others from placing documents of the project until the transaction ends. */
    void lock(ProjectId project) {
        jdbc.sql(LOCK).param("projectId", project.value()).query(UUID.class).single();
    }

    Split find(ProjectId project) {
        return new Split(jdbc
                .sql(SELECT)
                .param("projectId", project.value())
                .query((row, _) -> new Placement(
                        new DocumentId(row.getObject("document_id", UUID.class)),
                        row.getString("group_id"),
                        Part.valueOf(row.getString("part")),
                        parts(row.getString("joins"))))
                .stream()
                .collect(Collectors.toMap(Placement::document, Function.identity())));
    }

    void insert(ProjectId project, Collection<Placement> placements, Instant at) {
        batches.batchUpdate(
                INSERT,
                placements.stream()
                        .map(placement -> new MapSqlParameterSource("projectId", project.value())
                                .addValue("documentId", placement.document().value())
                                .addValue("groupId", placement.group())
                                .addValue("part", placement.part().name())
                                .addValue("joins", text(placement.joins()))
                                .addValue("assignedAt", at.atOffset(ZoneOffset.UTC)))
                        .toArray(SqlParameterSource[]::new));
    }

    private static String text(Set<Part> parts) {
        return parts.stream().sorted().map(Part::name).collect(Collectors.joining(" "));
    }

    private static Set<Part> parts(String text) {
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        for (String name : text.split(" ")) {
            if (!name.isEmpty()) {
                parts.add(Part.valueOf(name));
            }
        }
        return parts;
    }
}
