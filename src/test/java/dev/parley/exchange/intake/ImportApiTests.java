package dev.parley.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.account.UserService;
import dev.parley.adjudication.TwoReaders;
import dev.parley.annotation.AnnotationService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ParleyTest
class ImportApiTests {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static int count;

    @Autowired
    MockMvc mvc;

    @Autowired
    UserService users;

    @Autowired
    AnnotationService annotations;

    private Api supervisor;
    private String project = "";

    @BeforeEach
    void begin() {
        supervisor = Api.admin(mvc);
        project = newProject();
    }

    private String newProject() {
        return "/api/v1/projects/"
                + supervisor
                        .post("/api/v1/projects", Map.of("name", "Import № %d".formatted(++count)))
                        .text("/id");
    }

    private Api.Answer send(String query, byte[] file) {
        return supervisor.perform(MockMvcRequestBuilders.request(HttpMethod.POST, project + "/import?" + query)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(file));
    }

    private Api.Answer send(String query, String file) {
        return send(query, file.getBytes(StandardCharsets.UTF_8));
    }

    private int documents() {
        return supervisor.get(project + "/documents").json().get("items").size();
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** Two people who differ, a decision that takes one's version, one with a version of its own. */
    private byte[] bundleOfTwoReaders() {
        TwoReaders readers = new TwoReaders(supervisor, users, annotations).differ();
        JsonNode open = supervisor
                .get("/api/v1/projects/%s/disagreements".formatted(readers.project))
                .json()
                .get("items");
        supervisor.post(
                "/api/v1/disagreements/%s/decision".formatted(open.at("/0/id").asString()),
                Map.of("outcome", "version", "version", 0, "reason", "rule 3", "note", "see guidelines"));
        supervisor.post(
                "/api/v1/projects/%s/entities".formatted(readers.project), Map.of("name", "Velmora", "type", "GPE"));
        return supervisor
                .get("/api/v1/projects/%s/export?format=bundle".formatted(readers.project))
                .response()
                .getContentAsByteArray();
    }

    @Test
    void restoresAnEqualProjectFromABundle() throws IOException {
        byte[] bundle = bundleOfTwoReaders();

        Api.Answer report = send("format=bundle", bundle);
        byte[] again =
                supervisor.get(project + "/export?format=bundle").response().getContentAsByteArray();

        assertThat(report.status()).as(report.body()).isEqualTo(200);
        Map<String, String> before = unzip(bundle);
        Map<String, String> after = unzip(again);
        String oldId = MAPPER.readTree(before.get("documents.jsonl")).get("id").asString();
        String newId = MAPPER.readTree(after.get("documents.jsonl")).get("id").asString();
        assertThat(after.get("documents.jsonl"))
                .isEqualTo(before.get("documents.jsonl").replace(oldId, newId));
        assertThat(after.get("schema.yaml")).isEqualTo(before.get("schema.yaml"));
        assertThat(after.get("agreement.json"))
                .isEqualTo(before.get("agreement.json").replace(oldId, newId));
        assertThat(withoutIds(after.get("decisions.jsonl"))).isEqualTo(withoutIds(before.get("decisions.jsonl")));
        assertThat(withoutIds(after.get("entities.jsonl"))).isEqualTo(withoutIds(before.get("entities.jsonl")));
        assertThat(report.json().get("offsetUnit").asString()).isEqualTo("unicode-code-point");
    }

    private static String withoutIds(String lines) {
        return lines.replaceAll("\"(id|document|disagreement)\":\"[^\"]*\"", "");
    }

    @Test
    void importsNothingOfABundleThatIsBrokenOrChanged() throws IOException {
        byte[] bundle = bundleOfTwoReaders();
        Map<String, String> files = unzip(bundle);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(changed)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                String text = file.getKey().equals("documents.jsonl")
                        ? file.getValue().replace("PERSON", "ORG")
                        : file.getValue();
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(send("format=bundle", java.util.Arrays.copyOf(bundle, bundle.length / 2))
                        .text("/detail"))
                .containsAnyOf("truncated", "no manifest.json");
        assertThat(send("format=bundle", changed.toByteArray()).text("/detail"))
                .contains("documents.jsonl", "hash differs");
        assertThat(send("format=bundle", "x").text("/detail")).contains("no bundle");
        assertThat(documents()).isZero();
    }

    private static final String TASK = """
            [{"id":1,"data":{"text":"🛶 Odra met Mara."},"annotations":[{"completed_by":{"username":"Odd Name!"},"result":[
            {"id":"a","type":"labels","from_name":"label","value":{"start":2,"end":6,"text":"Odra","labels":["%s"]}},
            {"id":"a","type":"choices","from_name":"mood","value":{"start":2,"end":6,"choices":["glad"]}}]}]}]""";

    @Test
    void previewsAForeignFileAndChangesNothing() {
        JsonNode report =
                send("format=label-studio&preview=true", TASK.formatted("PER")).json();

        assertThat(report.get("preview").asBoolean()).isTrue();
        assertThat(report.at("/labels/PER").toString()).isEqualTo("{\"count\":1,\"label\":\"PERSON\"}");
        assertThat(report.get("losses").toString()).contains("attributes the scheme has no place for: “mood”");
        assertThat(report.get("offsetUnit").asString()).isEqualTo("unicode-code-point");
        assertThat(documents()).isZero();
    }

    @Test
    void attributesForeignWorkToPlaceholdersOrToWhoeverIsNamed() {
        JsonNode byName = send("format=label-studio", TASK.formatted("PER")).json();
        assertThat(byName.at("/annotators/Odd Name!").asString()).isEqualTo("odd-name");
        assertThat(byName.get("annotations").asInt()).isEqualTo(1);
        assertThat(supervisor.get(project + "/export?format=jsonl").body())
                .contains("\"annotator\":\"odd-name\"", "\"text\":\"Odra\"");

        project = newProject();
        supervisor.newUser("mara" + count);
        send("format=label-studio&annotator=mara" + count, TASK.formatted("PER"));
        assertThat(supervisor.get(project + "/export?format=jsonl").body())
                .contains("\"annotator\":\"mara" + count + "\"");
    }

    @Test
    void asksForALabelItCannotPlace() {
        Api.Answer refused = send("format=label-studio", TASK.formatted("BOAT"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail")).contains("“BOAT”", "PERSON", "Nothing was imported");
        assertThat(documents()).isZero();
        assertThat(send("format=label-studio&label=BOAT:FAC", TASK.formatted("BOAT"))
                        .json()
                        .get("annotations")
                        .asInt())
                .isEqualTo(1);

        project = newProject();
        assertThat(send("format=label-studio&unknown=drop", TASK.formatted("BOAT"))
                        .text("/detail"))
                .isEqualTo("unknown is skip or left out, not drop.");
        assertThat(send("format=label-studio&unknown=skip", TASK.formatted("BOAT"))
                        .json()
                        .get("annotations")
                        .asInt())
                .isZero();

        project = newProject();
        assertThat(send("format=label-studio&scheme=file", TASK.formatted("BOAT"))
                        .status())
                .isEqualTo(200);
        assertThat(supervisor.get(project + "/scheme").body()).contains("BOAT");
    }

    @Test
    void importsNothingWhereOneThingDoesNotFit() {
        String lines = """
                {"text":"Odra met Mara.","label":[[0,4,"PERSON"]],"annotator":"mara"}
                {"text":"Odra left Mara.","label":[[0,4,"PERSON"],[0,4,"PERSON"]],"annotator":"mara"}
                """;

        Api.Answer refused = send("format=doccano", lines);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail")).contains("record 2 (line 2)", "Nothing was imported");
        assertThat(documents()).isZero();
    }

    /** The file's faults by format: what is wrong must be said, with its place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "doccano|{'text':'Odra','label':[[0,40,'PERSON']]}|record 1 (line 1): a span does not stand at 0 to 40",
                "doccano|{'text':'Odra','label':[[0,4,'BOAT']]}|record 1 (line 1), m1: the scheme has no label for “BOAT”",
                "doccano|{'text':'Odra','entities':[[0,4,'PERSON']]}|field “entities”",
                "doccano|{'text':'Odra','entities':[{'id':1,'label':'GPE'}]}|field “start_offset” should be a number, not missing",
                "doccano|{'text':'Odra met','entities':[{'id':1,'label':'GPE','start_offset':0,'end_offset':4},{'id':1,'label':'GPE','start_offset':5,'end_offset':8}]}|the id 1 is given twice",
                "spans|{'text':'Odra','label':[[0,4,'PERSON']]}|field “label” is not read in this format",
                "prodigy|{'text':'Odra','entities':[[0,4,'PERSON']]}|field “entities” is not read in this format",
                "prodigy|{'text':'Odra','spans':[{'start':0,'end':4,'label':'GPE','text':'Mara'}]}|“Mara” does not stand at 0 to 4",
                "label-studio|[{'data':{'text':'Odra'}}|breaks off after record 1",
                "label-studio|[{'data':{'text':'Odra met'},'annotations':[{'result':[{'id':'a','type':'labels','value':{'start':0,'end':4,'labels':['GPE']}},{'id':'a','type':'labels','value':{'start':5,'end':8,'labels':['GPE']}}]}]}]|the region “a” is given twice",
                "conll2003|Odra NNP I-NP X-GPE|“X-GPE” is no tag",
                "webanno-tsv|Odra|does not begin with #FORMAT",
                "xmi|<a/>|holds no text",
                "cas-json|{}|field “%FEATURE_STRUCTURES”",
                "w3c|{}|holds no document",
                "brat|Odra|is no zip",
            })
    void namesTheRecordAndTheFieldAndImportsNothing(String format, String file, String said) {
        Api.Answer refused = send("format=" + format, file.replace('\'', '"'));

        assertThat(refused.status()).as(refused.body()).isBetween(400, 422);
        assertThat(refused.text("/detail")).contains(said).containsIgnoringCase("nothing was imported");
        assertThat(documents()).isZero();
    }

    @Test
    void saysWhatItLeavesOutOfACueThatBelongsToNoClaim() {
        JsonNode report = send(
                        "format=doccano",
                        "{\"text\":\"Odra said so.\",\"label\":[[0,4,\"GPE\"],[5,9,\"CUE\"]],\"annotator\":\"mara\"}")
                .json();

        assertThat(report.get("annotations").asInt()).isEqualTo(1);
        assertThat(report.get("losses").toString()).contains("words that attribute a claim");
    }

    @Test
    void refusesTheSameTextTwiceByTheSamePerson() {
        String line = "{\"text\":\"Odra met Mara.\",\"label\":[[0,4,\"PERSON\"]],\"annotator\":\"mara\"}";

        Api.Answer refused = send("format=doccano", line + "\n" + line);

        assertThat(refused.text("/detail")).contains("record 2 (line 2)", "came before in the file", "mara");
        assertThat(documents()).isZero();
    }

    @Test
    void doesNotWriteOverWhatSomebodyDid() {
        String line = "{\"text\":\"Odra met Mara.\",\"label\":[[0,4,\"PERSON\"]],\"annotator\":\"mara\"}";
        send("format=doccano", line);

        Api.Answer again = send("format=doccano", line);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/detail")).contains("mara has worked on", "nothing was imported");
    }

    @Test
    void isForThoseWhoManage() {
        Api reader = supervisor.newUser("importer" + count);
        supervisor.put(project + "/members/importer" + count, Map.of("roles", List.of("annotator")));

        assertThat(reader.post(project + "/import?format=doccano", Map.of()).status())
                .isEqualTo(403);
        assertThat(send("format=paper", "x").text("/detail")).contains("“paper”", "bundle, label-studio");
    }
}
