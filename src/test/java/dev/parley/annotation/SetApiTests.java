package dev.parley.annotation;

import static dev.parley.annotation.Team.delete;
import static dev.parley.annotation.Team.edit;
import static dev.parley.annotation.Team.put;
import static dev.parley.annotation.Team.sets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api.Answer;
import dev.parley.ParleyTest;
import dev.parley.document.DocumentId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@ParleyTest
class SetApiTests {

    private static final TinyArticle ARTICLE = TinyArticle.of(
            "Ada Weber of Utopia said that rain will come on Monday. Nobody in the harbour believed her.");
    private static final Mention ADA = ARTICLE.mention("ada", "PERSON", "Ada Weber");
    private static final Mention UTOPIA = ARTICLE.mention("utopia", "GPE", "Utopia");
    private static final Claim RAIN = ARTICLE.claim("rain", "ada", "said", "rain will come on Monday");

    @Autowired
    MockMvc mvc;

    @Autowired
    HandInService handIn;

    @Test
    void storesEditsAndTellsWhatChangedSince() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(ARTICLE.text().value());

        JsonNode answer =
                edit(team.ann, document, put("e1", ADA), put("e2", UTOPIA)).json();
        edit(team.ann, document, put("e3", RAIN), delete("e4", "mention", "utopia"));

