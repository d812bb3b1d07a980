package dev.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ParleyTest
class ExportApiTests {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String ARTICLE = "🛶 Óskar Brandt said on Monday that the harbour will reopen.";
    private static int count;

    @Autowired
    MockMvc mvc;

    private Api supervisor;
    private Api reader;
    private String readerName = "";
    private String export = "";

    /** A project with one article that one annotator has read. */
    @BeforeEach
    void readAnArticle() {
        count++;
        supervisor = Api.admin(mvc);
        String project = "/api/v1/projects/"
                + supervisor
                        .post("/api/v1/projects", Map.of("name", "Harbour № %d".formatted(count)))
                        .text("/id");
        readerName = "reader" + count;
        reader = supervisor.newUser(readerName);
        supervisor.put(project + "/members/" + readerName, Map.of("roles", List.of("annotator")));
        String document = supervisor
                .upload(project + "/files?accept=proposal", Map.of("harbour.txt", ARTICLE))
                .text("/0/documents/0");
        supervisor.post(
                project + "/assignments", Map.of("documents", List.of(document), "annotators", List.of(readerName)));
        Map<String, Object> mention =
                Map.of("id", "m1", "label", "PERSON", "spans", List.of(Map.of("start", 2, "end", 14)));
        reader.post(
                "/api/v1/documents/%s/sets/me/edits".formatted(document),
                Map.of("edits", List.of(Map.of("id", "e1", "op", "put", "kind", "mention", "value", mention))));
        reader.post("/api/v1/documents/%s/sets/me/submission".formatted(document), null);
        export = project + "/export";
    }

    @Test
    void streamsRecordsThatFitTheSchema() {
        Api.Answer answer = supervisor.get(export + "?format=jsonl");

        JsonNode record = MAPPER.readTree(answer.body());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(RecordSchema.faults(record)).isEmpty();
        assertThat(SecondPass.faults(record)).isEmpty();
        assertThat(record.at("/gold/status").asString()).isEqualTo("single");
        assertThat(record.at("/annotations/0/mentions/0/spans/0").toString())
                .isEqualTo("{\"start\":2,\"end\":14,\"text\":\"Óskar Brandt\",\"utf16\":[3,15]}");
    }

    @Test
    void namesTheFileAndSaysThatNothingIsLost() {
        Api.Answer answer = supervisor.get(export + "?format=bundle");

        assertThat(answer.response().getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("harbour-%d-20".formatted(count), ".zip");
        assertThat(answer.response().getHeader("Parley-Losses")).isEqualTo("0");
        assertThat(answer.response().getContentAsByteArray()).startsWith("PK".getBytes());
    }

    @Test
    void answersTheSameBytesTwice() {
        byte[] once = supervisor.get(export + "?format=jsonl").response().getContentAsByteArray();

        assertThat(supervisor.get(export + "?format=jsonl").response().getContentAsByteArray())
                .isEqualTo(once);
    }

    @Test
    void givesEverybodyTheSamePseudonymEveryTime() {
        JsonNode once = supervisor.get(export + "?format=json&anonymous=true").json();
        JsonNode again = supervisor.get(export + "?format=json&anonymous=true").json();

        assertThat(once.at("/documents/0/annotations/0/annotator").asString()).matches("u[0-9]+");
        assertThat(once.get("documents")).isEqualTo(again.get("documents"));
        assertThat(once.toString()).doesNotContain(readerName);
    }

    @Test
    void namesTheKnownFormatsWhenItDoesNotKnowOne() {
        Api.Answer refused = supervisor.get(export + "?format=paper");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/detail")).contains("\"paper\"", "bundle, json, jsonl");
        assertThat(supervisor.get(export).text("/detail")).contains("bundle, json, jsonl");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(supervisor.get(export + "?format=chat&text=false").text("/detail"))
                .contains("Chat", "text=false");
        assertThat(supervisor.get(export + "?format=json&split=valid").text("/detail"))
                .contains("“valid”", "train, dev, test");
        assertThat(supervisor.get(export + "?format=json&sets=nobody").text("/detail"))
                .contains("nobody");
    }

