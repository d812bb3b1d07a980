package dev.parley.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.Api.Answer;
import dev.parley.ParleyTest;
import dev.parley.account.UserService;
import dev.parley.annotation.AnnotationService;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** A document gets another text, and everything that points into it goes along: marks, claims, decisions, threads. */
@ParleyTest
class RevisionTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    UserService users;

    @Autowired
    AnnotationService annotations;

    private TwoReaders readers;
    private String document;
    private String text;

    @BeforeEach
    void begin() {
        readers = new TwoReaders(Api.admin(mvc), users, annotations);
        document = "/api/v1/documents/" + readers.document;
        text = readers.supervisor.get(document + "/text").body();
    }

    @Test
    void whatIsSureMovesAndWhatIsInDoubtWaitsForItsAnnotator() {
        readers.mention(readers.ann, "ada", 0, 10, "PERSON");
        readers.mention(readers.ann, "place", 15, 22, "GPE");
        readers.mention(readers.ann, "late", 76, 83, "GPE");

        JsonNode revised = revise("In May: " + text.replace("Velmora's", "Velmira's"));

        assertThat(revised.at("/revision").intValue()).isEqualTo(2);
        assertThat(revised.at("/carried/annotations/kept").intValue()).isEqualTo(2);
        assertThat(revised.at("/carried/annotations/open").intValue()).isEqualTo(1);
        assertThat(spans(own(readers.ann))).containsExactly("ada 8-18", "late 84-91");
        JsonNode waiting = waiting(readers.ann);
        assertThat(waiting).hasSize(1);
        assertThat(waiting.at("/0/before/spans/0/start").intValue()).isEqualTo(15);
        assertThat(waiting.at("/0/after/spans/0/start").intValue()).isEqualTo(23);
        assertThat(readers.supervisor.get(document + "/text").body()).startsWith("In May: Ada Brandt met Velmira's");
    }

    @Test
    void whatWaitsIsAWarningForItsAnnotatorAndHoldsUpTheRelease() {
        readers.mention(readers.ann, "place", 15, 22, "GPE");
        revise(text.replace("Velmora's", "Velmira's"));
        String release = "/api/v1/projects/%s/release".formatted(readers.project);

        assertThat(readers.supervisor.get(release).body()).contains("1 mark waits to be checked");
        assertThat(readers.ann.get(document + "/sets/me/checks").json().at("/items"))
                .anySatisfy(check -> {
                    assertThat(check.get("check").asString()).isEqualTo("waiting");
                    assertThat(check.get("severity").asString()).isEqualTo("warn");
                    assertThat(check.get("message").asString()).startsWith("1 mark waits to be checked");
                });
        assertThat(readers.ann.post(document + "/sets/me/submission", Map.of()).status())
                .isEqualTo(200);

        readers.ann.call(HttpMethod.DELETE, document + "/sets/me/waiting/place", null);
        assertThat(readers.supervisor.get(release).body()).doesNotContain("waits to be checked");
    }

    @Test
    void aPreviewSaysTheSameAndChangesNothing() {
        readers.mention(readers.ann, "ada", 0, 10, "PERSON");
        readers.mention(readers.ann, "place", 15, 22, "GPE");
        String other = "Now " + text.replace("Velmora's", "Velmira's");

        Answer preview = readers.supervisor.post(document + "/revisions?preview=true", Map.of("text", other));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(readers.supervisor.get(document + "/text").body()).isEqualTo(text);
        assertThat(spans(own(readers.ann))).containsExactly("ada 0-10", "place 15-22");
        assertThat(waiting(readers.ann)).isEmpty();
        assertThat(revise(other).at("/carried")).isEqualTo(preview.json().at("/carried"));
    }

    @Test
    void aClaimWaitsWithItsSpeakerAndComesBackWithThem() {
        readers.mention(readers.ann, "ada", 34, 44, "PERSON");
        readers.claim(readers.ann, "claim", "ada", 50, 75);

        revise(text.replace("Ada Brandt said", "Ada Brand said"));

        assertThat(spans(own(readers.ann))).isEmpty();
        assertThat(waiting(readers.ann)).hasSize(2);

        Answer kept = readers.ann.put(document + "/sets/me/waiting/ada", Map.of());

        assertThat(kept.text("/waiting")).isEqualTo("0");
        assertThat(spans(own(readers.ann))).containsExactly("ada 34-43");
        assertThat(own(readers.ann).at("/claims/0/source/0/mention").asString()).isEqualTo("ada");
        assertThat(own(readers.ann).at("/claims/0/content/0/start").intValue()).isEqualTo(49);
        assertThat(readers.ann.get(document + "/sets/me/history").text("/items/0/words"))
                .contains("claim");
    }

    @Test
    void whoeverIsGivenUpIsTakenOutOfWhatNamedThem() {
        readers.mention(readers.ann, "ada", 34, 44, "PERSON");
        readers.claim(readers.ann, "claim", "ada", 50, 75);
        revise(text.replace("Ada Brandt said", "They said"));
        assertThat(readers.ann
                        .put(document + "/sets/me/waiting/ada", Map.of("value", Map.of("id", "other")))
                        .status())
                .isEqualTo(400);

        readers.ann.call(HttpMethod.DELETE, document + "/sets/me/waiting/ada", null);

        assertThat(waiting(readers.ann)).isEmpty();
        assertThat(own(readers.ann).at("/claims/0/id").asString()).isEqualTo("claim");
        assertThat(own(readers.ann).at("/claims/0/source")).isEmpty();
    }

    @Test
    void theTextBeforeStaysReadableWithItsMarks() {
        readers.mention(readers.ann, "ada", 0, 10, "PERSON");
        revise("In May: " + text);
        readers.mention(readers.ann, "more", 42, 52, "PERSON");

        JsonNode revisions =
                readers.supervisor.get(document + "/revisions").json().get("items");
        assertThat(revisions).hasSize(2);
        assertThat(revisions.at("/1/replaced/reason").asString()).isEqualTo("The agency corrected it.");
        assertThat(readers.supervisor.get(document + "/revisions/1/text").body())
                .isEqualTo(text);
        assertThat(spans(readers.supervisor
                        .get("%s/revisions/1/sets/%s".formatted(document, readers.annName))
                        .json()))
                .containsExactly("ada 0-10");
        assertThat(readers.ben
                        .get("%s/revisions/1/sets/%s".formatted(document, readers.annName))
                        .status())
                .isEqualTo(403);
        assertThat(readers.supervisor.get(document + "/revisions/3/text").status())
                .isEqualTo(404);
    }

    @Test
    void whatWasDoneInTheTextBeforeIsNotTakenBackAndStaysInTheHistory() {
        readers.mention(readers.ann, "place", 15, 22, "GPE");
        revise("In May: " + text.replace("Velmora's", "Velmira's"));

        assertThat(readers.ann.post(document + "/sets/me/undo", Map.of()).status())
                .isEqualTo(409);
        assertThat(readers.ann.get(document + "/sets/me/history").json().findValuesAsString("words"))
                .containsExactly("removed GPE “Velmora”", "added GPE “Velmora”");
    }

    @Test
    void anEditMadeInTheTextBeforeIsRefused() {
        revise("In May: " + text);

        Answer late = readers.ann.post(
                document + "/sets/me/edits",
                Map.of(
                        "edits",
                        List.of(Map.of(
                                "id", "e1",
                                "op", "put",
                                "kind", "mention",
                                "revision", 1,
                                "value", Map.of("id", "m", "label", "PERSON", "spans", TwoReaders.span(0, 10))))));

        assertThat(late.text("/results/0/status")).isEqualTo("rejected");
        assertThat(late.text("/results/0/reason")).contains("corrected");
    }

    @Test
    void decisionsStandWhereTheirMarksDoAndAreOpenAgainElsewhere() {
        readers.differ();
        JsonNode open = readers.supervisor
                .get("/api/v1/projects/%s/disagreements".formatted(readers.project))
                .json()
                .get("items");
        int all = open.size();
        open.forEach(one -> readers.supervisor.post(
                "/api/v1/disagreements/%s/decision".formatted(one.get("id").asString()),
                Map.of("outcome", "version", "version", 0)));

        JsonNode revised = revise("In May: " + text.replace("Velmora agreed", "Velmira agreed"));

        assertThat(revised.at("/carried/decisions/open").intValue()).isEqualTo(1);
        assertThat(revised.at("/carried/decisions/kept").intValue()).isEqualTo(all - 1);
        JsonNode gold = readers.supervisor.get(document + "/sets/gold").json();
        assertThat(spans(gold)).hasSize(2).allMatch(span -> span.endsWith("8-18") || span.endsWith("42-52"));
        assertThat(gold.at("/claims/0/content/0/start").intValue()).isEqualTo(58);
        assertThat(own(readers.ann).at("/state").asString()).isEqualTo("locked");
    }

    @Test
    void threadsStayAtTheirWords() {
        readers.supervisor.post(
                document + "/threads", Map.of("text", "Which one?", "span", Map.of("start", 15, "end", 22)));

        JsonNode revised = revise("In May: " + text);

        assertThat(revised.at("/carried/threads/kept").intValue()).isEqualTo(1);
        assertThat(readers.supervisor
                        .get(document + "/threads")
                        .json()
                        .at("/items/0/span/start")
                        .intValue())
                .isEqualTo(23);
    }

    @Test
    void documentsAreFoundByWhatIsMarkedInThem() {
        readers.mention(readers.ann, "place", 15, 22, "GPE");
        String marked = "/api/v1/projects/%s/documents?label=".formatted(readers.project);

        assertThat(readers.supervisor.get(marked + "GPE").json().get("items")).hasSize(1);
        assertThat(readers.supervisor.get(marked + "claim").json().get("items")).isEmpty();
        assertThat(readers.ann.get(marked + "GPE").json().get("items")).hasSize(1);
        assertThat(readers.ben.get(marked + "GPE").json().get("items")).isEmpty();
        assertThat(readers.supervisor
                        .get(marked + "GPE&state=begun&reader=" + readers.annName)
                        .json()
                        .get("items"))
                .hasSize(1);
        assertThat(readers.supervisor
                        .get(marked + "GPE&reader=" + readers.benName)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(readers.supervisor.get(marked + "GPE&state=begin").status()).isEqualTo(400);
        revise(text.replace("Velmora's", "Velmira's"));
        assertThat(readers.supervisor.get(marked + "GPE").json().get("items")).isEmpty();
    }

    @Test
    void whatCannotBeATextIsRefusedWithItsReason() {
        assertRefused(Map.of("text", text, "reason", "none"), 400, "has already");
        assertRefused(Map.of("text", " \n", "reason", "none"), 400, "no text");
        assertRefused(Map.of("text", "A\u0001B", "reason", "none"), 400, "U+0001");
        assertRefused(Map.of("text", "Another text.", "reason", " "), 400, "why");
        assertRefused(Map.of("reason", "none"), 400, "either");
        TwoReaders others = new TwoReaders(Api.admin(mvc), users, annotations);
        String theirs = others.supervisor
                .upload(
                        "/api/v1/projects/%s/files?accept=proposal".formatted(readers.project),
                        Map.of("b.txt", "Another article stands here."))
                .text("/0/status");
        assertThat(theirs).isEqualTo("accepted");
        assertRefused(Map.of("text", "Another article stands here.", "reason", "none"), 409, "exactly this text");
    }

    @Test
    void theOriginalCanBeReadAgain() {
        revise("In May: " + text);

        Answer again = readers.supervisor.post(
                document + "/revisions", Map.of("original", Map.of(), "reason", "The file was right after all."));

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(readers.supervisor.get(document + "/text").body()).isEqualTo(text);
    }

    @Test
    void tenThousandMarksAreCarriedOver() {
        String words =
                "Ada Brandt met the council of Velmora and said that the harbour opens in May again. ".repeat(1_300);
        String long1 = readers.supervisor
                .upload(
                        "/api/v1/projects/%s/files?accept=proposal".formatted(readers.project),
                        Map.of("long.txt", words))
                .text("/0/documents/0");
        document = "/api/v1/documents/" + long1;
        readers.supervisor.post(
                "/api/v1/projects/%s/assignments".formatted(readers.project),
                Map.of("documents", List.of(long1), "annotators", List.of(readers.annName), "perDocument", 1));
        for (int portion = 0; portion < 20; portion++) {
            int first = portion * 500;
            Answer answer = readers.ann.post(
                    document + "/sets/me/edits",
                    Map.of(
                            "edits",
                            IntStream.range(first, first + 500)
                                    .mapToObj(i -> Map.of(
                                            "id",
                                            "e" + i,
                                            "op",
                                            "put",
                                            "kind",
                                            "mention",
                                            "value",
                                            Map.of(
                                                    "id",
                                                    "m" + i,
                                                    "label",
                                                    "PERSON",
                                                    "spans",
                                                    TwoReaders.span(i * 10, i * 10 + 7))))
                                    .toList()));
            assertThat(answer.status()).isEqualTo(200);
        }

        JsonNode revised =
                revise("In May: " + words.replaceFirst("(?s)(.{50000}\\S+) \\S+ \\S+ \\S+ ", "$1 corrected "));

        assertThat(revised.at("/carried/annotations/kept").intValue()).isBetween(9_990, 9_999);
        assertThat(own(readers.ann).get("mentions"))
                .hasSize(revised.at("/carried/annotations/kept").intValue());
    }

    private void assertRefused(Map<String, Object> correction, int status, String words) {
        Answer answer = readers.supervisor.post(document + "/revisions", correction);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("/detail")).contains(words);
    }

    private JsonNode revise(String other) {
        Answer answer = readers.supervisor.post(
                document + "/revisions", Map.of("text", other, "reason", "The agency corrected it."));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode own(Api annotator) {
        return annotator.get(document + "/sets/me").json();
    }

    private JsonNode waiting(Api annotator) {
        return annotator.get(document + "/sets/me/waiting").json().get("items");
    }

    private static List<String> spans(JsonNode set) {
        return set.get("mentions")
                .valueStream()
                .map(mention -> "%s %d-%d"
                        .formatted(
                                mention.get("id").asString(),
                                mention.at("/spans/0/start").intValue(),
                                mention.at("/spans/0/end").intValue()))
                .toList();
    }
}
