package dev.parley.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** What the words of a file become in a scheme that is there, or in one that is made of them. */
@ParleyTest
class ImportSchemeTests {

    private static int count;

    @Autowired
    MockMvc mvc;

    private Api supervisor;
    private String project = "";

    @BeforeEach
    void begin() {
        supervisor = Api.admin(mvc);
        project = "/api/v1/projects/"
                + supervisor
                        .post("/api/v1/projects", Map.of("name", "Words № %d".formatted(++count)))
                        .text("/id");
    }

    private Api.Answer send(String query, String file) {
        return supervisor.perform(
                MockMvcRequestBuilders.post(project + "/import?" + query).content(file));
    }

    @Test
    void leavesOutRelationsBetweenMarksTheSchemeDoesNotTie() {
        String line = """
                {"text":"Odra met Mara.","entities":[{"id":1,"label":"PERSON","start_offset":0,"end_offset":4},
                 {"id":2,"label":"PERSON","start_offset":9,"end_offset":13}],
                 "relations":[{"id":9,"from_id":1,"to_id":2,"type":"supports"},{"id":10,"from_id":1,"to_id":2,"type":"source"}]}
                """.replace("\n", " ");

        JsonNode report = send("format=doccano-relations&annotator=admin", line).json();

        assertThat(report.get("annotations").asInt()).isEqualTo(2);
        assertThat(report.at("/losses/0/what").asString()).contains("“supports”", "between such marks");
        assertThat(report.at("/losses/1/what").asString()).contains("“source”");
    }

    @Test
    void leavesOutOneLabelAndMakesAClaimOfAnother() {
        String line = """
                {"text":"Odra met Mara, she said.","label":[[0,4,"BOAT"],[5,13,"WORDS"]],"annotator":"mara"}""";

        JsonNode report =
                send("format=doccano&label=BOAT:&label=WORDS:CLAIM", line).json();

        assertThat(report.at("/labels/BOAT/label").asString()).isEmpty();
        assertThat(report.at("/labels/WORDS/label").asString()).isEqualTo("CLAIM");
        assertThat(supervisor.get(project + "/export?format=jsonl&drafts=true").body())
                .contains("\"content\":[{\"start\":5,\"end\":13,\"text\":\"met Mara\"}]")
                .doesNotContain("BOAT");
    }

    @Test
    void makesASchemeOfLabelsAsOtherToolsWriteThem() {
        String line = """
                {"text":"Odra met Mara.","label":[[0,4,"Big river!"],[9,13,"big_River"],[5,8,"9 \\"verbs\\""]],"annotator":"mara"}""";

        JsonNode preview = send("format=doccano&scheme=file&preview=true", line).json();
        String before = supervisor.get(project + "/scheme").body();
        JsonNode report = send("format=doccano&scheme=file", line).json();

        assertThat(before).doesNotContain("Big_river");
        assertThat(report.get("labels")).isEqualTo(preview.get("labels"));
        assertThat(report.get("annotations").asInt()).isEqualTo(3);
        assertThat(report.at("/labels/Big river!/label").asString()).isEqualTo("Big_river");
        assertThat(report.at("/labels/big_River/label").asString()).isEqualTo("big_River-2");
        assertThat(report.at("/labels/9 \"verbs\"/label").asString()).isEqualTo("L9_verbs");
    }

    @Test
    void makesASchemeOfAttributesClaimPartsAndRelationsToo() {
        String task = """
                [{"data":{"text":"🛶 Odra told Brin that Mara sleeps. Odra knows Mara."},"annotations":[{"completed_by":"mara","result":[
                 {"id":"m1","from_name":"label","to_name":"text","type":"labels","value":{"start":2,"end":6,"text":"Odra","labels":["PERSON"]}},
                 {"id":"m1","from_name":"Known since","to_name":"text","type":"number","value":{"start":2,"end":6,"number":1999}},
                 {"id":"m2","from_name":"label","to_name":"text","type":"labels","value":{"start":12,"end":16,"text":"Brin","labels":["PERSON"]}},
                 {"id":"c1","from_name":"label","to_name":"text","type":"labels","value":{"start":22,"end":33,"text":"Mara sleeps","labels":["CLAIM"]}},
                 {"id":"c1","from_name":"Modality","to_name":"text","type":"choices","value":{"start":22,"end":33,"choices":["as said"]}},
                 {"type":"relation","from_id":"c1","to_id":"m1","labels":["speaker"]},
                 {"type":"relation","from_id":"c1","to_id":"m2","labels":["addressee"]},
                 {"type":"relation","from_id":"m1","to_id":"m2","labels":["Talks to!"]}]}]}]
                """;

        JsonNode preview =
                send("format=label-studio&scheme=file&preview=true", task).json();
        JsonNode report = send("format=label-studio&scheme=file", task).json();

        assertThat(preview.get("scheme").asString())
                .contains("id: known-since", "id: modality", "values: [\"as said\"]", "id: addressee", "id: talks-to");
        assertThat(report.get("scheme")).isEqualTo(preview.get("scheme"));
        assertThat(report.get("losses").isEmpty()).as(report.toString()).isTrue();
        assertThat(report.get("annotations").asInt()).isEqualTo(4);
        assertThat(supervisor.get(project + "/export?format=jsonl").body())
                .contains("\"known-since\":1999", "\"modality\":\"as said\"", "\"addressee\":[{\"mention\":\"m2\"}]")
                .contains("\"source\":[{\"mention\":\"m1\"}]", "\"type\":\"talks-to\"");
    }
}