    @Test
    void narrowsAnExportToSomeDocuments() {
        JsonNode all = supervisor.get(export + "?format=json").json();
        String id = all.at("/documents/0/id").asString();

        for (String one : List.of("label=PERSON", "documents=" + id, "label=PERSON&documents=" + id)) {
            JsonNode found = supervisor.get(export + "?format=json&" + one).json();
            assertThat(found.get("documents")).as(one).isEqualTo(all.get("documents"));
            assertThat(found.at("/manifest/options/only").isEmpty()).as(one).isFalse();
        }
        for (String none : List.of(
                "q=lantern", "label=GPE", "language=fr", "from=1999", "documents=" + java.util.UUID.randomUUID())) {
            assertThat(supervisor
                            .get(export + "?format=json&" + none)
                            .json()
                            .get("documents")
                            .isEmpty())
                    .as(none)
                    .isTrue();
        }
        assertThat(supervisor.get(export + "?format=json&from=May").text("/detail"))
                .contains("from", "“May”");
        assertThat(supervisor
                        .get(export + "?format=json&documents=" + id + ",x")
                        .text("/detail"))
                .contains("documents", "“x”");
        assertThat(supervisor.get(export + "/history").body()).contains("documents=", id);
    }

    @Test
    void leavesOutEveryWordWhenAskedTo() {
        String record = supervisor.get(export + "?format=jsonl&text=false").body();

        assertThat(record)
                .doesNotContain("Brandt", "harbour will")
                .contains("parley-record-without-text", "textSha256");
    }

    @Test
    void tellsHowLongItTookWhenAskedTo() {
        assertThat(MAPPER.readTree(supervisor
                                .get(export + "?format=jsonl&seconds=true")
                                .body())
                        .at("/annotations/0/seconds")
                        .isInt())
                .isTrue();
        assertThat(supervisor.get(export + "?format=jsonl").body()).doesNotContain("\"seconds\"");
    }

    @Test
    void splitsForGoodWhenAPartIsAskedFor() {
        String parts = "";
        for (String part : List.of("train", "dev", "test")) {
            parts += supervisor
                    .get(export + "?format=jsonl&split=" + part)
                    .response()
                    .getHeader("Parley-Losses");
        }
        String record = supervisor.get(export + "?format=jsonl").body();
        JsonNode split = supervisor.get(export.replace("/export", "/split")).json();

        // one annotator only, so it is in training, or held back from the part it is in
        assertThat(parts).isIn("000", "010", "001");
        assertThat(MAPPER.readTree(record).get("split").asString()).isIn("train", "dev", "test");
        assertThat(split.get("groups").asInt()).isEqualTo(1);
        assertThat(RecordSchema.faults(MAPPER.readTree(record))).isEmpty();
    }

    @Test
    void listsLosses() {
        assertThat(supervisor.get(export + "/losses?format=json").body())
                .isEqualTo("{\"format\":\"json\",\"count\":0,\"losses\":[]}");
        Api.Answer chat = supervisor.get(export + "/losses?format=chat");
        assertThat(chat.json().get("count").asInt()).isZero();
    }

    @Test
    void remembersWhatWasTakenWithItsHash() {
        byte[] file = supervisor.get(export + "?format=jsonl").response().getContentAsByteArray();

        JsonNode run = supervisor.get(export + "/history").json().at("/items/0");

        assertThat(run.get("sha256").asString()).isEqualTo(Sha256.of(file));
        assertThat(run.get("bytes").asInt()).isEqualTo(file.length);
        assertThat(run.get("options").asString()).isEqualTo("sets=all");
    }

    @Test
    void isForThoseWhoSupervise() {
        assertThat(reader.get(export + "?format=json").status()).isEqualTo(403);
        assertThat(reader.get(export).status()).isEqualTo(403);
        assertThat(reader.get(export + "/losses?format=json").status()).isEqualTo(403);
    }
}
