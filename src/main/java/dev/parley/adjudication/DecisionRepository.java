package dev.parley.adjudication;

import dev.parley.account.UserId;
import dev.parley.agreement.Cause;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationJson;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Decisions, those that stand and those that were withdrawn. */
@Repository
class DecisionRepository {

    private static final String INSERT = """
            INSERT INTO decision (id, project_id, document_id, disagreement_id, standing, batch_id, layer, cause, outcome,
                members, chosen, annotator, reason, note, decided_by, decided_at, guideline_version, milliseconds,
                merge_id, rule, posterior, audit)
            VALUES (:id, :project, :document, :disagreement, :disagreement, :batch, :layer, :cause, :outcome,
                :members, :chosen, :annotator, :reason, :note, :decidedBy, :decidedAt, :guidelineVersion, :milliseconds,
                :merge, :rule, :posterior, :audit)
            ON CONFLICT DO NOTHING
            """;

    private static final String ID_TAKEN = "SELECT COUNT(*) FROM decision WHERE id = :id";

    private static final String WITHDRAW = """
            UPDATE decision
            SET standing = NULL, withdrawn_by = :user, withdrawn_at = :at
            WHERE id = :id AND standing IS NOT NULL
            """;

    private static final String MOVE = """
            UPDATE decision
            SET chosen = :chosen
            WHERE id = :id
            """;

    private static final String OF_DOCUMENT = """
            SELECT *
            FROM decision
            WHERE document_id = :document AND standing IS NOT NULL
            ORDER BY decided_at, id
            """;

    private static final String OF_DOCUMENTS = """
            SELECT *
            FROM decision
            WHERE document_id IN (:documents) AND standing IS NOT NULL
            ORDER BY decided_at, id
            """;

    private static final String OF_PROJECT = """
            SELECT *
            FROM decision
            WHERE project_id = :project AND standing IS NOT NULL
            ORDER BY decided_at, id
            """;

    private static final String STANDING = """
            SELECT *
            FROM decision
            WHERE standing = :disagreement
            """;

    private static final String LAST_BATCH_OF = """
            SELECT *
            FROM decision
            WHERE standing IS NOT NULL AND batch_id = (
                SELECT batch_id
                FROM decision
                WHERE project_id = :project AND decided_by = :user AND standing IS NOT NULL AND merge_id IS NULL
                ORDER BY decided_at DESC, id DESC
                LIMIT 1)
            """;

    private static final String BATCH = """
            SELECT *
            FROM decision
            WHERE project_id = :project AND batch_id = :batch AND standing IS NOT NULL
            """;

    /** Rules make many at once; they are listed with their run. */
    private static final String LATEST = """
            SELECT *
            FROM decision
            WHERE project_id = :project AND standing IS NOT NULL AND merge_id IS NULL
            """;

    /** Those taken in one go have the same time, so the time alone does not say where a portion ended. */
    private static final String OLDER = """
              AND (decided_at, id) < (SELECT decided_at, id FROM decision WHERE id = :last)
            """;

    private static final String NEWEST_FIRST = """
            ORDER BY decided_at DESC, id DESC
            LIMIT :limit
            """;

