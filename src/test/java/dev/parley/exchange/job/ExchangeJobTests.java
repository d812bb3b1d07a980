package dev.parley.exchange.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.account.UserService;
import dev.parley.exchange.job.ExchangeJob.Kind;
import dev.parley.exchange.job.ExchangeJob.State;
import dev.parley.project.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** Exports and imports that go on by themselves. */
@ParleyTest
class ExchangeJobTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static int count;

    @Autowired
    MockMvc mvc;

    @Autowired
    UserService users;

    @Autowired
    ExchangeJobs jobs;

    @Autowired
    ExchangeJobRepository repository;

    @Autowired
    JobFiles files;

    private Api supervisor;
    private String id = "";
    private String project = "";

    @BeforeEach
    void begin() {
        supervisor = Api.admin(mvc);
        id = supervisor
                .post("/api/v1/projects", Map.of("name", "Lantern № %d".formatted(++count)))
                .text("/id");
        project = "/api/v1/projects/" + id;
    }

    private Api.Answer send(String query, String file) {
        return supervisor.perform(MockMvcRequestBuilders.post(project + "/import?" + query)
                .header("Prefer", "respond-async")
                .content(file));
    }

    private JsonNode ended(String job) {
        return Awaitility.await()
                .atMost(LONG)
                .until(
                        () -> supervisor.get("/api/v1/jobs/" + job).json(),
                        answer -> !answer.get("state").asString().equals("running"));
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> "{\"text\":\"Odra met 🛶 Brin, time %d.\",\"label\":[[0,4,\"PERSON\"],[11,15,\"PERSON\"]]}"
                                .formatted(i))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void importsAndExportsTheSameAsWhenOneWaits() {
        Api.Answer begun = send("format=doccano&annotator=admin", lines(30));
        JsonNode imported = ended(begun.text("/id"));
        JsonNode report = supervisor.get(imported.get("result").asString()).json();

        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.response().getHeader("Location")).isEqualTo("/api/v1/jobs/" + begun.text("/id"));
        assertThat(imported.get("state").asString()).isEqualTo("done");
        assertThat(imported.get("progress").doubleValue()).isEqualTo(1);
        assertThat(report.get("documents").asInt()).isEqualTo(30);
        assertThat(report.get("annotations").asInt()).isEqualTo(60);

        JsonNode exported = ended(
                supervisor.post(project + "/export?format=jsonl&sets=all", null).text("/id"));
        Api.Answer file = supervisor.get(exported.get("result").asString());

        assertThat(exported.get("message").asString()).isEqualTo("30 of 30 documents read");
        assertThat(file.response().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("lantern");
        assertThat(file.body()
                        .equals(supervisor
                                .get(project + "/export?format=jsonl&sets=all")
                                .body()))
                .isTrue();
        assertThat(supervisor.get(project + "/export/history").json().at("/items/0/sha256"))
                .isEqualTo(supervisor.get(project + "/export/history").json().at("/items/1/sha256"));
    }

    @Test
    void saysWhatIsWrongWithAFileAndImportsNothing() {
        JsonNode failed =
                ended(send("format=doccano", lines(3) + "\n{\"text\":\"Brin.\",\"label\":[[3,99,\"PERSON\"]]}")
                        .text("/id"));

        assertThat(failed.get("state").asString()).isEqualTo("failed");
        assertThat(failed.get("message").asString()).contains("record 4", "nothing was imported");
        assertThat(failed.get("result").isNull()).isTrue();
        assertThat(supervisor.get(project + "/documents").json().get("items").isEmpty())
                .isTrue();
        assertThat(send("format=paper", "{}").text("/detail")).contains("“paper”");
    }

    @Test
    void previewsWithoutChangingAnything() {
        JsonNode seen = ended(send("format=doccano&preview=true", lines(3)).text("/id"));

        assertThat(supervisor
                        .get(seen.get("result").asString())
                        .json()
                        .get("preview")
                        .asBoolean())
                .isTrue();
        assertThat(supervisor.get(project + "/documents").json().get("items").isEmpty())
                .isTrue();
    }

    @Test
    void beginsAnewWhatAStoppedProcessLeft() {
        ExchangeJob left = left(1);

        jobs.takeOver(Duration.ofSeconds(20));

        assertThat(ended(left.id().toString()).get("state").asString()).isEqualTo("done");
        assertThat(supervisor.get(project + "/export/jobs/" + left.id()).status())
                .isEqualTo(200);
    }

    @Test
    void givesUpWhatWasCutOffTimeAndAgain() {
        ExchangeJob left = left(3);

        jobs.takeOver(Duration.ofSeconds(20));

        JsonNode ended = supervisor.get("/api/v1/jobs/" + left.id()).json();
        assertThat(ended.get("state").asString()).isEqualTo("failed");
        assertThat(ended.get("message").asString()).contains("cut off 3 times");
    }

    @Test
    void leavesAloneWhatAnotherProcessIsAt() {
        ExchangeJob running = left(1);
        repository.advance(running, 1, 2, Instant.now());

        jobs.takeOver(Duration.ofSeconds(20));

        assertThat(repository.find(running.id()).orElseThrow().attempt()).isEqualTo(1);
    }

    @Test
    void cancelsAndAnswersThatNothingCameOfIt() {
        ExchangeJob running = left(1);

        supervisor.delete("/api/v1/jobs/" + running.id());

        assertThat(ended(running.id().toString()).get("state").asString()).isEqualTo("cancelled");
        assertThat(supervisor.get(project + "/export/jobs/" + running.id()).text("/detail"))
                .contains("cancelled");
        // an attempt that does not know yet changes nothing any more
        assertThat(repository.end(running.ended(State.DONE, null, Instant.now()), null, Instant.now()))
                .isFalse();
    }

    @Test
    void forgetsTheFileAfterSomeDays() {
        ExchangeJob old = left(1);
        jobs.takeOver(Duration.ofSeconds(20));
        ended(old.id().toString());
        Instant longAgo = Instant.now().minus(jobs.daysKept() + 1L, ChronoUnit.DAYS);
        ExchangeJob older = left(1);
        repository.end(older.ended(State.DONE, null, longAgo), null, longAgo);

        jobs.tidy();

        assertThat(repository.find(older.id())).isEmpty();
        assertThat(files.of(old.id())).isPresent();
    }

    /** An export that a process began and left ten minutes ago. */
    private ExchangeJob left(int attempt) {
        Instant then = Instant.now().minus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MICROS);
        ExchangeJob job = new ExchangeJob(
                UUID.randomUUID(),
                ProjectId.of(id),
                Kind.EXPORT,
                "bundle",
                "sets=all&drafts=true",
                "",
                State.RUNNING,
                0,
                0,
                null,
                1,
                users.get("admin").id(),
                then,
                null);
        repository.insert(job);
        for (int again = 1; again < attempt; again++) {
            repository.takeOver(repository.find(job.id()).orElseThrow(), then);
        }
        return repository.find(job.id()).orElseThrow();
    }
}
