package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** The whole way once, from a file to training data. Start reading Parley here. */
@ParleyTest
class TourTests {

    private static final String ARTICLE = "Minister Ada Brandt said on Monday that the harbour will reopen in May.";

    @Autowired
    MockMvc mvc;

    @Test
    void leadsFromAFileToTrainingData() {
        // a supervisor makes a project, with two people who read for it
        Tour tour = new Tour(Api.admin(mvc));
        tour.project("Harbour");
        Api ann = tour.annotator("ann");
        Api ben = tour.annotator("ben");

        // a file arrives, is cut into articles, and the article's text is fixed
        String document = tour.upload("harbour.txt", ARTICLE);
        assertThat(ann.get("/api/v1/documents/%s/text".formatted(document)).body())
                .isEqualTo(ARTICLE);

        // both read it; they agree on the minister, and differ on where the claim ends
        tour.assign(document, "ann", "ben");
        tour.mark(ann, document, tour.mention("a1", "PERSON", 9, 19));
        tour.mark(ann, document, tour.claim("a2", "a1", 40, 70));
        tour.mark(ben, document, tour.mention("b1", "PERSON", 9, 19));
        tour.mark(ben, document, tour.claim("b2", "b1", 40, 63));
        tour.submit(ann, document);
        tour.submit(ben, document);

        // how far they agree
        assertThat(tour.agreement("entity", "found-f1")).isEqualTo(1.0);
        assertThat(tour.agreement("claim", "boundary")).isEqualTo(0.0);

        // the one disagreement is settled with one decision: the longer version
        JsonNode open = tour.disagreements();
        assertThat(open).hasSize(1);
        assertThat(open.at("/0/cause").asString()).isEqualTo("boundary");
        tour.decide(open.get(0), version(open.get(0), "ann"));
        assertThat(tour.disagreements()).isEmpty();

        // and the result leaves as training data whose offsets fit
        JsonNode gold = tour.export().at("/documents/0/gold");
        assertThat(gold.at("/status").asString()).isEqualTo("adjudicated");
        assertThat(gold.at("/mentions/0/spans/0/text").asString()).isEqualTo("Ada Brandt");
        assertThat(gold.at("/claims/0/content/0/text").asString()).isEqualTo("the harbour will reopen in May");
        assertThat(gold.at("/claims/0/source/0/mention").asString())
                .isEqualTo(gold.at("/mentions/0/id").asString());
    }

    private static int version(JsonNode disagreement, String annotator) {
        for (int i = 0; i < disagreement.get("versions").size(); i++) {
            if (disagreement
                    .at("/versions/%d/annotators/0".formatted(i))
                    .asString()
                    .equals(annotator)) {
                return i;
            }
        }
        throw new AssertionError(annotator + " has no version in " + disagreement);
    }

    /** The supervisor's calls, by the name of what they do. */
    private static final class Tour {

        private final Api supervisor;
        private String project = "";

        Tour(Api supervisor) {
            this.supervisor = supervisor;
        }

        void project(String name) {
            project = "/api/v1/projects/"
                    + done(supervisor.post("/api/v1/projects", Map.of("name", name)))
                            .text("/id");
        }

        Api annotator(String name) {
            Api person = supervisor.newUser(name);
            done(supervisor.put(project + "/members/" + name, Map.of("roles", List.of("annotator"))));
            return person;
        }

        String upload(String name, String text) {
            return done(supervisor.upload(project + "/files?accept=proposal", Map.of(name, text)))
                    .text("/0/documents/0");
        }

        void assign(String document, String... annotators) {
            done(supervisor.post(
                    project + "/assignments",
                    Map.of("documents", List.of(document), "annotators", List.of(annotators))));
        }

        Map<String, Object> mention(String id, String label, int start, int end) {
            Object value = Map.of("id", id, "label", label, "spans", List.of(span(start, end)));
            return Map.of("id", "put-" + id, "op", "put", "kind", "mention", "value", value);
        }

        Map<String, Object> claim(String id, String source, int start, int end) {
            Object value = Map.of(
                    "id", id,
                    "content", List.of(span(start, end)),
                    "cue", List.of(span(20, 24)),
                    "source", List.of(Map.of("mention", source)),
                    "attributes", Map.of("form", "indirect", "act", "assert"));
            return Map.of("id", "put-" + id, "op", "put", "kind", "claim", "value", value);
        }

        void mark(Api annotator, String document, Map<String, Object> edit) {
            Api.Answer answer = done(annotator.post(
                    "/api/v1/documents/%s/sets/me/edits".formatted(document), Map.of("edits", List.of(edit))));
            assertThat(answer.text("/results/0/status")).as(answer.body()).isEqualTo("applied");
        }

        void submit(Api annotator, String document) {
            done(annotator.post("/api/v1/documents/%s/sets/me/submission".formatted(document), null));
        }

        double agreement(String layer, String measure) {
            JsonNode layers =
                    done(supervisor.get(project + "/agreement?layer=" + layer)).json();
            for (JsonNode outcome : layers.at("/layers/0/outcomes")) {
                if (outcome.get("measure").asString().equals(measure)) {
                    return outcome.get("value").doubleValue();
                }
            }
            throw new AssertionError("no %s in %s".formatted(measure, layers));
        }

        JsonNode disagreements() {
            return done(supervisor.get(project + "/disagreements?state=open"))
                    .json()
                    .get("items");
        }

        void decide(JsonNode disagreement, int version) {
            done(supervisor.post(
                    "/api/v1/disagreements/%s/decision"
                            .formatted(disagreement.get("id").asString()),
                    Map.of("outcome", "version", "version", version, "reason", "the whole clause")));
        }

        JsonNode export() {
            return done(supervisor.get(project + "/export?format=json")).json();
        }

        private static Map<String, Integer> span(int start, int end) {
            return Map.of("start", start, "end", end);
        }

        private static Api.Answer done(Api.Answer answer) {
            assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
            return answer;
        }
    }
}
