package dev.parley.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.account.UserService;
import dev.parley.annotation.AnnotationService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What the decision desk, rules and those who are asked back do, over HTTP. */
@ParleyTest
class DeskHttpTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    AnnotationService annotations;

    @Autowired
    UserService users;

    @Autowired
    MergeService merges;

    private TwoReaders readers;
    private Api supervisor;
    private String project = "";

    @BeforeEach
    void begin() {
        readers = new TwoReaders(Api.admin(mvc), users, annotations).differ();
        supervisor = readers.supervisor;
        project = "/api/v1/projects/" + readers.project;
    }

    private JsonNode get(String path) {
        Api.Answer answer = supervisor.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String id(String cause) {
        return get(project + "/queue?cause=" + cause + "&order=document")
                .at("/items/0/id")
                .asString();
    }

    private int open() {
        return get(project + "/queue").get("open").intValue();
    }

    @Test
    void tellsWhatIsLeft() {
        JsonNode queue = get(project + "/queue");

        assertThat(queue.get("open").intValue()).isEqualTo(4);
        assertThat(queue.get("matching").intValue()).isEqualTo(4);
        assertThat(queue.at("/errorsLeft/estimate").doubleValue()).isEqualTo(2);
        assertThat(queue.at("/errorsLeft/low").doubleValue()).isLessThan(1);
        assertThat(get(project + "/queue?label=GPE").get("items")).hasSize(1);
        assertThat(get(project + "/queue?label=GPE").get("open").intValue()).isEqualTo(4);
        assertThat(get(project + "/queue?annotator=nobody").get("items")).isEmpty();
        assertThat(supervisor.get(project + "/queue?state=perhaps").status()).isEqualTo(400);
    }

    @Test
    void laysACaseOutWithEverythingThatIsShown() {
        supervisor.put(project + "/guidelines", Map.of("text", "## Person\n\nWithout titles.\n"));

        JsonNode shown = get("/api/v1/disagreements/" + id("label"));

        assertThat(shown.at("/sides/0/kind").asString()).isEqualTo("mention");
        assertThat(shown.at("/sides/0/lines/0/value").asString()).isEqualTo("Person");
        assertThat(shown.at("/sides/0/lines/0/differs").booleanValue()).isTrue();
        assertThat(shown.at("/aspects/label").asString()).isEqualTo("Label");
        assertThat(shown.at("/guideline/html").asString()).contains("Without titles.");
        assertThat(shown.get("state").asString()).isEqualTo("open");
    }

    @Test
    void offersWhatNobodySaidAndTakesIt() {
        JsonNode labels = get("/api/v1/disagreements/" + id("label")).at("/alternatives/label");

        assertThat(labels.findValuesAsString("label"))
                .contains("ORG", "GPE")
                .as("what somebody said is a version already")
                .doesNotContain("PERSON", "ROLE");
        Api.Answer taken = supervisor.post(
                "/api/v1/disagreements/%s/decision".formatted(id("label")),
                Map.of("outcome", "own", "annotation", labels.get(0).get("annotation")));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.text("/decisions/0/outcome")).isEqualTo("own");
    }

    @Test
    void showsAlikeOnesBeforeTheyAreSettledAndTakesThemBackAsOne() {
        String id = id("label");

        assertThat(get("/api/v1/disagreements/%s/alike".formatted(id)).get("items"))
                .hasSize(2);
        supervisor.post(
                "/api/v1/disagreements/%s/decision".formatted(id),
                Map.of("outcome", "version", "version", 1, "alike", true, "reason", "a role", "milliseconds", 900));
        supervisor.post("/api/v1/disagreements/%s/decision".formatted(id("missing")), Map.of("outcome", "none"));
        JsonNode decisions = get(project + "/decisions").get("items");

        assertThat(open()).isEqualTo(1);
        assertThat(decisions).hasSize(3);
        assertThat(decisions.at("/1/reason").asString()).isEqualTo("a role");
        // two of the three were taken in one go, at the same moment
        JsonNode two = get(project + "/decisions?limit=2");
        assertThat(two.get("items")).hasSize(2);
        assertThat(get(project + "/decisions?limit=2&cursor=" + two.get("next").asString())
                        .at("/items/0/disagreement"))
                .isEqualTo(decisions.at("/2/disagreement"));
        assertThat(supervisor.get(project + "/decisions?limit=0").status()).isEqualTo(400);
        String batch = decisions.at("/1/batch").asString();
        assertThat(supervisor.delete(project + "/decisions/" + batch).json().get("reopened"))
                .hasSize(2);
        assertThat(supervisor.delete(project + "/decisions/" + batch).status()).isEqualTo(404);
        assertThat(supervisor.delete(project + "/decisions/last").json().get("reopened"))
                .hasSize(1);
        assertThat(open()).isEqualTo(4);
    }

    @Test
    void notesTheGuidelinesADecisionWasTakenUnder() {
        supervisor.put(project + "/guidelines", Map.of("text", "One."));
        supervisor.post(project + "/guidelines/additions", Map.of("section", "Person", "paragraph", "Two."));

        supervisor.post("/api/v1/disagreements/%s/decision".formatted(id("missing")), Map.of("outcome", "none"));

        assertThat(get(project + "/decisions").at("/items/0/guidelineVersion").intValue())
                .isEqualTo(2);
    }

    @Test
    void hidesNamesWhereTheProjectSaysSo() {
        supervisor.put(project + "/release", Map.of("hidesNames", true));

        String shown = get("/api/v1/disagreements/" + id("label")).toString();

        assertThat(shown).contains("Annotator 1").doesNotContain(readers.annName, readers.benName);
        assertThat(get(project + "/disagreements").toString()).doesNotContain(readers.annName);
        assertThat(supervisor
                        .get(project + "/queue?annotator=" + readers.annName)
                        .text("/errors/0/field"))
                .isEqualTo("annotator");
        String decision = "/api/v1/disagreements/%s/decision".formatted(id("label"));
        Map<String, String> named = Map.of("outcome", "version", "version", readers.annName);
        assertThat(supervisor.post(decision, named).text("/errors/0/field")).isEqualTo("version");
        Map<String, String> numbered = Map.of("outcome", "version", "version", "Annotator 2");
        assertThat(supervisor.post(decision, numbered).text("/decisions/0/annotator"))
                .isEqualTo("Annotator 2");
        assertThat(get(project + "/decisions").toString()).doesNotContain(readers.annName, readers.benName);
    }

    @Test
    void callsPeopleWhatOthersCallThem() {
        supervisor.patch("/api/v1/users/" + readers.annName, Map.of("displayName", "Anna Larsen"));

        JsonNode shown = get("/api/v1/disagreements/" + id("label"));

        assertThat(shown.at("/people/" + readers.annName).asString()).isEqualTo("Anna Larsen");
    }

    @Test
    void countsWhoHasLeftButAsksThemNothing() {
        String before = get(project + "/agreement?layer=entity").toString();

        supervisor.delete(project + "/members/" + readers.benName);

        assertThat(get(project + "/agreement?layer=entity")).hasToString(before);
        assertThat(open()).isEqualTo(4);
        String id = id("label");
        assertThat(supervisor
                        .post("/api/v1/disagreements/%s/question".formatted(id), Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(get("/api/v1/disagreements/" + id).at("/question/answers")).hasSize(1);
        assertThat(supervisor
                        .post("/api/v1/disagreements/%s/decision".formatted(id), Map.of("outcome", "none"))
                        .status())
                .isEqualTo(200);
        supervisor.delete(project + "/members/" + readers.annName);
        assertThat(supervisor
                        .post("/api/v1/disagreements/%s/question".formatted(id("missing")), Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void asksThoseConcernedAndHearsThem() {
        String id = id("label");
        String question = "/api/v1/disagreements/%s/question".formatted(id);
        String answer = "/api/v1/disagreements/%s/answer".formatted(id);

        assertThat(readers.ann.get(question).status()).isEqualTo(404);
        assertThat(supervisor
                        .post(question, Map.of("text", "Is it the person?"))
                        .status())
                .isEqualTo(204);
        assertThat(supervisor.post(question, Map.of("text", "Again")).status()).isEqualTo(409);
        JsonNode asked = readers.ben.get("/api/v1/me/questions").json().get("items");
        assertThat(asked).hasSize(1);
        assertThat(asked.at("/0/words").asString()).isEqualTo("Ada Brandt");
        String seen = readers.ben.get(question).body();
        assertThat(seen).contains("You", "Annotator").doesNotContain(readers.annName);
        assertThat(get(project + "/queue?state=waiting").get("items")).hasSize(1);
        assertThat(readers.ben.post(answer, Map.of("version", 0)).text("/errors/0/field"))
                .isEqualTo("reason");
        assertThat(readers.ben
                        .post(answer, Map.of("version", 0, "reason", "It names her."))
                        .status())
                .isEqualTo(204);
        assertThat(readers.ann.post(answer, Map.of("version", 0)).status()).isEqualTo(204);

        JsonNode answered = get("/api/v1/disagreements/" + id).get("question");
        assertThat(answered.get("answered").booleanValue()).isTrue();
        assertThat(answered.at("/answers/0/choice").asString()).isEqualTo("keep");
        assertThat(answered.at("/answers/1/choice").asString()).isEqualTo("change");
        assertThat(answered.at("/answers/1/version").intValue()).isZero();
        assertThat(answered.at("/answers/1/reason").asString()).isEqualTo("It names her.");
        assertThat(readers.ben.get("/api/v1/me/questions").json().get("items")).isEmpty();
        assertThat(get(project + "/queue?state=answered").get("items")).hasSize(1);
    }

    @Test
    void locksTheSetsWhileAQuestionStands() {
        String question = "/api/v1/disagreements/%s/question".formatted(id("label"));
        String submission = "/api/v1/documents/%s/sets/me/submission".formatted(readers.document);
        supervisor.post(question, Map.of("text", ""));

        assertThat(readers.ann.delete(submission).status()).isEqualTo(409);
        supervisor.delete(question);
        assertThat(readers.ann.delete(submission).status()).isEqualTo(200);
    }

    @Test
    void asksOnlyThoseWhoHandedInAndNobodyElse() {
        String id = id("label");
        Api other = readers.member("other-" + readers.annName, "annotator");
        supervisor.post("/api/v1/disagreements/%s/question".formatted(id), Map.of("text", ""));

        assertThat(other.get("/api/v1/disagreements/%s/question".formatted(id)).status())
                .isEqualTo(404);
        assertThat(other.post("/api/v1/disagreements/%s/answer".formatted(id), Map.of("version", 0))
                        .status())
                .isEqualTo(404);
    }

    private JsonNode finished(Api.Answer begun) throws InterruptedException {
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String run = project + "/merges/" + begun.text("/id");
        CountDownLatch patience = new CountDownLatch(1);
        for (int i = 0; i < 200 && get(run).get("state").asString().equals("running"); i++) {
            assertThat(patience.await(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        return get(run);
    }

    @Test
    void letsARuleDecideAndTakesItBackAsOne() throws InterruptedException {
        Map<String, Object> rule = Map.of("strategy", "annotator", "annotator", readers.benName);
        JsonNode preview = supervisor
                .post(
                        project + "/merges",
                        Map.of("strategy", "annotator", "annotator", readers.benName, "preview", true))
                .json();
        assertThat(preview.get("decided").intValue()).isEqualTo(4);
        assertThat(preview.at("/byCause/label").intValue()).isEqualTo(2);
        assertThat(open()).isEqualTo(4);

        JsonNode run = finished(supervisor.post(project + "/merges", rule));

        assertThat(run.get("decided").intValue()).isEqualTo(4);
        assertThat(open()).isZero();
        assertThat(get(project + "/disagreements?state=automatic").get("items")).hasSize(4);
        JsonNode decision = get(project + "/disagreements").at("/items/0/decision");
        assertThat(decision.get("rule").asString()).isEqualTo("annotator");
        assertThat(decision.get("posterior").doubleValue()).isEqualTo(0.5);
        assertThat(get(project + "/decisions").get("items")).isEmpty();
        supervisor.post(
                "/api/v1/disagreements/%s/decision"
                        .formatted(decision.get("disagreement").asString()),
                Map.of("outcome", "none"));
        assertThat(supervisor
                        .delete(project + "/merges/" + run.get("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(open()).isEqualTo(3);
        assertThat(supervisor
                        .delete(project + "/merges/" + run.get("id").asString())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void marksAGoldSetThatARuleHadAHandIn() throws InterruptedException {
        finished(supervisor.post(project + "/merges", Map.of("strategy", "annotator", "annotator", readers.annName)));

        assertThat(supervisor.get(project + "/export?format=jsonl").body()).contains("\"status\":\"majority\"");
    }

    @Test
    void goesOnWithARunThatWasCutOffAndDecidesNothingTwice() throws InterruptedException {
        MergeRun run = merges.begin(
                users.find("admin").orElseThrow(), readers.projectId(), MergeRule.trusting(readers.annName));

        merges.carryOut(run.id());
        merges.carryOut(run.id());

        JsonNode found = get(project + "/merges/" + run.id());
        assertThat(found.get("state").asString()).isEqualTo("done");
        assertThat(found.get("decided").intValue()).isEqualTo(4);
    }

    @Test
    void refusesRulesWithoutSense() {
        List<Map<String, Object>> rules = List.of(
                Map.of(),
                Map.of("strategy", "perhaps"),
                Map.of("strategy", "annotator"),
                Map.of("strategy", "annotator", "annotator", "nobody"),
                Map.of("strategy", "majority", "threshold", 2),
                Map.of("strategy", "majority", "layer", "nolayer"));

        rules.forEach(
                rule -> assertThat(supervisor.post(project + "/merges", rule).status())
                        .as(rule.toString())
                        .isEqualTo(400));
    }

    private List<String> blockers() {
        List<String> kinds = new ArrayList<>();
        get(project + "/release")
                .get("blockers")
                .forEach(one -> kinds.add(one.get("kind").asString()));
        return kinds;
    }

    @Test
    void saysWhatIsInTheWayOfARelease() {
        assertThat(blockers()).containsExactly("open");
        supervisor.put(project + "/release", Map.of("decides", List.of("boundary"), "oneGuideline", true));
        assertThat(get(project + "/release").at("/blockers/0/message").asString())
                .isEqualTo("1 disagreement is open.");
        supervisor.patch(project, Map.of("settings", Map.of("targets", Map.of("entity", Map.of("found-f1", 0.9)))));

        assertThat(blockers()).containsExactly("open", "target");
        supervisor.put(project + "/release", Map.of("decides", List.of(), "meetsTargets", false));
        assertThat(get(project + "/release").get("ready").booleanValue()).isTrue();
        assertThat(supervisor
                        .put(project + "/release", Map.of("decides", List.of("x")))
                        .status())
                .isEqualTo(400);
        assertThat(supervisor.put(project + "/release", Map.of("more", 1)).status())
                .isEqualTo(400);
    }
}
