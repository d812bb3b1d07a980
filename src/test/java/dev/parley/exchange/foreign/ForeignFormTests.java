package dev.parley.exchange.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.Articles;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.Format;
import dev.parley.exchange.GeneratedSource;
import dev.parley.exchange.Selection;
import dev.parley.exchange.Story;
import dev.parley.exchange.Written;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ForeignFormTests {

    private static final ExportOptions GOLD = new ExportOptions(new Selection.GoldOnly(), false, false);

    private static Written write(Format format, Story story) {
        return Written.of(new ForeignForms(), format, story.source(), GOLD);
    }

    private static String file(Written written, String ending) {
        return written.unzipped().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ending))
                .map(entry -> new String(entry.getValue(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void writesAClaimForLabelStudioAsARegionWithChoicesAndASource() {
        JsonNode annotation = write(Format.LABEL_STUDIO, Story.ferry()).json().at("/0/annotations/0");

        String result = annotation.get("result").toString();
        assertThat(annotation.get("ground_truth").asBoolean()).isTrue();
        assertThat(result)
                .contains("\"value\":{\"start\":17,\"end\":28,\"text\":\"Mara Ilvend\",\"labels\":[\"PERSON\"]}")
                .contains("\"from_name\":\"act\",\"to_name\":\"text\",\"type\":\"choices\"")
                .contains(
                        "{\"type\":\"relation\",\"from_id\":\"c1\",\"to_id\":\"m1\",\"direction\":\"right\",\"labels\":[\"source\"]}")
                .contains("\"from_id\":\"c1~2\",\"to_id\":\"c1\",\"direction\":\"right\",\"labels\":[\"continues\"]");
    }

    @Test
    void countsUtf16ForDoccano() {
        JsonNode plain = write(Format.DOCCANO, Story.ferry()).lines().getFirst();
        JsonNode related =
                write(Format.DOCCANO_RELATIONS, Story.ferry()).lines().getFirst();

        assertThat(plain.get("label").toString()).startsWith("[[3,29,\"ROLE\"],[3,9,\"ORG\"],[18,29,\"PERSON\"]");
        assertThat(related.at("/entities/0").toString())
                .isEqualTo("{\"id\":1,\"label\":\"ROLE\",\"start_offset\":3,\"end_offset\":29}");
        assertThat(related.get("relations").toString())
                .contains("\"type\":\"source\"", "\"type\":\"cue\"", "\"type\":\"continues\"");
    }

    @Test
    void namesTokensForProdigyTheLastOneIncluded() {
        JsonNode line = write(Format.PRODIGY, new Story("Mara Ilvend's boat").mention("m1", "PERSON", "Mara Ilvend"))
                .lines()
                .getFirst();

        assertThat(line.at("/tokens/2").toString())
                .isEqualTo("{\"text\":\"'s\",\"start\":11,\"end\":13,\"id\":2,\"ws\":true}");
        assertThat(line.at("/spans/0").toString())
                .isEqualTo("{\"start\":0,\"end\":11,\"token_start\":0,\"token_end\":1,\"label\":\"PERSON\"}");
        assertThat(line.get("answer").asString()).isEqualTo("accept");
    }

    @Test
    void partsSpansAtLineEndsForBrat() {
        Story story = new Story("The ferry\nsails.")
                .mention("m1", "FAC", "ferry\nsails")
                .link("m1", "brin");

        String ann = file(write(Format.BRAT, story), ".ann");

        assertThat(ann)
                .isEqualTo("T1\tFAC 4 9;10 15\tferry sails\nA1\tlevel T1 NAM\nN1\tReference T1 Parley:brin\tcertain\n");
        assertThat(file(write(Format.BRAT, story), ".conf"))
                .contains("[entities]\nPERSON\n", "[relations]\nsource\tArg1:CLAIM");
    }

    @Test
    void numbersMarksAndTiesInWebAnnoTsv() {
        Story story =
                new Story("Mara said it sails.").bare("m1", "PERSON", "Mara").claim("c1", "m1", "said", "it sails");

        List<String> lines =
                file(write(Format.WEBANNO_TSV, story), ".tsv").lines().toList();

        assertThat(lines.subList(0, 5).toString())
                .contains(
                        "#FORMAT=WebAnno TSV 3.3",
                        "#T_SP=webanno.custom.Mark|value|identifier",
                        "#T_RL=webanno.custom.Tie|label|BT_webanno.custom.Mark");
        assertThat(lines.get(4)).isEmpty();
        assertThat(lines.get(5)).isEqualTo("#Text=Mara said it sails.");
        assertThat(lines.get(6)).startsWith("1-1\t0-4\tMara\tPERSON[1]\t*[1]").endsWith("\tsource\t1-3[2_1]\t");
        assertThat(lines.get(8)).startsWith("1-3\t10-12\tit\tCLAIM[2]\t");
        assertThat(lines.get(10)).startsWith("1-5\t18-19\t.\t_\t_");
    }

    @Test
    void escapesWhatWebAnnoTsvUsesItself() {
        assertThat(WebAnnoTsvForm.escaped("a|b_c[1];*->\t\\")).isEqualTo("a\\|b\\_c\\[1\\]\\;\\*\\->\\t\\\\");
    }

    @Test
    void pointsByQuoteAndByCodePointInWebAnnotations() {
        JsonNode page = write(Format.WEB_ANNOTATION, Story.ferry()).json();

        assertThat(page.get("@context").asString()).isEqualTo("http://www.w3.org/ns/anno.jsonld");
        JsonNode mara = page.get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().endsWith(":m1"))
                .findFirst()
                .orElseThrow();
        assertThat(mara.at("/target/0/selector/0/exact").asString()).isEqualTo("Mara Ilvend");
        assertThat(mara.at("/target/0/selector/1").toString())
                .isEqualTo("{\"type\":\"TextPositionSelector\",\"start\":17,\"end\":28}");
        assertThat(page.get("items").toString()).contains("\"motivation\":\"linking\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {
                "LABEL_STUDIO",
                "DOCCANO_RELATIONS",
                "PRODIGY",
                "BRAT",
                "WEBANNO_TSV",
                "XMI",
                "CAS_JSON",
                "WEB_ANNOTATION"
            })
    void namesRelationsToOtherDocumentsAsLostAndWritesTheSameBytesTwice(Format format) {
        GeneratedSource source = new GeneratedSource(8, Articles::random);

        Written once = Written.of(new ForeignForms(), format, source, ExportOptions.DEFAULT);

        assertThat(once.lost()).containsKeys("relations to other documents", "decisions of adjudicators");
        assertThat(once).isEqualTo(Written.of(new ForeignForms(), format, source, ExportOptions.DEFAULT));
    }

    @Test
    void quotesTheTextRightInLabelStudioWhateverTheScript() {
        JsonNode tasks = Written.of(
                        new ForeignForms(),
                        Format.LABEL_STUDIO,
                        new GeneratedSource(30, Articles::random),
                        ExportOptions.DEFAULT)
                .json();
        int seen = 0;
        for (JsonNode task : tasks) {
            DocumentText text = DocumentText.of(task.at("/data/text").asString());
            for (JsonNode annotation : task.get("annotations")) {
                for (JsonNode region : annotation.get("result")) {
                    if (region.get("type").asString().equals("labels")) {
                        JsonNode value = region.get("value");
                        assertThat(text.slice(new Span(
                                        value.get("start").asInt(),
                                        value.get("end").asInt())))
                                .isEqualTo(value.get("text").asString());
                        seen++;
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(500);
    }

    @Test
    void goesFromAnnotationsToMarksAndBack() {
        new GeneratedSource(20, Articles::random)
                .forEachArticle(article -> article.layers(ExportOptions.DEFAULT).forEach(layers -> {
                    Marks marks = Marks.of(article, layers, new dev.parley.exchange.Losses());
                    Map<String, Object> before = byId(layers.mentions());
                    before.putAll(byId(layers.claims().stream()
                            .filter(claim ->
                                    !claim.content().isEmpty() || !claim.cue().isEmpty())
                            .toList()));

                    Map<String, Object> after = byId(marks.annotations(java.util.Set.of()));

                    before.forEach((id, annotation) -> assertThat(after.get(id)).isEqualTo(annotation));
                }));
    }

    private static Map<String, Object> byId(List<? extends dev.parley.annotation.Annotation> annotations) {
        Map<String, Object> byId = new java.util.TreeMap<>();
        annotations.forEach(annotation -> byId.put(annotation.id(), annotation));
        return byId;
    }
}