        assertThat(answer.toString())
                .isEqualTo("{\"sequence\":2,\"results\":["
                        + "{\"id\":\"e1\",\"status\":\"applied\",\"reason\":null,\"problem\":null},"
                        + "{\"id\":\"e2\",\"status\":\"applied\",\"reason\":null,\"problem\":null}]}");
        JsonNode whole = team.ann.get(sets(document) + "me").json();
        assertThat(whole.path("annotator").asString()).isEqualTo(team.annName);
        assertThat(whole.path("state").asString()).isEqualTo("draft");
        assertThat(whole.path("sequence").intValue()).isEqualTo(4);
        assertThat(whole.path("schemeVersion").intValue()).isEqualTo(1);
        assertThat(whole.path("mentions")).containsExactly(AnnotationJson.write(ADA));
        assertThat(whole.path("claims")).containsExactly(AnnotationJson.write(RAIN));
        assertThat(whole.has("deleted")).isFalse();
        JsonNode since = team.ann.get(sets(document) + "me?since=2").json();
        assertThat(since.path("mentions")).isEmpty();
        assertThat(since.path("claims")).containsExactly(AnnotationJson.write(RAIN));
        assertThat(since.path("deleted").toString()).isEqualTo("[\"utopia\"]");
        assertThat(team.ann.get(sets(document) + "me?since=-1").status()).isEqualTo(400);
    }

    @Test
    void rejectsABadEditAndTakesTheOthers() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(ARTICLE.text().value());

        Answer answer = team.ann.post(
                sets(document) + "me/edits",
                Map.of(
                        "edits",
                        List.of(
                                put("e1", ADA),
                                Map.of("id", "e2", "op", "put", "kind", "mention", "value", Map.of("id", "x")),
                                Map.of("op", "put"),
                                "nonsense",
                                put("e3", ARTICLE.mention("x", "PLANET", "Utopia")),
                                put("e4", UTOPIA),
                                put("e1", ADA))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()
                        .path("results")
                        .valueStream()
                        .map(result -> result.path("status").asString()))
                .containsExactly("applied", "rejected", "rejected", "rejected", "rejected", "applied", "repeated");
        assertThat(answer.text("/results/1/reason")).contains("$ needs the field “label”");
        assertThat(answer.text("/results/1/problem/type")).isEqualTo("urn:parley:problem:invalid");
        assertThat(answer.text("/results/4/problem/type")).isEqualTo("urn:parley:problem:fails-scheme");
        assertThat(answer.text("/results/4/reason")).isEqualTo("The scheme has no label “PLANET”.");
    }

    @Test
    void takesAtMostFiveHundredEdits() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(ARTICLE.text().value());
        List<Map<String, Object>> many = IntStream.range(0, 501)
                .mapToObj(i -> delete("e" + i, "mention", "m"))
                .toList();

        assertThat(team.ann
                        .post(sets(document) + "me/edits", Map.of("edits", many))
                        .text("/detail"))
                .startsWith("501 edits are too many");
        assertThat(team.ann.post(sets(document) + "me/edits", "[]").status()).isEqualTo(400);
        assertThat(team.ann.post(sets(document) + "me/edits", "{").status()).isEqualTo(400);
    }

    @Test
    void isForThoseItIsAssignedTo() {
        Team team = new Team(mvc, "blind");
        String document = team.upload(ARTICLE.text().value());
        team.assign(List.of(document), team.annName);

        assertThat(team.ben.get(sets(document) + "me").status()).isEqualTo(404);
        assertThat(edit(team.ben, document, put("e", ADA)).text("/detail")).endsWith("is not assigned to you.");
        assertThat(edit(team.supervisor, document, put("e", ADA)).status()).isEqualTo(403);
        assertThat(team.supervisor.get(sets(document) + "me").status()).isEqualTo(404);
        assertThat(team.ann.get(sets(DocumentId.random().toString()) + "me").status())
                .isEqualTo(404);
    }

    @Test
    void keepsAnnotatorsBlind() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(ARTICLE.text().value());
        edit(team.ann, document, put("e1", ADA));

        assertThat(team.ben.get(sets(document) + team.annName).status()).isEqualTo(403);
        assertThat(team.ben.get(sets(document) + "nobody-at-all").status()).isEqualTo(403);
        assertThat(team.ben.get(sets(document) + "gold").status()).isEqualTo(403);
        assertThat(team.ben.get(sets(document) + team.benName).status()).isEqualTo(200);
        assertThat(team.supervisor.get(sets(document) + team.annName).json().path("mentions"))
                .hasSize(1);
        assertThat(team.supervisor.get(sets(document) + "nobody-at-all").status())
                .isEqualTo(404);
        assertThat(team.ben
                        .get("/api/v1/documents/" + document)
                        .json()
                        .path("states")
                        .propertyNames())
                .containsExactly(team.benName);
        assertThat(team.supervisor
                        .get("/api/v1/documents/" + document)
                        .json()
                        .path("states")
                        .propertyNames())
                .containsExactly(team.annName, team.benName);
    }

    @Test
    void opensSetsToAnnotatorsInOpenMode() {
        Team team = new Team(mvc, "open");
        String document = team.assigned(ARTICLE.text().value());
        edit(team.ann, document, put("e1", ADA));

        assertThat(team.ben.get(sets(document) + team.annName).json().path("mentions"))
                .hasSize(1);
    }

    @Test
    void handsInOnlyWhatIsComplete() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(ARTICLE.text().value());
        edit(team.ann, document, put("e1", ADA), put("e2", ARTICLE.claim("rain", "", "said", "rain will come")));

        Answer refused = team.ann.post(sets(document) + "me/submission", null);
        edit(team.ann, document, put("e3", RAIN));
        Answer submitted = team.ann.post(sets(document) + "me/submission", null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/errors/0/field")).isEqualTo("rain");
        assertThat(refused.text("/errors/0/message")).isEqualTo("The claim “rain will come” has no source.");
        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.text("/state")).isEqualTo("submitted");
        assertThat(team.ann.post(sets(document) + "me/submission", null).status())
                .isEqualTo(409);
    }

    @Test
    void changesNothingOnceHandedInUntilReopened() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(ARTICLE.text().value());
        edit(team.ann, document, put("e1", ADA));
        team.ann.post(sets(document) + "me/submission", null);

        Answer refused = edit(team.ann, document, put("e2", UTOPIA));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("is handed in");
        assertThat(edit(team.ann, document, put("e1", ADA)).text("/results/0/status"))
                .isEqualTo("repeated");
        assertThat(team.ann.post(sets(document) + "me/undo", null).status()).isEqualTo(409);

        assertThat(team.ann.delete(sets(document) + "me/submission").text("/state"))
                .isEqualTo("draft");
        assertThat(edit(team.ann, document, put("e2", UTOPIA)).status()).isEqualTo(200);
        assertThat(team.ann.delete(sets(document) + "me/submission").status()).isEqualTo(409);
    }

    @Test
    void staysClosedWhileDecisionsRestOnIt() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(ARTICLE.text().value());
        team.ann.post(sets(document) + "me/submission", null);

        handIn.lock(DocumentId.of(document));
        Answer refused = team.ann.delete(sets(document) + "me/submission");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("is locked");
        assertThat(team.ben.get(sets(document) + "me").text("/state")).isEqualTo("draft");

        handIn.unlock(DocumentId.of(document));
        assertThat(team.ann.delete(sets(document) + "me/submission").status()).isEqualTo(200);
    }

    @Test
    void takesBackBringsBackAndRemembers() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(ARTICLE.text().value());
        edit(team.ann, document, put("e1", ADA), put("e2", UTOPIA));

        Answer undone = team.ann.post(sets(document) + "me/undo", Map.of("id", "u1"));
        assertThat(undone.json().toString())
                .isEqualTo("{\"sequence\":3,\"words\":\"added GPE “Utopia”\",\"annotations\":[\"utopia\"]}");
        assertThat(team.ann
                        .post(sets(document) + "me/undo", Map.of("id", "u1"))
                        .json()
                        .path("sequence")
                        .intValue())
                .isEqualTo(3);
        assertThat(team.ann.post(sets(document) + "me/redo", null).status()).isEqualTo(200);
        assertThat(team.ann.post(sets(document) + "me/redo", null).status()).isEqualTo(409);

        JsonNode history = team.ann.get(sets(document) + "me/history?limit=3").json();
        assertThat(history.path("items")
                        .valueStream()
                        .map(item -> item.path("reason").asString()))
                .containsExactly("redo", "undo", "edit");
        assertThat(history.path("items").path(1).path("op").asString()).isEqualTo("delete");
        assertThat(history.path("next").asString()).isEqualTo("2");
        assertThat(team.ann.get(sets(document) + "me/history?cursor=2").json().path("items"))
                .hasSize(1);
        assertThat(team.ann.get(sets(document) + "me/history?since=2").json().path("items"))
                .hasSize(2);
        assertThat(team.ben.get(sets(document) + "me/history").json().path("items"))
                .isEmpty();
    }

    @Test
    void takesBackByAnEditOfItsOwn() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(ARTICLE.text().value());
        edit(team.ann, document, put("e1", ADA), put("e2", UTOPIA));

        Answer undone = edit(team.ann, document, Map.of("id", "u1", "op", "undo", "target", "e1"));
        assertThat(undone.text("/results/0/status")).isEqualTo("applied");
        assertThat(team.ann.get(sets(document) + "me").json().path("mentions")).hasSize(1);
        JsonNode newest = team.ann
                .get(sets(document) + "me/history?limit=1")
                .json()
                .path("items")
                .path(0);
        assertThat(newest.path("reverts").asInt()).isEqualTo(1);
        assertThat(newest.path("command").asInt()).isEqualTo(3);
        assertThat(edit(team.ann, document, Map.of("id", "u2", "op", "undo", "target", "e2", "kind", "mention"))
                        .text("/results/0/reason"))
                .isEqualTo("An edit of this kind has no field “kind”; it has id, op, target.");
    }

    @Test
    void linksToTheRegistryOnlyWhatIsInIt() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(ARTICLE.text().value());
        String path = "/api/v1/projects/%s/entities".formatted(team.project);
        Answer entity = team.ann.post(path, Map.of("type", "PERSON", "name", "Ada Weber", "aliases", List.of("Wéber")));
        assertThat(entity.status()).isEqualTo(201);

        assertThat(edit(team.ann, document, put("e1", linked(entity.text("/id"))))
                        .text("/results/0/status"))
                .isEqualTo("applied");
        assertThat(edit(team.ann, document, put("e2", linked("nobody"))).text("/results/0/reason"))
                .isEqualTo("The project's registry has no entity “nobody”.");
        assertThat(team.ann.get(path + "?text=weber").json().path("items")).hasSize(1);
        assertThat(team.ann.get(path + "?text=Ben").json().path("items")).isEmpty();
        assertThat(team.ben.get(path + "?text=weber").json().path("items")).isEmpty();
        assertThat(team.supervisor
                        .patch("/api/v1/entities/" + entity.text("/id"), Map.of("name", "Ada"))
                        .text("/name"))
                .isEqualTo("Ada");
        assertThat(team.ann.post(path, Map.of("type", "PERSON", "name", " ")).text("/errors/0/field"))
                .isEqualTo("name");
    }

    private static Mention linked(String entity) {
        return new Mention(
                ADA.id(),
                ADA.label(),
                ADA.spans(),
                Map.of(),
                new Mention.Link(entity, Mention.Confidence.CERTAIN),
                List.of());
    }
}
