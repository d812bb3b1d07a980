package dev.parley.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.account.UserService;
import dev.parley.annotation.AnnotationService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Agreement, disagreements and decisions as programs see them. */
@ParleyTest
class AdjudicationHttpTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    AnnotationService annotations;

    @Autowired
    UserService users;

    private TwoReaders readers;
    private Api supervisor;
    private String project = "";
    private String document = "";

    @BeforeEach
    void begin() {
        readers = new TwoReaders(Api.admin(mvc), users, annotations);
        supervisor = readers.supervisor;
        project = readers.project;
        document = readers.document;
    }

    private JsonNode list(String query) {
        Api.Answer answer = supervisor.get("/api/v1/projects/%s/disagreements%s".formatted(project, query));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode one(String cause) {
        return list("?cause=" + cause + "&order=document").at("/items/0");
    }

    private Api.Answer decide(Api who, JsonNode disagreement, Map<String, ?> ruling) {
        return who.post("/api/v1/disagreements/%s/decision".formatted(id(disagreement)), ruling);
    }

    private static String id(JsonNode disagreement) {
        return disagreement.get("id").asString();
    }

    private JsonNode gold() {
        return supervisor
                .get("/api/v1/documents/%s/sets/gold".formatted(document))
                .json();
    }

    @Test
    void listsWhatDiffersWithItsCause() {
        readers.differ();

        JsonNode items = list("?order=document").get("items");

        List<String> causes = new ArrayList<>();
        items.forEach(item -> causes.add(item.get("cause").asString()));
        assertThat(causes).containsExactly("label", "label", "missing", "boundary");
        assertThat(items.at("/0/versions/0/annotators/0").asString()).isEqualTo(readers.annName);
        assertThat(items.at("/0/versions/0/annotation/label").asString()).isEqualTo("PERSON");
        assertThat(items.at("/2/versions/1/annotation").isNull()).isTrue();
        assertThat(items.at("/0/alike").asInt()).isEqualTo(2);
        assertThat(items.at("/0/words").asString()).isEqualTo("Ada Brandt");
        assertThat(list("?layer=claim").get("items")).hasSize(1);
        assertThat(list("?state=decided").get("items")).isEmpty();
    }

    @Test
    void putsFirstWhatMostHangsOn() {
        readers.differ();

        JsonNode first = list("").at("/items/0");

        assertThat(first.at("/versions/0/annotation/id").asString()).isEqualTo("a2");
        // even odds, two claims rest on it, two look alike, eight seconds as long as nobody has measured
        assertThat(first.get("wrong").asDouble()).isEqualTo(0.5);
        assertThat(first.get("value").asDouble()).isEqualTo(0.5 * (1 + 2) * 2 / 8);
    }

    @Test
    void walksThroughPages() {
        readers.differ();
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonNode page = list("?limit=1" + (cursor == null ? "" : "&cursor=" + cursor));
            page.get("items").forEach(item -> seen.add(id(item)));
            cursor = page.get("next").isNull() ? null : page.get("next").asString();
        } while (cursor != null);

        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void settlesOneByOneUntilTheDocumentIsAdjudicated() {
        readers.differ();

        assertThat(decide(supervisor, one("missing"), Map.of("outcome", "none")).status())
                .isEqualTo(200);
        assertThat(decide(supervisor, one("boundary"), Map.of("outcome", "version", "version", readers.benName))
                        .status())
                .isEqualTo(200);
        Api.Answer both = decide(
                supervisor, one("label"), Map.of("outcome", "version", "version", 0, "alike", true, "note", "a name"));

        assertThat(both.json().get("decisions")).hasSize(2);
        assertThat(list("?state=open").get("items")).isEmpty();
        assertThat(list("").get("items")).hasSize(4);
        JsonNode gold = gold();
        assertThat(gold.get("annotator").asString()).isEqualTo("gold");
        assertThat(gold.get("mentions")).hasSize(2);
        assertThat(gold.at("/mentions/0/label").asString()).isEqualTo("PERSON");
        assertThat(gold.at("/claims/0/content/0/end").asInt()).isEqualTo(68);
        assertThat(gold.at("/claims/0/source/0/mention").asString()).isEqualTo("a2");
    }

    @Test
    void locksTheSetsWithTheFirstDecisionAndUnlocksThemWithTheLast() {
        readers.differ();
        JsonNode disagreement = one("missing");
        decide(supervisor, disagreement, Map.of("outcome", "none"));

        String submission = "/api/v1/documents/%s/sets/me/submission".formatted(document);
        assertThat(readers.ann.delete(submission).status()).isEqualTo(409);
        assertThat(supervisor
                        .delete("/api/v1/disagreements/%s/decision".formatted(id(disagreement)))
                        .status())
                .isEqualTo(204);
        assertThat(supervisor
                        .delete("/api/v1/disagreements/%s/decision".formatted(id(disagreement)))
                        .status())
                .isEqualTo(409);
        assertThat(readers.ann.delete(submission).status()).isBetween(200, 299);
    }

    @Test
    void takesAnOwnVersionIfItFitsTheScheme() {
        readers.differ();
        JsonNode label = one("label");
        Map<String, Object> own =
                new HashMap<>(Map.of("id", "mine", "spans", TwoReaders.span(0, 3), "label", "PERSON"));

        assertThat(decide(supervisor, label, Map.of("outcome", "own", "annotation", own))
                        .status())
                .isEqualTo(200);
        assertThat(gold().at("/mentions/0/spans/0/end").asInt()).isEqualTo(3);
        own.put("label", "NOSUCH");
        assertThat(decide(supervisor, label, Map.of("outcome", "own", "annotation", own))
                        .status())
                .isEqualTo(422);
        own.put("label", "PERSON");
        own.put("spans", TwoReaders.span(0, 9_999));
        assertThat(decide(supervisor, label, Map.of("outcome", "own", "annotation", own))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void takesAnOwnClaimWhoseSpeakerIsNamedByAnybodysId() {
        readers.differ();
        JsonNode boundary = one("boundary");
        Map<String, Object> own = new HashMap<>(Map.of(
                "id", "mine",
                "content", TwoReaders.span(54, 68),
                "cue", TwoReaders.span(45, 49),
                "source", List.of(Map.of("mention", "b2")),
                "attributes", Map.of("form", "indirect", "act", "assert")));

        assertThat(decide(supervisor, boundary, Map.of("outcome", "own", "annotation", own))
                        .status())
                .isEqualTo(200);
        assertThat(gold().at("/claims/0/content/0/start").asInt()).isEqualTo(54);
        assertThat(gold().at("/claims/0/source/0/mention").asString()).isEqualTo("a2");
        own.put("source", List.of(Map.of("mention", "nobody")));
        assertThat(decide(supervisor, boundary, Map.of("outcome", "own", "annotation", own))
                        .status())
                .isEqualTo(400);
        assertThat(decide(
                                supervisor,
                                boundary,
                                Map.of("outcome", "own", "annotation", Map.of("id", "x", "label", "PERSON")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void leavesALateSetOutOfWhatIsSettled() {
        readers.differ();
        String lateName = "late-" + readers.annName;
        Api late = readers.member(lateName, "annotator");
        readers.assign(lateName, users, annotations);
        decide(supervisor, one("missing"), Map.of("outcome", "none"));
        readers.mention(late, "l1", 0, 10, "GPE");
        late.post("/api/v1/documents/%s/sets/me/submission".formatted(document), Map.of());

        assertThat(list("").get("items")).hasSize(4);
        assertThat(list("?state=decided").get("items")).hasSize(1);
        assertThat(list("").toString()).doesNotContain(lateName);
    }

    @Test
    void saysWhoDecidedFirst() {
        readers.differ();
        Api other = readers.member("judge-" + readers.annName, "adjudicator");
        JsonNode disagreement = one("missing");
        decide(supervisor, disagreement, Map.of("outcome", "none"));

        Api.Answer second = decide(other, disagreement, Map.of("outcome", "version", "version", 0));
        Api.Answer changed = decide(supervisor, disagreement, Map.of("outcome", "version", "version", 0));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/detail")).contains("admin");
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        readers.differ();
        JsonNode disagreement = one("missing");

        assertThat(decide(supervisor, disagreement, Map.of()).status()).isEqualTo(400);
        assertThat(decide(supervisor, disagreement, Map.of("outcome", "perhaps"))
                        .status())
                .isEqualTo(400);
        assertThat(decide(supervisor, disagreement, Map.of("outcome", "version", "version", 7))
                        .status())
                .isEqualTo(400);
        assertThat(supervisor
                        .post("/api/v1/disagreements/no-such/decision", Map.of("outcome", "none"))
                        .status())
                .isEqualTo(404);
        assertThat(supervisor
                        .post("/api/v1/disagreements/%s-feed/decision".formatted(document), Map.of("outcome", "none"))
                        .status())
                .isEqualTo(404);
        assertThat(decide(readers.ann, disagreement, Map.of("outcome", "none")).status())
                .isEqualTo(403);
        for (String query : List.of("?cause=x", "?state=x", "?order=x", "?limit=0", "?cursor=x", "?document=x")) {
            assertThat(supervisor
                            .get("/api/v1/projects/%s/disagreements%s".formatted(project, query))
                            .status())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void reportsAgreementWithCountsReasonsAndHow() {
        readers.differ();

        JsonNode layers = supervisor
                .get("/api/v1/projects/%s/agreement".formatted(project))
                .json()
                .get("layers");
        JsonNode found = layers.at("/0/outcomes/0");

        assertThat(layers.at("/0/layer").asString()).isEqualTo("entity");
        assertThat(found.get("measure").asString()).isEqualTo("found-f1");
        assertThat(found.get("value").asDouble()).isEqualTo(0.8);
        assertThat(found.get("interval").isNull()).isTrue();
        assertThat(found.at("/n/units").asInt()).isEqualTo(5);
        assertThat(found.at("/how/note").asString()).isEqualTo("too few documents to judge");
        assertThat(layers.at("/1/layer").asString()).isEqualTo("claim");
        assertThat(layers.at("/1/outcomes/2/reason").asString()).isEqualTo("NO_LABELS");
        assertThat(layers.at("/0/pairs/0/annotators/1").asString()).isEqualTo(readers.benName);
        assertThat(layers.at("/0/documents/0/disagreements").asInt()).isEqualTo(3);
    }

    @Test
    void narrowsAgreementAndSaysWhatItCannotNarrowTo() {
        readers.differ();
        String agreement = "/api/v1/projects/%s/agreement".formatted(project);

        assertThat(supervisor.get(agreement + "?layer=claim").json().get("layers"))
                .hasSize(1);
        assertThat(supervisor
                        .get(agreement + "?annotators=" + readers.annName)
                        .json()
                        .at("/layers/0/outcomes/0/reason")
                        .asString())
                .isEqualTo("ONE_ANNOTATOR");
        assertThat(supervisor
                        .get(agreement + "?documents=" + UUID.randomUUID())
                        .json()
                        .at("/layers/0/outcomes/0/reason")
                        .asString())
                .isEqualTo("NO_DATA");
        assertThat(supervisor.get(agreement + "?layer=no").status()).isEqualTo(400);
        assertThat(readers.ann.get(agreement).status()).isEqualTo(403);
    }
}
