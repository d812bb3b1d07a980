package dev.parley.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.Database;
import dev.parley.account.UserId;
import dev.parley.agreement.Cause;
import dev.parley.agreement.Readings;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Mention;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(Database.class)
class DecisionRepositoryTests {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456Z");

    @Parameter
    Database database;

    private final UserId user = UserId.random();
    private final ProjectId project = ProjectId.random();
    private final DocumentId document = DocumentId.random();

    private JdbcClient jdbc;
    private DecisionRepository decisions;

    @BeforeEach
    void begin() {
        jdbc = Database.client(database.fresh());
        decisions = new DecisionRepository(jdbc);
        OffsetDateTime now = NOW.atOffset(ZoneOffset.UTC);
        jdbc.sql("INSERT INTO app_user VALUES (?, 'jo', 'Jo', 'x', FALSE, FALSE, 0, ?)")
                .params(user.value(), now)
                .update();
        jdbc.sql("INSERT INTO project VALUES (?, 'P', '{}', ?, NULL)")
                .params(project.value(), now)
                .update();
        UUID file = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO source_file (id, project_id, name, sha256, size_bytes, media_type, text, text_sha256, provenance, proposal,
                    state, uploaded_by, uploaded_at)
                VALUES (?, ?, 'a.txt', ?, 1, 'text/plain', 'a', ?, '{}', '[]', 'FROZEN', ?, ?)
                """)
                .params(file, project.value(), "0".repeat(64), "0".repeat(64), user.value(), now)
                .update();
        jdbc.sql("""
                INSERT INTO document (id, project_id, source_file_id, start_offset, end_offset, title, sha256, code_points,
                    utf16, text, segments, created_at)
                VALUES (?, ?, ?, 0, 1, 'A', ?, 1, 1, 'a', '[]', ?)
                """)
                .params(document.value(), project.value(), file, "0".repeat(64), now)
                .update();
    }

    private Decision decision(
            String disagreement, Decision.Outcome outcome, @Nullable String annotator, @Nullable Annotation chosen) {
        return new Decision(
                UUID.randomUUID(),
                UUID.randomUUID(),
                project,
                document,
                disagreement,
                "entity",
                Cause.LABEL_BOUNDARY,
                outcome,
                Map.of("ada", "a1", "bo", "b1"),
                annotator,
                chosen,
                "rule 3",
                "the title is not part of the name",
                user,
                NOW,
                null,
                null,
                null);
    }

    private static Mention mention() {
        return new Mention("a1", "ORG", Readings.spans("0-5,8-9"), Map.of("level", "NAM"), null, List.of());
    }

    @Test
    void keepsDecisionsWhole() {
        Decision version = decision("d1", Decision.Outcome.VERSION, "ada", mention());
        Decision silence = decision("d2", Decision.Outcome.VERSION, "bo", null);
        Decision own = decision("d3", Decision.Outcome.OWN, null, mention());
        Decision none = decision("d4", Decision.Outcome.NONE, null, null);

        List.of(version, silence, own, none)
                .forEach(decision -> assertThat(decisions.insert(decision)).isTrue());

        assertThat(decisions.of(document)).containsExactlyInAnyOrder(version, silence, own, none);
        assertThat(decisions.of(project)).hasSize(4);
        assertThat(decisions.standing("d3")).contains(own);
    }

    @Test
    void keepsHowARuleCameToADecisionAndListsItApart() {
        MergeRunRepository runs = new MergeRunRepository(jdbc);
        MergeRun run = new MergeRun(
                UUID.randomUUID(),
                project,
                MergeRule.trusting("ada"),
                MergeRun.State.RUNNING,
                1,
                0,
                0,
                0,
                user,
                NOW,
                null);
        runs.insert(run);
        Decision byPerson = decision("d1", Decision.Outcome.NONE, null, null);
        Decision byRule = new Decision(
                UUID.randomUUID(),
                run.id(),
                project,
                document,
                "d2",
                "entity",
                Cause.LABEL,
                Decision.Outcome.VERSION,
                Map.of("ada", "a1"),
                "ada",
                mention(),
                null,
                null,
                user,
                NOW,
                3,
                1500,
                new Decision.Automatic(run.id(), "annotator", 0.75, true));

        assertThat(decisions.of(document)).isEmpty();
        decisions.insert(byPerson);
        decisions.insert(byRule);

        assertThat(decisions.of(document)).isNotEmpty();
        assertThat(decisions.standing("d2")).contains(byRule);
        assertThat(decisions.latest(project, null, 9)).containsExactly(byPerson);
        assertThat(decisions.latest(project, byPerson.id(), 9)).isEmpty();
        assertThat(decisions.lastBatch(project, user)).containsExactly(byPerson);
        assertThat(decisions.batch(project, byPerson.batch())).containsExactly(byPerson);
        assertThat(runs.find(run.id()).orElseThrow().toAudit()).isEqualTo(1);
        assertThat(runs.running()).hasSize(1);
        runs.withdraw(run.id(), user, NOW);
        runs.end(run.id(), MergeRun.State.UNDONE, NOW);
        assertThat(decisions.of(document)).containsExactly(byPerson);
        assertThat(runs.of(project)).singleElement().satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(MergeRun.State.UNDONE);
            assertThat(ended.decided()).isZero();
            assertThat(ended.rule()).isEqualTo(run.rule());
        });
    }

    @Test
    void keepsAQuestionWithItsAnswers() {
        QuestionRepository questions = new QuestionRepository(jdbc);
        Question.Answer silent = new Question.Answer(user, "jo", null, null, null, null);
        Question question =
                new Question(UUID.randomUUID(), project, document, "d1", "Why?", user, NOW, List.of(silent));
        Question.Answer changed = new Question.Answer(user, "jo", Question.Choice.CHANGE, "ada", "It is a name.", NOW);

        assertThat(questions.insert(question)).isTrue();
        assertThat(questions.insert(question)).isFalse();
        assertThat(questions.about("d1")).contains(question);
        questions.answer(question.id(), changed);

        assertThat(questions.of(document)).containsExactly(question.with(List.of(changed)));
        assertThat(questions.to(user)).hasSize(1);
        assertThat(questions.of(document)).isNotEmpty();
        questions.close(question.id());
        assertThat(questions.of(document)).isEmpty();
        assertThat(questions.of(project)).isEmpty();
    }

    @Test
    void locksADocumentToDecideAboutIt() {
        assertThatCode(() -> decisions.lock(document)).doesNotThrowAnyException();
    }

    @Test
    void letsOneDecisionStandForADisagreement() {
        decisions.insert(decision("d1", Decision.Outcome.NONE, null, null));

        assertThat(decisions.insert(decision("d1", Decision.Outcome.OWN, null, mention())))
                .isFalse();
        assertThat(decisions.of(document)).hasSize(1);
    }

    @Test
    void makesRoomWhenADecisionIsWithdrawn() {
        Decision first = decision("d1", Decision.Outcome.NONE, null, null);
        Decision second = decision("d1", Decision.Outcome.OWN, null, mention());
        decisions.insert(first);

        assertThat(decisions.withdraw(first, user, NOW)).isTrue();
        assertThat(decisions.withdraw(first, user, NOW)).isFalse();
        assertThat(decisions.of(document)).isEmpty();
        assertThat(decisions.insert(second)).isTrue();
        assertThat(decisions.standing("d1")).contains(second);
    }

    @Test
    void findsWhatSomebodyDecidedLast() {
        Decision early = decision("d1", Decision.Outcome.NONE, null, null);
        decisions.insert(early);

        assertThat(decisions.lastBatch(project, user)).containsExactly(early);
        assertThat(decisions.lastBatch(project, UserId.random())).isEmpty();
    }
}
