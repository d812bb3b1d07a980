package dev.parley.exchange.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.Articles;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.ExportSource;
import dev.parley.exchange.Format;
import dev.parley.exchange.GeneratedSource;
import dev.parley.exchange.Selection;
import dev.parley.exchange.Story;
import dev.parley.exchange.Written;
import dev.parley.exchange.split.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainingViewTests {

    private static final ExportOptions GOLD = new ExportOptions(new Selection.GoldOnly(), false, false);
    private static final ExportOptions ALL = ExportOptions.DEFAULT;
    private static final JsonMapper MAPPER = new JsonMapper();

    private static Written write(Format format, ExportSource source, ExportOptions options) {
        return Written.of(new TrainingForms(), format, source, options);
    }

    private static Written write(Format format, Story story) {
        return write(format, story.source(), GOLD);
    }

    private static String words(JsonNode text, JsonNode pair) {
        DocumentText whole = DocumentText.of(text.asString());
        return whole.slice(new Span(pair.get(0).asInt(), pair.get(1).asInt()));
    }

    @Test
    void keepsTheOutermostMentionAmongEntitiesAndEverythingAmongSpans() {
        Written written = write(Format.SPANS, Story.ferry());

        JsonNode line = written.lines().getFirst();
        assertThat(line.get("entities").toString()).isEqualTo("[[2,28,\"ROLE\"],[37,43,\"DATE\"]]");
        List<String> spans = new ArrayList<>();
        line.at("/spans/sc").forEach(span -> spans.add(span.get(2).asString() + " " + words(line.get("text"), span)));
        assertThat(spans)
                .containsExactly(
                        "ROLE Ilvend’s envoy Mara Ilvend",
                        "ORG Ilvend",
                        "PERSON Mara Ilvend",
                        "DATE Monday",
                        "content the ferry",
                        "content will sail",
                        "cue said");
        assertThat(line.at("/meta/misaligned")).isEmpty();
        assertThat(written.lost())
                .containsEntry(
                        "mentions left out of entities because a longer one covers them (they stand in spans.sc)", 2)
                .containsEntry("discontinuous spans, whose pieces no longer belong together", 1)
                .containsEntry("sources of claims", 1)
                .containsEntry("attributes of mentions", 4);
    }

    @Test
    void splitsThePossessiveFromTheName() {
        JsonNode line = write(Format.BIO, new Story("Ilvend's boat.").mention("m1", "PERSON", "Ilvend"))
                .lines()
                .getFirst();

        assertThat(line.get("tokens").toString()).isEqualTo("[\"Ilvend\",\"'s\",\"boat\",\".\"]");
        assertThat(line.get("ner_tags").toString()).isEqualTo("[\"B-PERSON\",\"O\",\"O\",\"O\"]");
        assertThat(line.get("offsets").toString()).isEqualTo("[[0,6],[6,8],[9,13],[13,14]]");
    }

    @Test
    void marksEndsAndSinglesWhereTheTaggingKnowsThem() {
        Story story = new Story("Mara Ilvend met Odra.")
                .mention("m1", "PERSON", "Mara Ilvend")
                .mention("m2", "PERSON", "Odra");

        assertThat(write(Format.BILOU, story).lines().getFirst().get("ner_tags").toString())
                .isEqualTo("[\"B-PERSON\",\"L-PERSON\",\"O\",\"U-PERSON\",\"O\"]");
        assertThat(write(Format.CONLL_2003_BIOES, story).text())
                .isEqualTo("-DOCSTART- -X- -X- O\n\nMara -X- -X- B-PERSON\nIlvend -X- -X- E-PERSON\nmet -X- -X- O\n"
                        + "Odra -X- -X- S-PERSON\n. -X- -X- O\n\n");
    }

    @Test
    void beginsAStretchWithBInIob1OnlyRightAfterItsLike() {
        Story story =
                new Story("Mara Odra came.").mention("m1", "PERSON", "Mara").mention("m2", "PERSON", "Odra");

        assertThat(write(Format.CONLL_2003_IOB1, story).text())
                .contains("Mara -X- -X- I-PERSON\nOdra -X- -X- B-PERSON");
        assertThat(write(Format.CONLL_2003, story).text()).contains("Mara -X- -X- B-PERSON\nOdra -X- -X- B-PERSON");
    }

    @Test
    void endsASentenceAtALineAndNotAtATitle() {
        Written written = write(Format.BIO, new Story("Gen. Odra left. Dr. Ilvend stayed\nNobody asked."));

        assertThat(written.lines().stream()
                        .map(line -> line.get("tokens").get(0).asString()))
                .containsExactly("Gen", "Dr", "Nobody");
    }

    @Test
    void writesAnAttributionALineWithItsParagraph() {
        JsonNode line = write(Format.TRIPLES, Story.ferry().link("m1", "ilvend"))
                .lines()
                .getFirst();

        assertThat(line.get("context").asString()).doesNotContain("Nobody");
        assertThat(words(line.get("context"), line.get("source"))).isEqualTo("Mara Ilvend");
        assertThat(words(line.get("context"), line.get("cue"))).isEqualTo("said");
        assertThat(words(line.get("context"), line.at("/content/1"))).isEqualTo("will sail");
        assertThat(line.get("sourceEntity").asString()).isEqualTo("ilvend");
        assertThat(line.get("form").asString()).isEqualTo("indirect");
    }

    @Test
    void leavesOutAClaimThatSharesATokenAndNamesIt() {
        Story story = new Story("Mara said the ferry sails and Odra said that Mara said so.")
                .mention("m1", "PERSON", "Mara")
                .claim("c1", "m1", "said", "the ferry sails")
                .claim("c2", "m1", "", "Odra said that Mara")
                .claim("c3", "<author>", "", "ferry");

        Written written = write(Format.FLAT, story);

        assertThat(written.lines().getFirst().get("claims").toString()).isEqualTo("[\"c3\",\"c2\"]");
        assertThat(written.lost()).containsEntry("claims that share a token with another claim", 1);
        assertThat(written.lines().getFirst().get("tags").toString()).contains("\"B-CONTENT\",\"I-CONTENT\"");
    }

    @Test
    void saysWhichSentencesHoldAClaimAndHowManyThoughtSo() {
        List<JsonNode> lines = write(Format.CLAIMS, Story.ferry().source("annotator1", "annotator2"), GOLD)
                .lines();

        assertThat(lines).extracting(line -> line.get("label").asInt()).containsExactly(1, 0);
        assertThat(lines.getFirst().get("soft").toString()).isEqualTo("{\"1\":1.0,\"0\":0.0}");
        assertThat(lines.getFirst().get("n").asInt()).isEqualTo(2);
    }

    @Test
    void drawsAsManyUnrelatedPairsAsThereAreRelatedOnes() {
        Story story = new Story("Mara came. Odra left. Ilvend stayed.")
                .claim("c1", "<author>", "", "Mara came")
                .claim("c2", "<author>", "", "Odra left")
                .claim("c3", "<author>", "", "Ilvend stayed")
                .relate("r1", "contradicts", "c1", "c2");

        List<JsonNode> lines = write(Format.PAIRS, story).lines();

        assertThat(lines).extracting(line -> line.get("label").asString()).containsExactly("contradicts", "unrelated");
        assertThat(lines.getFirst().get("a").asString()).isEqualTo("Mara came");
        assertThat(lines.get(1).get("claims").toString()).contains("c3");
    }

    @Test
    void offersCandidatesThatShareAWord() {
        Story story = new Story("The port of Brin sleeps.")
                .mention("m1", "GPE", "Brin")
                .link("m1", "brin");

        JsonNode line = write(Format.LINKING, story).lines().getFirst();

        assertThat(line.get("entity").asString()).isEqualTo("brin");
        assertThat(line.get("candidates").toString()).isEqualTo("[\"brin\"]");
        assertThat(words(line.get("context"), line.get("mention"))).isEqualTo("Brin");
    }

    @Test
    void answersInWordsThatStandInTheTextAndCountsOccurrences() {
        Story story = new Story("Odra saw Odra.").mention("m1", "PERSON", "Odra");

        JsonNode line = write(Format.CHAT, Story.ferry()).lines().getFirst();
        JsonNode answer = MAPPER.readTree(line.at("/messages/2/content").asString());

        String article = line.at("/messages/1/content").asString();
        assertThat(answer.at("/claims/0/content").toString()).isEqualTo("[\"the ferry\",\"will sail\"]");
        answer.get("mentions")
                .forEach(mention ->
                        assertThat(article).contains(mention.get("text").asString()));
        assertThat(answer.at("/mentions/2/occurrence").asInt()).isEqualTo(1);
        assertThat(write(Format.CHAT, story).text()).contains("\\\"occurrence\\\":1");
        assertThat(line.at("/messages/0/content").asString()).contains("PERSON, ORG, GPE");
    }

    @Test
    void prefersTheVersionThatWasTaken() {
        ExportSource source = new GeneratedSource(3, Articles::random);

        List<JsonNode> lines = write(Format.PREFERENCE, source, ALL).lines();

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().get("chosen").asString())
                .isNotEqualTo(lines.getFirst().get("rejected").asString());
        assertThat(lines.getFirst().get("reason").asString()).isEqualTo("label");
    }

    @Test
    void keepsEachPartInItsOwnFileForLearningWithDisagreements() {
        ExportSource source = Story.project(
                Story.ferry().article(Part.TRAIN, "annotator1", "annotator2"),
                new Story(2, "Odra left.").mention("m1", "PERSON", "Odra").article(Part.TEST, "annotator1"));

        Map<String, byte[]> files = write(Format.LEWIDI, source, ALL).unzipped();

        JsonNode train = MAPPER.readTree(files.get("parley_train.json"));
        JsonNode test = MAPPER.readTree(files.get("parley_test.json"));
        JsonNode label = test.get("00000000-0000-0002-0000-000000000005.mention-label.m1");
        assertThat(train.toString()).doesNotContain("Odra");
        assertThat(label.get("annotations").toString()).isEqualTo("{\"annotator1\":\"PERSON\"}");
        assertThat(label.get("soft_label").toString()).isEqualTo("{\"PERSON\":1.0}");
        assertThat(label.propertyNames())
                .contains("annotation task", "number of annotators", "annotators", "split", "lang", "other_info");
        assertThat(files).containsKey("parley_annotators_meta.json");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"SPANS", "BIO", "BILOU", "TRIPLES", "FLAT", "LINKING"})
    void cutsEverySpanOutOfItsTextWhateverTheScript(Format format) {
        List<JsonNode> lines =
                write(format, new GeneratedSource(40, Articles::random), ALL).lines();

        assertThat(lines).isNotEmpty();
        for (JsonNode line : lines) {
            JsonNode offsets = line.path("offsets");
            for (int i = 0; i < offsets.size(); i++) {
                assertThat(offsets.get(i).get(1).asInt() - offsets.get(i).get(0).asInt())
                        .isEqualTo((int) line.get("tokens")
                                .get(i)
                                .asString()
                                .codePoints()
                                .count());
            }
            line.path("entities")
                    .forEach(pair -> assertThat(words(line.get("text"), pair)).isNotEmpty());
            line.path("spans")
                    .path("sc")
                    .forEach(pair -> assertThat(words(line.get("text"), pair)).isNotEmpty());
            line.path("content")
                    .forEach(
                            pair -> assertThat(words(line.get("context"), pair)).isNotEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"VIEWS", "LEWIDI", "PAIRS", "FLAT"})
    void writesTheSameBytesTwice(Format format) {
        ExportSource source = new GeneratedSource(6, Articles::random);

        assertThat(write(format, source, ALL).bytes())
                .isEqualTo(write(format, source, ALL).bytes());
    }

    @Test
    void packsEveryViewWithItsTagsAndLosses() {
        Map<String, byte[]> files =
                write(Format.VIEWS, Story.ferry().source("annotator1"), GOLD).unzipped();

        JsonNode tags = MAPPER.readTree(files.get("labels.json"));
        assertThat(tags.at("/iob2").toString()).startsWith("[\"O\",\"B-PERSON\",\"I-PERSON\",\"B-ORG\"");
        assertThat(files).containsKeys("spans.jsonl", "bio.jsonl", "conll2003-iob1.conll", "chat.jsonl", "lewidi.zip");
        assertThat(new String(files.get("losses.json"), StandardCharsets.UTF_8))
                .contains("\"segmenter\"", "sources of claims");
    }
}
