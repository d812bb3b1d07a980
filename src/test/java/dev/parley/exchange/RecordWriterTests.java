package dev.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.SharedFiles;
import dev.parley.exchange.Selection.GoldOnly;
import dev.parley.exchange.Selection.One;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RecordWriterTests {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void writesRecordsThatFitTheSchema() {
        for (long seed = 0; seed < 300; seed++) {
            JsonNode record = record(Articles.random(seed), new ExportOptions(new Selection.All(), true, false));

            assertThat(RecordSchema.faults(record)).as("seed %d", seed).isEmpty();
            assertThat(SecondPass.faults(record)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void theSchemaIsAwake() {
        JsonNode record = record(Articles.random(1), ExportOptions.DEFAULT);
        ((ObjectNode) record.at("/gold/mentions/0")).put("colour", "red");

        assertThat(RecordSchema.faults(record)).isNotEmpty();
    }

    @Test
    void shipsTheSchemaOfTheSpecification() throws Exception {
        JsonNode specified = MAPPER.readTree(Files.readAllBytes(SharedFiles.path("export-record.schema.json")));

        JsonNode shipped = MAPPER.readTree(
                Objects.requireNonNull(getClass().getResourceAsStream("/exchange/export-record.schema.json")));

        assertThat(shipped).isEqualTo(specified);
    }

    @Test
    void writesPartiesAndStandaloneAsTheRecordNamesThem() {
        JsonNode claim = record(Articles.random(1), ExportOptions.DEFAULT).at("/gold/claims/0");

        assertThat(claim.get("source").toString()).isEqualTo("[{\"mention\":\"annotator2-m0\"},{\"kind\":\"author\"}]");
        assertThat(claim.get("standalone").asString()).isEqualTo("The ferry sails.");
        assertThat(claim.get("attributes").toString()).isEqualTo("{\"act\":\"assert\",\"form\":\"direct\"}");
    }

    @Test
    void keepsWhatTheRecordHasNoPlaceFor() {
        JsonNode record = record(Articles.random(1), ExportOptions.DEFAULT);

        assertThat(record.at("/x-mention-relations/0").toString())
                .isEqualTo("{\"set\":\"gold\",\"id\":\"annotator2-r2\",\"type\":\"role-of\","
                        + "\"from\":{\"mention\":\"annotator2-m1\"},\"to\":{\"mention\":\"annotator2-m0\"}}");
        assertThat(record.at("/x-sourceless-claims/annotator3/0").asString()).isEqualTo("annotator3-c1");
        assertThat(record.get("x-gold-undecided").asInt()).isEqualTo(1);
        assertThat(record.get("x-language").asString()).isEqualTo("x-made-up");
    }

    @Test
    void leavesDraftsOutUnlessAsked() {
        JsonNode handedIn = record(Articles.random(1), ExportOptions.DEFAULT).get("annotations");
        JsonNode withDrafts = record(Articles.random(1), new ExportOptions(new Selection.All(), true, false))
                .get("annotations");

        assertThat(handedIn.findValuesAsString("annotator")).containsExactly("annotator2", "annotator3");
        assertThat(withDrafts.findValuesAsString("annotator"))
                .containsExactly("annotator1", "annotator2", "annotator3");
    }

    @Test
    void selectsSets() {
        JsonNode gold = record(Articles.random(1), new ExportOptions(new GoldOnly(), false, false));
        JsonNode one = record(Articles.random(1), new ExportOptions(new One("annotator3"), false, false));

        assertThat(gold.get("annotations")).isEmpty();
        assertThat(gold.get("gold").isObject()).isTrue();
        assertThat(one.get("gold").isNull()).isTrue();
        assertThat(one.get("annotations").findValuesAsString("annotator")).containsExactly("annotator3");
    }

    @Test
    void namesNobodyInAnonymousExports() {
        ExportOptions anonymous = new ExportOptions(new Selection.All(), true, true);

        JsonNode record = MAPPER.readTree(bytes(Articles.random(2), anonymous, GeneratedSource.PSEUDONYMS));

        assertThat(RecordSchema.faults(record)).isEmpty();
        assertThat(record.at("/gold/by").asString()).isEqualTo("u4");
        assertThat(record.at("/gold/support/1/annotators").toString()).isEqualTo("[\"u2\",\"u3\"]");
        assertThat(record.get("annotations").findValuesAsString("annotator")).containsExactly("u1", "u2", "u3");
        assertThat(record.at("/annotations/1/at").isMissingNode()).isTrue();
    }

    @Test
    void escapesOnlyWhatMustBe() {
        String line = new String(bytes(Articles.random(5), ExportOptions.DEFAULT, Names.own()), StandardCharsets.UTF_8);

        assertThat(line).doesNotContain("\n", "\u2028", "\\ud83", "\\uD83", "\\u06");
    }

    private static JsonNode record(Article article, ExportOptions options) {
        return MAPPER.readTree(bytes(article, options, Names.own()));
    }

    private static byte[] bytes(Article article, ExportOptions options, Names names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonOutput.to(out)) {
            new RecordWriter(json, options, names, 1).write(article);
        }
        return out.toByteArray();
    }
}
