package dev.parley.registry;

import static dev.parley.annotation.Team.edit;
import static dev.parley.annotation.Team.sets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.Api.Answer;
import dev.parley.ParleyTest;
import dev.parley.annotation.Team;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@ParleyTest
class RegistryApiTests {

    private static final String TEXT = "Tesh spoke in Velmora. Umar Tesh said the ferry would run. Tesh left.";

    @Autowired
    MockMvc mvc;

    @Test
    void keepsEverythingThatIsKnownOfAnEntity() {
        Team team = new Team(mvc, "blind");
        String document = team.upload(TEXT);
        Map<String, Object> known = Map.of(
                "type", "PERSON",
                "name", "Umar Tesh",
                "aliases", List.of("Tesh", Map.of("form", "Tosh", "language", "de", "kind", "misspelling")),
                "externalIds", List.of("wikidata:Q42"),
                "facts", List.of(Map.of("role", "envoy", "from", "2023", "to", "2024-11-24", "document", document)));

        Answer made = team.supervisor.post(entities(team), known);

        assertThat(made.status()).isEqualTo(201);
        JsonNode entity =
                team.supervisor.get("/api/v1/entities/" + made.text("/id")).json();
        assertThat(entity).isEqualTo(made.json());
        assertThat(entity.at("/aliases/0").toString()).isEqualTo("{\"form\":\"Tesh\",\"kind\":\"own-name\"}");
        assertThat(entity.at("/aliases/1").toString())
                .isEqualTo("{\"form\":\"Tosh\",\"language\":\"de\",\"kind\":\"misspelling\"}");
        assertThat(entity.at("/facts/0/document").asString()).isEqualTo(document);
        assertThat(entity.at("/provisional").asBoolean()).isFalse();
        assertThat(team.supervisor
                        .patch("/api/v1/entities/" + made.text("/id"), Map.of("externalIds", List.of()))
                        .text("/aliases/1/form"))
                .isEqualTo("Tosh");
    }

    @Test
    void refusesWhatCannotBe() {
        Team team = new Team(mvc, "blind");

        assertThat(refused(team, Map.of("type", "PERSON", "name", " ")))
                .isEqualTo("name has 1 to 200 characters, not 0.");
        assertThat(refused(team, Map.of("type", "GPE", "name", "Velmora", "externalIds", List.of("wikidata:42"))))
                .isEqualTo("externalIds[0] is no Wikidata id: “wikidata:42” should look like wikidata:Q42.");
        assertThat(refused(
                        team,
                        Map.of(
                                "type", "GPE",
                                "name", "Velmora",
                                "facts", List.of(Map.of("role", "capital", "from", "2024-13")))))
                .contains("facts[0].from")
                .contains("2024-13");
        assertThat(refused(
                        team,
                        Map.of(
                                "type", "GPE",
                                "name", "Velmora",
                                "facts", List.of(Map.of("role", "capital", "from", "2024-03", "to", "2023")))))
                .contains("ends before it begins");
        assertThat(refused(
                        team,
                        Map.of(
                                "type",
                                "GPE",
                                "name",
                                "V",
                                "aliases",
                                List.of(Map.of("form", "W", "kind", "pet name")))))
                .contains("pet name");
        assertThat(team.supervisor.get(entities(team)).json().path("items")).isEmpty();
    }

    @Test
    void offersCandidatesAndSaysWhy() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(TEXT);
        String umar = made(team, "PERSON", "Umar Tesh", "Tesh");
        String velmora = made(team, "GPE", "Velmora");
        edit(team.ann, document, mention("m1", 0, 4, "PERSON", umar));

        JsonNode answer = team.ann
                .get(entities(team) + "?text=Tesh&type=PERSON&document=" + document + "&before=59")
                .json();

