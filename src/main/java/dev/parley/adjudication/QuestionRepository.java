package dev.parley.adjudication;

import dev.parley.account.UserId;
import dev.parley.adjudication.Question.Answer;
import dev.parley.adjudication.Question.Choice;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions that stand, each with its answers in the same statement. */
@Repository
class QuestionRepository {

    private static final String INSERT = """
            INSERT INTO question (id, project_id, document_id, disagreement_id, standing, text, asked_by, asked_at)
            VALUES (:id, :project, :document, :disagreement, :disagreement, :text, :askedBy, :askedAt)
            ON CONFLICT DO NOTHING
            """;

    private static final String INSERT_ANSWER = """
            INSERT INTO question_answer (question_id, user_id)
            VALUES (:question, :user)
            """;

    private static final String ANSWER = """
            UPDATE question_answer
            SET choice = :choice, annotator = :annotator, reason = :reason, answered_at = :answeredAt
            WHERE question_id = :question AND user_id = :user
            """;

    private static final String CLOSE = """
            UPDATE question
            SET standing = NULL
            WHERE id = :id AND standing IS NOT NULL
            """;

    private static final String SELECT = """
            SELECT question.id, question.project_id, question.document_id, question.disagreement_id, question.text,
                   question.asked_by, question.asked_at, question_answer.user_id, app_user.name AS answerer,
                   question_answer.choice, question_answer.annotator, question_answer.reason, question_answer.answered_at
            FROM question
            JOIN question_answer ON question_answer.question_id = question.id
            JOIN app_user ON app_user.id = question_answer.user_id
            JOIN document ON document.id = question.document_id AND document.deleted_at IS NULL
            JOIN project ON project.id = question.project_id AND project.deleted_at IS NULL
            WHERE question.standing IS NOT NULL
            """;

    private static final String ABOUT = " AND question.standing = :disagreement";
    private static final String OF_DOCUMENT = " AND question.document_id = :document";
    private static final String OF_PROJECT = " AND question.project_id = :project";
    private static final String TO = """
             AND question.id IN (SELECT question_id FROM question_answer WHERE user_id = :user)
            """;
    private static final String ORDER = " ORDER BY question.asked_at, question.id, app_user.name";

    private final JdbcClient jdbc;

    QuestionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false, changing nothing, if one stands already */
    boolean insert(Question question) {
        boolean fresh = jdbc.sql(INSERT)
                        .param("id", question.id())
                        .param("project", question.project().value())
                        .param("document", question.document().value())
                        .param("disagreement", question.disagreement())
                        .param("text", question.text())
                        .param("askedBy", question.askedBy().value())
                        .param("askedAt", question.askedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (fresh) {
            question.answers()
                    .forEach(answer -> jdbc.sql(INSERT_ANSWER)
                            .param("question", question.id())
                            .param("user", answer.user().value())
                            .update());
        }
        return fresh;
    }

    void answer(UUID question, Answer answer) {
        Choice choice = answer.choice();
        jdbc.sql(ANSWER)
                .param("question", question)
                .param("user", answer.user().value())
                .param("choice", choice == null ? null : choice.name())
                .param("annotator", answer.annotator())
                .param("reason", answer.reason())
                .param(
                        "answeredAt",
                        answer.answeredAt() == null ? null : answer.answeredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void close(UUID question) {
        jdbc.sql(CLOSE).param("id", question).update();
    }

    Optional<Question> about(String disagreement) {
        return read(jdbc.sql(SELECT + ABOUT + ORDER).param("disagreement", disagreement)).stream()
                .findFirst();
    }

    List<Question> of(DocumentId document) {
        return read(jdbc.sql(SELECT + OF_DOCUMENT + ORDER).param("document", document.value()));
    }

    List<Question> of(ProjectId project) {
        return read(jdbc.sql(SELECT + OF_PROJECT + ORDER).param("project", project.value()));
    }

    /** Those somebody was asked, answered or not, oldest first. */
    List<Question> to(UserId user) {
        return read(jdbc.sql(SELECT + TO + ORDER).param("user", user.value()));
    }

    private static List<Question> read(JdbcClient.StatementSpec statement) {
        Map<UUID, Question> found = new LinkedHashMap<>();
        Map<UUID, List<Answer>> answers = new LinkedHashMap<>();
        statement.query(row -> {
            UUID id = row.getObject("id", UUID.class);
            found.putIfAbsent(id, question(row, id));
            answers.computeIfAbsent(id, fresh -> new ArrayList<>()).add(answer(row));
        });
        return found.values().stream()
                .map(question -> question.with(answers.getOrDefault(question.id(), List.of())))
                .toList();
    }

    private static Question question(ResultSet row, UUID id) throws SQLException {
        return new Question(
                id,
                new ProjectId(row.getObject("project_id", UUID.class)),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getString("disagreement_id"),
                row.getString("text"),
                new UserId(row.getObject("asked_by", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static Answer answer(ResultSet row) throws SQLException {
        @Nullable String choice = row.getString("choice");
        @Nullable OffsetDateTime at = row.getObject("answered_at", OffsetDateTime.class);
        return new Answer(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("answerer"),
                choice == null ? null : Choice.valueOf(choice),
                row.getString("annotator"),
                row.getString("reason"),
                at == null ? null : at.toInstant());
    }
}