    /** Decisions about one document wait for each other, so that the first locks the sets and the last unlocks them. */
    private static final String LOCK_DOCUMENT = """
            SELECT id
            FROM document
            WHERE id = :document
            FOR UPDATE
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    DecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock(DocumentId document) {
        jdbc.sql(LOCK_DOCUMENT)
                .param("document", document.value())
                .query(UUID.class)
                .single();
    }

    /** @return false, changing nothing, if a decision about the same disagreement stands */
    boolean insert(Decision decision) {
        Decision.Automatic automatic = decision.automatic();
        return jdbc.sql(INSERT)
                        .param("id", decision.id())
                        .param("project", decision.project().value())
                        .param("document", decision.document().value())
                        .param("disagreement", decision.disagreement())
                        .param("batch", decision.batch())
                        .param("layer", decision.layer())
                        .param("cause", decision.cause().wire())
                        .param("outcome", decision.outcome().name())
                        .param("members", JSON.writeValueAsString(decision.members()))
                        .param("chosen", written(decision.chosen()))
                        .param("annotator", decision.annotator())
                        .param("reason", decision.reason())
                        .param("note", decision.note())
                        .param("decidedBy", decision.decidedBy().value())
                        .param("decidedAt", decision.decidedAt().atOffset(ZoneOffset.UTC))
                        .param("guidelineVersion", decision.guidelineVersion())
                        .param("milliseconds", decision.milliseconds())
                        .param("merge", automatic == null ? null : automatic.merge())
                        .param("rule", automatic == null ? null : automatic.rule())
                        .param("posterior", automatic == null ? null : automatic.posterior())
                        .param("audit", automatic != null && automatic.audit())
                        .update()
                == 1;
    }

    /** Whether a decision, be it of another project, has this id. */
    boolean isTaken(UUID id) {
        return jdbc.sql(ID_TAKEN).param("id", id).query(Long.class).single() > 0;
    }

    /** @return whether it stood until now */
    boolean withdraw(Decision decision, UserId user, Instant at) {
        return jdbc.sql(WITHDRAW)
                        .param("id", decision.id())
                        .param("user", user.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Writes what was chosen anew, because it stands elsewhere in the document's text now. */
    void move(Decision decision, Annotation chosen) {
        jdbc.sql(MOVE)
                .param("id", decision.id())
                .param("chosen", written(chosen))
                .update();
    }

    /** Those that stand, oldest first. */
    List<Decision> of(DocumentId document) {
        return jdbc.sql(OF_DOCUMENT)
                .param("document", document.value())
                .query(DecisionRepository::read)
                .list();
    }

    /** Those that stand about some documents, oldest first. */
    List<Decision> of(Collection<DocumentId> documents) {
        return documents.isEmpty()
                ? List.of()
                : jdbc.sql(OF_DOCUMENTS)
                        .param(
                                "documents",
                                documents.stream().map(DocumentId::value).toList())
                        .query(DecisionRepository::read)
                        .list();
    }

    /** Those that stand, oldest first. */
    List<Decision> of(ProjectId project) {
        return jdbc.sql(OF_PROJECT)
                .param("project", project.value())
                .query(DecisionRepository::read)
                .list();
    }

    Optional<Decision> standing(String disagreement) {
        return jdbc.sql(STANDING)
                .param("disagreement", disagreement)
                .query(DecisionRepository::read)
                .optional();
    }

    /** What somebody decided last, in one go. */
    List<Decision> lastBatch(ProjectId project, UserId user) {
        return jdbc.sql(LAST_BATCH_OF)
                .param("project", project.value())
                .param("user", user.value())
                .query(DecisionRepository::read)
                .list();
    }

    /** Those that were taken in one go and still stand. */
    List<Decision> batch(ProjectId project, UUID batch) {
        return jdbc.sql(BATCH)
                .param("project", project.value())
                .param("batch", batch)
                .query(DecisionRepository::read)
                .list();
    }

    /** What people decided and still stands, newest first, after the last one already seen. */
    List<Decision> latest(ProjectId project, @Nullable UUID last, int limit) {
        JdbcClient.StatementSpec statement = last == null
                ? jdbc.sql(LATEST + NEWEST_FIRST)
                : jdbc.sql(LATEST + OLDER + NEWEST_FIRST).param("last", last);
        return statement
                .param("project", project.value())
                .param("limit", limit)
                .query(DecisionRepository::read)
                .list();
    }

    private static Decision read(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                new ProjectId(row.getObject("project_id", UUID.class)),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getString("disagreement_id"),
                row.getString("layer"),
                Cause.of(row.getString("cause")).orElseThrow(),
                Decision.Outcome.valueOf(row.getString("outcome")),
                members(row.getString("members")),
                row.getString("annotator"),
                annotation(row.getString("chosen")),
                row.getString("reason"),
                row.getString("note"),
                new UserId(row.getObject("decided_by", UUID.class)),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getObject("guideline_version", Integer.class),
                row.getObject("milliseconds", Integer.class),
                automatic(row));
    }

    private static Decision.@Nullable Automatic automatic(ResultSet row) throws SQLException {
        UUID merge = row.getObject("merge_id", UUID.class);
        return merge == null
                ? null
                : new Decision.Automatic(
                        merge, row.getString("rule"), row.getDouble("posterior"), row.getBoolean("audit"));
    }

    private static Map<String, String> members(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(
                        member -> members.put(member.getKey(), member.getValue().asString()));
        return members;
    }

    private static @Nullable String written(@Nullable Annotation annotation) {
        if (annotation == null) {
            return null;
        }
        ObjectNode json = JSON.createObjectNode();
        json.put("kind", annotation.kind().name().toLowerCase(Locale.ROOT));
        json.set("value", AnnotationJson.write(annotation));
        return JSON.writeValueAsString(json);
    }

    private static @Nullable Annotation annotation(@Nullable String json) {
        if (json == null) {
            return null;
        }
        JsonNode node = JSON.readTree(json);
        Annotation.Kind kind =
                Annotation.Kind.valueOf(node.get("kind").asString().toUpperCase(Locale.ROOT));
        return AnnotationJson.read(kind, node.get("value"));
    }
}
