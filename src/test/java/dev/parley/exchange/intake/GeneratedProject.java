package dev.parley.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.Api;
import dev.parley.exchange.Articles;
import dev.parley.scheme.Presets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/**
 * A project with all that can be in one, made over HTTP as people make it: several versions of scheme and guidelines, an
 * entity only one annotator knows, sets in every state, ties between documents, decisions of every kind, a rule's decisions,
 * threads, a split. The same for the same seed, but for ids and times.
 */
final class GeneratedProject {

    private static final List<String> LABELS = List.of("PERSON", "ORG", "GPE", "NORP", "DATE");
    private static final List<String> ACTS = List.of("assert", "deny", "request", "warn");
    private static int count;

    private final Api supervisor;
    private final Random random;
    private final String name;
    private final Map<String, Api> annotators = new LinkedHashMap<>();
    private final List<String> documents = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final List<String> entities = new ArrayList<>();
    /** A claim of the first annotator, and its document: ties from other documents lead to it. */
    private final List<Map<String, Object>> claims = new ArrayList<>();

    final String path;

    GeneratedProject(Api supervisor, long seed) {
        this.supervisor = supervisor;
        this.random = new Random(seed);
        this.name = "Generated %d".formatted(++count);
        this.path = "/api/v1/projects/"
                + supervisor
                        .post(
                                "/api/v1/projects",
                                Map.of(
                                        "name",
                                        name,
                                        "settings",
                                        Map.of(
                                                "annotatorsPerDocument",
                                                3,
                                                "mode",
                                                seed % 2 == 0 ? "open" : "blind",
                                                "language",
                                                "en",
                                                "targets",
                                                Map.of("entity", Map.of("found-f1", 0.8)))))
                        .text("/id");
        people();
        supervisor.put(path + "/guidelines", Map.of("text", "# Names\nMark them all."));
        texts(seed);
        registry();
        for (int document = 0; document < documents.size(); document++) {
            for (String annotator : annotators.keySet()) {
                mark(document, annotator);
            }
            if (document == 0) {
                handIn(document, 3);
                supervisor.put(
                        path + "/guidelines",
                        Map.of("text", "# Names\nMark them all.\n# Titles\nNot those.", "news", "Titles"));
                writeScheme(Presets.source("envoys").replace("{en: Person}", "{en: Somebody}"));
            }
        }
        handIn(1, 3);
        handIn(2, 2);
        ask(supervisor.post(path + "/split", null), 200);
        decide();
        talk();
        correct(3);
    }

    /** One thread about words that is settled, one about the whole, and a question that one of two has answered. */
    private void talk() {
        String threads = "/api/v1/documents/%s/threads".formatted(documents.getFirst());
        Api first = annotators.values().iterator().next();
        String thread = ask(
                        first.post(
                                threads,
                                Map.of(
                                        "text",
                                        "Is “this” one name? 🛶",
                                        "subject",
                                        "annotation:m1",
                                        "span",
                                        Map.of("start", 0, "end", 1))),
                        201)
                .text("/id");
        ask(supervisor.post("/api/v1/threads/%s/comments".formatted(thread), Map.of("text", "It is.")), 201);
        ask(supervisor.post("/api/v1/threads/%s/resolution".formatted(thread), null), 200);
        ask(supervisor.post(threads, Map.of("text", "Read it again, please.")), 201);
        String disagreement = supervisor
                .get(path + "/disagreements?limit=500&state=open")
                .json()
                .at("/items/0/id")
                .asString();
        String question = "/api/v1/disagreements/%s/question".formatted(disagreement);
        ask(supervisor.post(question, Map.of("text", "Who is right?")), 204);
        Api asked = annotators.values().stream()
                .filter(annotator -> annotator.get(question).status() == 200)
                .findFirst()
                .orElseThrow();
        ask(
                asked.post(
                        "/api/v1/disagreements/%s/answer".formatted(disagreement),
                        Map.of("version", 0, "reason", "I read it twice.")),
                204);
    }

    /** Another sentence at the end: what was marked before stays where it is. */
    private void correct(int document) {
        String text = supervisor
                .get("/api/v1/documents/%s/text".formatted(documents.get(document)))
                .body();
        for (String more : List.of(" It rained.", " And then it stopped.")) {
            ask(
                    supervisor.post(
                            "/api/v1/documents/%s/revisions".formatted(documents.get(document)),
                            Map.of("text", text + more, "reason", "The last line was cut off.")),
                    201);
            text += more;
        }
    }

