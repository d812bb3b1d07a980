package dev.parley.annotation;

import static dev.parley.annotation.Team.edit;
import static dev.parley.annotation.Team.put;
import static dev.parley.annotation.Team.sets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api.Answer;
import dev.parley.ParleyTest;
import dev.parley.SharedFiles;
import dev.parley.document.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The claims one reader found in the sample articles can all be stored and handed in. */
@ParleyTest
class SharedClaimsTests {

    @Autowired
    MockMvc mvc;

    @Test
    void storesAndHandsInEveryClaim() throws IOException {
        JsonNode claims = JsonMapper.shared()
                .readTree(Files.readString(SharedFiles.path("claims.json")))
                .path("claims");
        Team team = new Team(mvc, "blind");
        Map<String, List<Article>> articles = new LinkedHashMap<>();
        int stored = 0;

        for (JsonNode claim : claims) {
            String file = claim.path("file").asString();
            List<Article> cuts = articles.computeIfAbsent(file, name -> upload(team, name));
            Article article =
                    cuts.stream().filter(cut -> cut.holds(claim)).findFirst().orElseThrow();
            Answer answer = edit(team.ann, article.id, article.edits(claim).toArray(Map[]::new));
            assertThat(answer.json().path("results").valueStream().map(result -> result.path("reason")))
                    .as(claim.path("id").asString())
                    .allMatch(JsonNode::isNull);
            stored++;
        }

        assertThat(stored).isEqualTo(78);
        for (List<Article> cuts : articles.values()) {
            for (Article article : cuts) {
                Answer submitted = team.ann.post(sets(article.id) + "me/submission", null);
                assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
            }
        }
    }

    private static List<Article> upload(Team team, String name) {
        try {
            List<String> documents = team.upload(name, Files.readAllBytes(SharedFiles.path("articles/" + name)));
            team.assign(documents, team.annName);
            return documents.stream()
                    .map(id -> new Article(
                            team.supervisor.get("/api/v1/documents/" + id).json()))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One article and where it starts in its file. */
    private static final class Article {

        private final String id;
        private final int start;
        private final int end;
        private final Map<Span, String> mentions = new LinkedHashMap<>();

        Article(JsonNode json) {
            id = json.path("id").asString();
            start = json.path("source").path("start").intValue();
            end = json.path("source").path("end").intValue();
        }

        boolean holds(JsonNode claim) {
            JsonNode words = claim.path("content").isEmpty()
                    ? claim.path("source")
                    : claim.path("content").path(0);
            return start <= words.path("start").intValue() && words.path("end").intValue() <= end;
        }

        /** The mentions a claim needs and has not got yet, then the claim. */
        List<Map<String, Object>> edits(JsonNode claim) {
            String claimId = claim.path("id").asString();
            List<Map<String, Object>> edits = new ArrayList<>();
            Optional<String> source = mention(claim.path("source"), edits);
            Optional<String> addressee = mention(claim.path("addressee"), edits);
            List<Span> content =
                    claim.path("content").valueStream().map(this::span).toList();
            Claim value = new Claim(
                    claimId,
                    content,
                    claim.path("cue").isObject() ? List.of(span(claim.path("cue"))) : List.of(),
                    List.of(TinyArticle.party(source.orElse("unspecified"))),
                    addressee
                            .<List<Claim.Party>>map(id -> List.of(TinyArticle.party(id)))
                            .orElse(List.of()),
                    List.of(),
                    List.of(),
                    claim.path("parent").isString() ? claim.path("parent").asString() : null,
                    Map.of(
                            "form",
                            claim.path("form").asString(),
                            "act",
                            claim.path("act").asString()),
                    content.isEmpty(),
                    List.of());
            edits.add(put("claim-" + claimId, value));
            return edits;
        }

        private Optional<String> mention(JsonNode words, List<Map<String, Object>> edits) {
            if (!words.isObject()) {
                return Optional.empty();
            }
            Span span = span(words);
            String known = mentions.get(span);
            if (known == null) {
                known = "m-%d-%d".formatted(span.start(), span.end());
                mentions.put(span, known);
                edits.add(put(known, new Mention(known, "ORG", List.of(span), Map.of(), null, List.of())));
            }
            return Optional.of(known);
        }

        private Span span(JsonNode json) {
            return new Span(
                    json.path("start").intValue() - start, json.path("end").intValue() - start);
        }
    }
}