        assertThat(answer.at("/certain").asString()).isEqualTo(umar);
        assertThat(answer.at("/items/0/match").asString()).isEqualTo("exact");
        assertThat(answer.at("/items/0/why").asString())
                .isEqualTo("“Tesh” is its name. You linked it in this document before.");
        assertThat(team.ben
                        .get(entities(team) + "?text=Tesh&document=" + document)
                        .text("/items/0/why"))
                .isEqualTo("“Tesh” is its name.");
        assertThat(team.ann
                        .get(entities(team) + "?ids=" + velmora + ",nobody")
                        .json()
                        .findValuesAsString("name"))
                .containsExactly("Velmora");
    }

    @Test
    void keepsABlindAnnotatorsProvisionalEntityToThemUntilItIsPromoted() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(TEXT);
        String other = team.assigned("Another article about the ferry.");
        String umar = team.ann
                .post(entities(team), Map.of("type", "PERSON", "name", "Umar Tesh", "document", document))
                .text("/id");

        assertThat(team.ben.get(entities(team)).body()).doesNotContain("Umar");
        assertThat(team.ben
                        .get(entities(team) + "?text=Tesh&document=" + document)
                        .body())
                .doesNotContain("Umar");
        assertThat(team.ben.get("/api/v1/entities/" + umar).status()).isEqualTo(404);
        assertThat(team.ann
                        .get(entities(team) + "?text=Tesh&document=" + document)
                        .body())
                .contains("Umar");
        assertThat(team.ann.get(entities(team) + "?text=Tesh&document=" + other).body())
                .doesNotContain("Umar");
        assertThat(edit(team.ann, other, mention("m1", 0, 7, "PERSON", umar)).text("/results/0/reason"))
                .isEqualTo("The entity “Umar Tesh” is local to another document until a manager promotes it.");
        assertThat(edit(team.ann, document, mention("m1", 0, 4, "PERSON", umar)).text("/results/0/status"))
                .isEqualTo("applied");
        assertThat(team.ann
                        .patch("/api/v1/entities/" + umar, Map.of("name", "U. Tesh"))
                        .status())
                .isEqualTo(200);

        assertThat(team.supervisor.get(entities(team) + "?provisional=true").text("/items/0/name"))
                .isEqualTo("U. Tesh");
        assertThat(team.supervisor
                        .post("/api/v1/entities/" + umar + "/promotion", null)
                        .status())
                .isEqualTo(200);

        assertThat(team.ben.get(entities(team)).body()).contains("U. Tesh");
        assertThat(team.ann
                        .post(entities(team), Map.of("type", "PERSON", "name", "Ilse Tesh"))
                        .json()
                        .path("provisional")
                        .asBoolean())
                .isTrue();
        assertThat(edit(team.ann, other, mention("m2", 0, 7, "PERSON", umar)).text("/results/0/status"))
                .isEqualTo("applied");
    }

    @Test
    void readsLinksToAMergedEntityAsLinksToTheWinnerUntilTheMergeIsTakenBack() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(TEXT);
        String umar = made(team, "PERSON", "Umar Tesh");
        String tesh = made(team, "PERSON", "Tesh", "Old Tesh");
        edit(team.ann, document, mention("m1", 0, 4, "PERSON", tesh));
        edit(team.ben, document, mention("m1", 0, 4, "PERSON", umar));

        JsonNode preview = team.supervisor
                .post("/api/v1/entities/" + tesh + "/merge?preview=true", Map.of("into", umar))
                .json();
        assertThat(preview.at("/links").asInt()).isEqualTo(1);
        assertThat(linked(team.ann, document)).isEqualTo(tesh);

        Answer merged = team.supervisor.post("/api/v1/entities/" + tesh + "/merge", Map.of("into", umar));

        assertThat(merged.json().at("/aliases").findValuesAsString("form")).containsExactly("Tesh", "Old Tesh");
        assertThat(preview.at("/winner")).isEqualTo(merged.json());
        assertThat(linked(team.ann, document)).isEqualTo(umar);
        assertThat(linked(team.ben, document)).isEqualTo(umar);
        assertThat(team.supervisor.get("/api/v1/entities/" + tesh).text("/mergedInto"))
                .isEqualTo(umar);
        assertThat(team.supervisor.get(entities(team)).json().path("items")).hasSize(1);
        assertThat(occurrences(team.supervisor, umar, "")).hasSize(2);
        assertThat(edit(team.ann, document, mention("m2", 59, 63, "PERSON", tesh))
                        .text("/results/0/status"))
                .isEqualTo("applied");
        assertThat(team.supervisor
                        .post("/api/v1/entities/" + umar + "/merge", Map.of("into", tesh))
                        .status())
                .isEqualTo(400);
        JsonNode history =
                team.supervisor.get("/api/v1/entities/" + tesh + "/history").json();
        assertThat(history.at("/items/0/kind").asString()).isEqualTo("merged");
        assertThat(history.at("/items/0/by").asString()).isEqualTo("admin");

        assertThat(team.supervisor.delete("/api/v1/entities/" + tesh + "/merge").text("/name"))
                .isEqualTo("Tesh");

        assertThat(linked(team.ann, document)).isEqualTo(tesh);
        assertThat(linked(team.ben, document)).isEqualTo(umar);
        assertThat(team.supervisor.get("/api/v1/entities/" + umar).json().path("aliases"))
                .isEmpty();
        assertThat(team.ann.get(entities(team) + "?text=Tesh").text("/certain")).isEqualTo(tesh);
        assertThat(team.supervisor.delete("/api/v1/entities/" + tesh + "/merge").status())
                .isEqualTo(409);
    }

    @Test
    void opensTheLinksToASplitEntityAgain() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(TEXT);
        String tesh = made(team, "PERSON", "Umar Tesh", "Tesh", "Ilse Tesh");
        edit(team.ann, document, mention("m1", 0, 4, "PERSON", tesh), mention("m2", 23, 32, "PERSON", tesh));

        Answer made = team.supervisor.post(
                "/api/v1/entities/" + tesh + "/split", Map.of("name", "Ilse Tesh", "aliases", List.of("Tesh")));

        String ilse = made.text("/id");
        assertThat(made.json().at("/aliases").findValuesAsString("form")).containsExactly("Tesh");
        assertThat(team.supervisor.get("/api/v1/entities/" + tesh).json().path("aliases"))
                .isEmpty();
        assertThat(checks(team.ann, document))
                .contains(
                        "The mention “Tesh” is linked to an entity that was split since; choose again.",
                        "The mention “Umar Tesh” is linked to an entity that was split since; choose again.");
        assertThat(occurrences(team.supervisor, tesh, "?check=true")).hasSize(2);

        edit(team.ann, document, mention("m1", 0, 4, "PERSON", ilse), mention("m2", 23, 32, "PERSON", tesh));

        assertThat(checks(team.ann, document)).noneMatch(sentence -> sentence.contains("split"));
        assertThat(occurrences(team.supervisor, tesh, "?check=true")).isEmpty();

        team.supervisor.delete("/api/v1/entities/" + ilse + "/split");

        assertThat(linked(team.ann, document)).isEqualTo(tesh);
        assertThat(team.supervisor
                        .get("/api/v1/entities/" + tesh)
                        .json()
                        .at("/aliases")
                        .findValuesAsString("form"))
                .containsExactlyInAnyOrder("Tesh", "Ilse Tesh");
    }

    @Test
    void letsAManagerSettleWhatASplitLeftOpen() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(TEXT);
        String tesh = made(team, "PERSON", "Umar Tesh", "Tesh");
        edit(team.ann, document, mention("m1", 0, 4, "PERSON", tesh));
        team.supervisor.post("/api/v1/entities/" + tesh + "/split", Map.of("name", "Tesh"));
        assertThat(occurrences(team.supervisor, tesh, "?check=true")).hasSize(1);

        assertThat(team.supervisor
                        .delete("/api/v1/entities/" + tesh + "/checks")
                        .status())
                .isEqualTo(204);

        assertThat(occurrences(team.supervisor, tesh, "?check=true")).isEmpty();
    }

    @Test
    void showsWhereAnEntityIsMentionedAndWhatItSays() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(TEXT);
        String umar = made(team, "PERSON", "Umar Tesh");
        edit(
                team.ann,
                document,
                mention("m1", 23, 32, "PERSON", umar),
                Map.of(
                        "id", "e-c1",
                        "op", "put",
                        "kind", "claim",
                        "value",
                                Map.of(
                                        "id", "c1",
                                        "content", List.of(Map.of("start", 38, "end", 57)),
                                        "cue", List.of(Map.of("start", 33, "end", 37)),
                                        "source", List.of(Map.of("mention", "m1")),
                                        "attributes", Map.of("form", "indirect", "act", "assert"))));
        edit(team.ben, document, mention("m1", 59, 63, "PERSON", umar));

        JsonNode seen = occurrences(team.supervisor, umar, "");
        assertThat(seen).hasSize(2);
        assertThat(seen.at("/0/words").asString()).isEqualTo("Umar Tesh");
        assertThat(seen.at("/0/before").asString()).isEqualTo("Tesh spoke in Velmora. ");
        assertThat(occurrences(team.ann, umar, "")).hasSize(1);
        JsonNode claims =
                team.supervisor.get("/api/v1/entities/" + umar + "/claims").json();
        assertThat(claims.at("/items/0/words").asString()).isEqualTo("the ferry would run");
        assertThat(claims.at("/items/0/cue").asString()).isEqualTo("said");
        assertThat(team.ben.get("/api/v1/entities/" + umar + "/claims").json().path("items"))
                .isEmpty();
    }

    private static List<String> checks(Api annotator, String document) {
        return annotator.get(sets(document) + "me/checks").json().findValuesAsString("message");
    }

    private static String linked(Api annotator, String document) {
        return annotator.get(sets(document) + "me").text("/mentions/0/link/entity");
    }

    private static JsonNode occurrences(Api viewer, String entity, String query) {
        return viewer.get("/api/v1/entities/" + entity + "/occurrences" + query)
                .json()
                .path("items");
    }

    private static Map<String, Object> mention(String id, int start, int end, String label, String entity) {
        return Map.of(
                "id",
                UUID.randomUUID().toString(),
                "op",
                "put",
                "kind",
                "mention",
                "value",
                Map.of(
                        "id",
                        id,
                        "label",
                        label,
                        "spans",
                        List.of(Map.of("start", start, "end", end)),
                        "link",
                        Map.of("entity", entity, "confidence", "certain")));
    }

    private static String made(Team team, String type, String name, String... aliases) {
        return team.supervisor
                .post(entities(team), Map.of("type", type, "name", name, "aliases", List.of(aliases)))
                .text("/id");
    }

    private static String refused(Team team, Map<String, Object> entity) {
        Answer answer = team.supervisor.post(entities(team), entity);
        assertThat(answer.status()).isEqualTo(400);
        return answer.text("/detail");
    }

    private static String entities(Team team) {
        return "/api/v1/projects/%s/entities".formatted(team.project);
    }
}