    /** Who takes part: three annotators, one of whom adjudicates too. */
    private void people() {
        for (int number = 1; number <= 3; number++) {
            String person = "gen%d-%d".formatted(count, number);
            annotators.put(person, supervisor.newUser(person));
            supervisor.put(
                    path + "/members/" + person,
                    Map.of("roles", number == 3 ? List.of("annotator", "adjudicator") : List.of("annotator")));
        }
    }

    private void texts(long seed) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int number = 0; number < 4; number++) {
            files.put(
                    "article %d.txt".formatted(number),
                    "%s №%d. %s"
                            .formatted(
                                    name,
                                    number,
                                    Articles.random(seed * 7 + number).text().value()));
        }
        Api.Answer uploaded = supervisor.upload(path + "/files?accept=proposal", files);
        uploaded.json().forEach(file -> file.get("documents").forEach(id -> documents.add(id.asString())));
        assertThat(documents).as(uploaded.body()).hasSizeGreaterThanOrEqualTo(4);
        documents.forEach(id -> lengths.add(supervisor
                .get("/api/v1/documents/" + id)
                .json()
                .at("/length/codePoints")
                .asInt()));
        supervisor.post(
                path + "/assignments",
                Map.of("documents", "all", "annotators", List.copyOf(annotators.keySet()), "perDocument", 3));
    }

    private void registry() {
        for (String entity : List.of("Odra", "Odra Bay", "Lower Sarn")) {
            entities.add(ask(
                            supervisor.post(
                                    path + "/entities",
                                    Map.of(
                                            "name",
                                            entity,
                                            "type",
                                            "GPE",
                                            "aliases",
                                            List.of("The " + entity),
                                            "externalIds",
                                            List.of("wikidata:Q%d".formatted(entities.size() + 1)))),
                            201)
                    .text("/id"));
        }
        Api first = annotators.values().iterator().next();
        entities.add(ask(
                        first.post(
                                path + "/entities",
                                Map.of("name", "A cook", "type", "PERSON", "document", documents.getFirst())),
                        201)
                .text("/id"));
        ask(
                supervisor.post(
                        "/api/v1/entities/%s/merge".formatted(entities.get(1)), Map.of("into", entities.getFirst())),
                200);
    }

    /** A third of what is marked is alike for all annotators; what the server refuses is left out. */
    private void mark(int document, String annotator) {
        Random alike = new Random(document);
        List<Map<String, Object>> edits = new ArrayList<>();
        for (int number = 0; number < 9; number++) {
            Random from = number % 3 == 0 ? alike : random;
            edits.add(edit("mention", mention(from, document, "%s-m%d".formatted(annotator, number))));
        }
        List<String> kept = applied(document, annotator, edits, "mention");
        edits.clear();
        for (int number = 0; number < 3 && kept.size() > 2; number++) {
            edits.add(edit("claim", claim(number, document, annotator, kept)));
        }
        List<String> frames = applied(document, annotator, edits, "claim");
        edits.clear();
        if (frames.size() > 1) {
            edits.add(edit("relation", relation(annotator + "-r0", frames.get(0), Map.of("claim", frames.get(1)))));
            claims.stream()
                    .filter(end -> end.get("annotator").equals(annotator))
                    .findFirst()
                    .ifPresent(end -> edits.add(edit(
                            "relation",
                            relation(
                                    annotator + "-r1",
                                    frames.get(0),
                                    Map.of("claim", end.get("claim"), "document", end.get("document"))))));
            claims.add(Map.of("annotator", annotator, "claim", frames.get(0), "document", documents.get(document)));
        }
        applied(document, annotator, edits, "relation");
    }

    private List<String> applied(int document, String annotator, List<Map<String, Object>> edits, String kind) {
        if (edits.isEmpty()) {
            return List.of();
        }
        JsonNode results = annotators
                .get(annotator)
                .post("/api/v1/documents/%s/sets/me/edits".formatted(documents.get(document)), Map.of("edits", edits))
                .json()
                .get("results");
        return IntStream.range(0, edits.size())
                .filter(i -> results.get(i).get("status").asString().equals("applied"))
                .mapToObj(i -> ((Map<?, ?>) edits.get(i).get("value")).get("id").toString())
                .toList();
    }

    private static Map<String, Object> edit(String kind, Map<String, Object> value) {
        return Map.of("id", UUID.randomUUID(), "op", "put", "kind", kind, "value", value);
    }

    private Map<String, Object> mention(Random from, int document, String id) {
        Map<String, Object> mention = new LinkedHashMap<>();
        mention.put("id", id);
        mention.put("label", LABELS.get(from.nextInt(LABELS.size())));
        mention.put("spans", spans(from, document, 1 + from.nextInt(2)));
        mention.put("attributes", Map.of("level", from.nextBoolean() ? "NAM" : "NOM"));
        int link = random.nextInt(6);
        if (link < 3 && entities.size() == 4) {
            mention.put("link", Map.of("entity", entities.get(link), "confidence", "likely"));
        } else if (link == 3) {
            mention.put("link", Map.of("confidence", "possible"));
        }
        if (link == 4) {
            mention.put("flags", List.of("unsure", "text-error"));
        }
        return mention;
    }

    private Map<String, Object> claim(int number, int document, String annotator, List<String> mentions) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("id", "%s-c%d".formatted(annotator, number));
        if (number == 2) {
            claim.put("implicit", true);
        } else {
            claim.put("content", spans(random, document, 1 + random.nextInt(2)));
            claim.put("cue", spans(random, document, 1));
        }
        claim.put(
                "source", List.of(number == 1 ? Map.of("constant", "author") : Map.of("mention", mentions.getFirst())));
        claim.put("addressee", List.of(Map.of("mention", mentions.get(1))));
        claim.put(
                "attributes",
                Map.of(
                        "form",
                        "indirect",
                        "act",
                        ACTS.get(random.nextInt(ACTS.size())),
                        "standalone",
                        "It sails – \"perhaps\"."));
        return claim;
    }

    private static Map<String, Object> relation(String id, String from, Map<String, Object> to) {
        return Map.of("id", id, "type", "same-as", "from", Map.of("claim", from), "to", to);
    }

    private List<Map<String, Integer>> spans(Random from, int document, int pieces) {
        List<Integer> borders = from.ints(0, lengths.get(document) + 1)
                .distinct()
                .limit(pieces * 2L)
                .sorted()
                .boxed()
                .toList();
        return IntStream.range(0, pieces)
                .mapToObj(i -> Map.of("start", borders.get(2 * i), "end", borders.get(2 * i + 1)))
                .toList();
    }

    private void handIn(int document, int many) {
        annotators.values().stream()
                .limit(many)
                .forEach(annotator -> ask(
                        annotator.post(
                                "/api/v1/documents/%s/sets/me/submission".formatted(documents.get(document)), null),
                        200));
    }

    private void writeScheme(String yaml) {
        Api.Answer answer = supervisor.perform(MockMvcRequestBuilders.request(HttpMethod.PUT, path + "/scheme")
                .contentType(MediaType.valueOf("application/yaml"))
                .content(yaml));
        ask(answer, 200);
    }

    /** A person's: one version, none of them, an own one. Then a rule's, about the rest of what was handed in. */
    private void decide() {
        JsonNode open = supervisor.get(path + "/disagreements?limit=500").json().get("items");
        List<JsonNode> mentions = Stream.iterate(0, i -> i + 1)
                .limit(open.size())
                .map(open::get)
                .filter(item -> item.get("layer").asString().equals("entity"))
                .toList();
        assertThat(mentions).hasSizeGreaterThan(3);
        settle(mentions.get(0), Map.of("outcome", "version", "version", 0, "reason", "rule 3", "note", "see “Names”"));
        settle(mentions.get(1), Map.of("outcome", "none"));
        settle(
                mentions.get(2),
                Map.of(
                        "outcome",
                        "own",
                        "annotation",
                        Map.of("id", "own", "label", "PERSON", "spans", List.of(Map.of("start", 0, "end", 1)))));
        String run = ask(
                        supervisor.post(
                                path + "/merges",
                                Map.of(
                                        "strategy",
                                        "annotator",
                                        "annotator",
                                        annotators.keySet().iterator().next(),
                                        "layer",
                                        "entity")),
                        202)
                .text("/id");
        await().until(() -> supervisor.get(path + "/merges").body().contains("\"state\":\"done\""));
        assertThat(run).isNotEmpty();
    }

    private void settle(JsonNode disagreement, Map<String, Object> ruling) {
        ask(
                supervisor.post(
                        "/api/v1/disagreements/%s/decision"
                                .formatted(disagreement.get("id").asString()),
                        ruling),
                200);
    }

    private static Api.Answer ask(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    byte[] bundle(String options) {
        Api.Answer answer = supervisor.get(path + "/export?format=bundle" + options);
        assertThat(answer.status()).isEqualTo(200);
        return answer.response().getContentAsByteArray();
    }
}
