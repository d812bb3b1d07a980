package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A project in which two annotators differ in every place, and a rule that is cut off while it decides. */
final class CutOffMerge {

    private static final int DOCUMENTS = 60;
    /** So many files at a time. */
    private static final int PORTION = 20;

    private static final int PLACES = 12;
    private static final int MOST_LOOKS = 20_000;
    private static final List<String> LABELS = List.of("PERSON", "ORG");

    private final HttpApi admin;
    private final String project;
    private final String mine;
    private String merge = "";

    CutOffMerge(RunningParley parley) {
        admin = parley.admin();
        project = "/api/v1/projects/"
                + admin.post("/api/v1/projects", Map.of("name", "Cut off", "scheme", "envoys"))
                        .text("/id");
        List<HttpApi> readers =
                List.of("one", "two").stream().map(name -> reader(parley, name)).toList();
        admin.put(project + "/members/admin", Map.of("roles", List.of("manager", "adjudicator")));
        List<String> documents = upload();
        admin.post(
                project + "/assignments",
                Map.of("documents", documents, "annotators", List.of("one", "two"), "perDocument", 2));
        for (int reader = 0; reader < readers.size(); reader++) {
            for (String document : documents) {
                read(readers.get(reader), document, LABELS.get(reader));
            }
        }
        mine = admin.get(project + "/queue").text("/items/0/id");
        decide(mine);
    }

    private HttpApi reader(RunningParley parley, String name) {
        admin.post("/api/v1/users", Map.of("name", name, "displayName", name, "password", "reader-pass"));
        admin.put(project + "/members/" + name, Map.of("roles", List.of("annotator")));
        return parley.as(name, "reader-pass");
    }

    private List<String> upload() {
        List<String> documents = new ArrayList<>();
        while (documents.size() < DOCUMENTS) {
            Map<String, byte[]> files = new HashMap<>();
            for (int i = 0; i < PORTION; i++) {
                String text = "Number %d of the harbour council met Velm. ".formatted(documents.size() + i);
                files.put(i + ".txt", text.repeat(PLACES).getBytes(StandardCharsets.UTF_8));
            }
            admin.upload(project + "/files?accept=proposal", files)
                    .json()
                    .forEach(file -> documents.add(file.at("/documents/0").asString()));
        }
        assertThat(documents).hasSize(DOCUMENTS).doesNotHaveDuplicates();
        return documents;
    }

    private static void read(HttpApi reader, String document, String label) {
        String set = "/api/v1/documents/%s/sets/me".formatted(document);
        List<?> edits = IntStream.range(0, PLACES)
                .mapToObj(place -> Map.of(
                        "id",
                        UUID.randomUUID(),
                        "op",
                        "put",
                        "kind",
                        "mention",
                        "value",
                        Map.of(
                                "id", UUID.randomUUID(),
                                "label", label,
                                "spans", List.of(Map.of("start", 40 * place, "end", 40 * place + 6)))))
                .toList();
        reader.post(set + "/edits", Map.of("edits", edits));
        HttpApi.Answer handedIn = reader.post(set + "/submission", null);
        assertThat(handedIn.status()).as(handedIn.text()).isBetween(200, 299);
    }

    private void decide(String disagreement) {
        HttpApi.Answer decided =
                admin.post("/api/v1/disagreements/%s/decision".formatted(disagreement), Map.of("outcome", "none"));
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    }

    /** Leaves it in the middle: some documents are decided, most are not unless this process was kept waiting. */
    void beginAndWaitForSomeDecisions() {
        merge = project + "/merges/"
                + admin.post(project + "/merges", Map.of("strategy", "annotator", "annotator", "two"))
                        .text("/id");
        waitFor(admin, run -> run.get("decided").asInt() > 0);
    }

    private JsonNode waitFor(HttpApi someone, Predicate<JsonNode> enough) {
        JsonNode run = someone.get(merge).json();
        for (int i = 0; i < MOST_LOOKS && !enough.test(run); i++) {
            run = someone.get(merge).json();
        }
        assertThat(enough.test(run)).as(run.toString()).isTrue();
        return run;
    }

    /** The process that starts next goes on with it; what a person decided before is as it was. */
    void isCarriedOutOnce(HttpApi again) {
        JsonNode run = waitFor(again, found -> found.get("state").asString().equals("done"));
        assertThat(run.get("decided").asInt()).isEqualTo(DOCUMENTS * PLACES - 1);
        Set<String> decided = new HashSet<>();
        String next = "";
        do {
            JsonNode page = again.get(project + "/disagreements?state=decided&limit=500" + next)
                    .json();
            page.get("items").forEach(item -> {
                assertThat(decided.add(item.get("id").asString())).isTrue();
                boolean byPerson = item.get("id").asString().equals(mine);
                assertThat(item.at("/decision/outcome").asString()).isEqualTo(byPerson ? "none" : "version");
                assertThat(item.at("/decision/rule").isNull()).isEqualTo(byPerson);
            });
            next = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!next.isEmpty());
        assertThat(decided).hasSize(DOCUMENTS * PLACES);
        assertThat(again.get(project + "/queue").json().get("open").asInt()).isZero();
    }
}
