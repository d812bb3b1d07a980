package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.exchange.ExportRecords;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What a first visitor finds. */
@ParleyTest
@TestPropertySource(properties = "parley.demo=true")
class DemoDataTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    DemoData demo;

    private Api supervisor;
    private String project = "";

    @BeforeEach
    void signIn() {
        supervisor = Api.as(mvc, "supervisor", "parley-demo");
        project = "/api/v1/projects/" + supervisor.get("/api/v1/me").text("/projects/0/id");
    }

    @Test
    void makesOneProjectWithArticlesInManyStates() {
        JsonNode documents = supervisor.get(project + "/documents").json().get("items");

        Set<String> states = new HashSet<>();
        documents.forEach(document -> document.get("states").forEach(state -> states.add(state.asString())));
        assertThat(documents.size()).isGreaterThanOrEqualTo(8);
        assertThat(states).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void letsEverybodySignIn() {
        for (String name : List.of("annotator1", "annotator2", "annotator3")) {
            Api annotator = Api.as(mvc, name, "parley-demo");

            assertThat(annotator.get("/api/v1/me").text("/projects/0/name")).isEqualTo("Harbour talks");
            assertThat(annotator.get("/api/v1/me/tasks").status()).isEqualTo(200);
        }
    }

    @Test
    void leavesOneFileToBeConfirmed() {
        JsonNode files = supervisor.get(project + "/files").json();

        assertThat(files.toString()).contains("harbour-digest.txt", "proposed");
    }

    @Test
    void disagreesInEveryWay() {
        Set<String> causes = new HashSet<>();
        supervisor
                .get(project + "/disagreements?limit=500")
                .json()
                .get("items")
                .forEach(disagreement -> causes.add(disagreement.get("cause").asString()));

        assertThat(causes)
                .containsExactlyInAnyOrder(
                        "missing",
                        "extra",
                        "boundary",
                        "label",
                        "label-boundary",
                        "attribute",
                        "link",
                        "part",
                        "relation");
    }

    @Test
    void exportsWhatValidates() {
        JsonNode export =
                supervisor.get(project + "/export?format=json&drafts=true").json();

        Set<String> gold = new HashSet<>();
        export.get("documents").forEach(record -> {
            gold.add(record.at("/gold/status").asString());
            assertThat(ExportRecords.faults(record)).isEmpty();
        });
        assertThat(gold).contains("adjudicated", "unanimous", "single");
    }

    @Test
    void changesNothingWhenStartedAgain() {
        String before = supervisor.get(project + "/export?format=jsonl").body();

        demo.prepare();

        assertThat(supervisor.get("/api/v1/projects").json().get("items")).hasSize(1);
        assertThat(supervisor.get(project + "/export?format=jsonl").body()).isEqualTo(before);
    }
}
