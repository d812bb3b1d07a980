package dev.parley.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.account.UserService;
import dev.parley.adjudication.TwoReaders;
import dev.parley.agreement.AgreementRun.State;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.annotation.AnnotationService;
import dev.parley.document.DocumentId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Reports that are worked out beside the requests. */
@ParleyTest
class AgreementRunTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    MockMvc mvc;

    @Autowired
    AnnotationService annotations;

    @Autowired
    UserService users;

    @Autowired
    AgreementRuns runs;

    @Autowired
    AgreementRunRepository repository;

    @Autowired
    GammaRepository gammas;

    private TwoReaders readers;

    @BeforeEach
    void begin() {
        readers = new TwoReaders(Api.admin(mvc), users, annotations);
        readers.differ();
    }

    private JsonNode ended(String job) {
        return Awaitility.await()
                .atMost(LONG)
                .until(
                        () -> readers.supervisor.get("/api/v1/jobs/" + job).json(),
                        answer -> !answer.get("state").asString().equals("running"));
    }

    @Test
    void answersWithAJobAndThenWithWhatCameOfIt() {
        String address = "/api/v1/projects/%s/agreement".formatted(readers.project);

        Api.Answer answer = readers.supervisor.get(address + "?layer=entity&wait=false");
        JsonNode job = ended(answer.text("/id"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(job.get("state").asString()).isEqualTo("done");
        assertThat(job.get("progress").doubleValue()).isEqualTo(1);
        assertThat(job.get("result").asString()).isEqualTo(address + "?layer=entity");
        assertThat(readers.supervisor.get(job.get("result").asString()).json())
                .isEqualTo(readers.supervisor.get(address + "?layer=entity").json());
    }

    @Test
    void goesOnWithWhatAStoppedProcessLeft() {
        AgreementRun left = new AgreementRun(
                UUID.randomUUID(),
                readers.projectId(),
                new Scope(
                        "entity",
                        Set.of(readers.annName, readers.benName),
                        Set.of(new DocumentId(UUID.fromString(readers.document))),
                        LocalDate.EPOCH,
                        null),
                State.RUNNING,
                0,
                0,
                users.find("admin").orElseThrow().id(),
                Instant.parse("2026-11-22T10:15:30.123456Z"),
                null);
        repository.insert(left);

        assertThat(repository.find(left.id())).contains(left);
        runs.goOn();

        assertThat(ended(left.id().toString()).get("state").asString()).isEqualTo("done");
    }

    @Test
    void endsWhenItIsNotWantedAnyMore() {
        AgreementRun left = new AgreementRun(
                UUID.randomUUID(),
                readers.projectId(),
                Scope.ALL,
                State.RUNNING,
                0,
                0,
                users.find("admin").orElseThrow().id(),
                Instant.EPOCH,
                null);
        repository.insert(left);

        readers.supervisor.delete("/api/v1/jobs/" + left.id());

        assertThat(repository.advance(left.id(), 1, 2)).isFalse();
        assertThat(ended(left.id().toString()).get("state").asString()).isEqualTo("cancelled");
    }

    @Test
    void keepsWhatTookLongForTheRevisionsItCameFrom() {
        DocumentId document = new DocumentId(UUID.fromString(readers.document));
        Measure.Sample sample = Measure.Sample.of(new double[] {0, 1.5, 0, 1.0 / 3}, 7);
        gammas.put(document, Set.of("someone"), "older", Map.of("key", sample));

        gammas.put(document, Set.of("someone"), "now", Map.of("key", sample));

        Measure.Sample found = gammas.find(Set.of("someone"), Map.of(document, "now"))
                .getOrDefault(document, Map.of())
                .get("key");
        assertThat(found.units()).isEqualTo(7);
        assertThat(found.numbers().places()).containsExactly(1, 3);
        assertThat(found.numbers().values()).containsExactly(1.5, 1.0 / 3);
        assertThat(gammas.find(Set.of("someone"), Map.of(document, "older"))).isEmpty();
        assertThat(gammas.find(Set.of(), Map.of(document, "now"))).isEmpty();
    }
}
