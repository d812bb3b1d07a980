package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArticleCutsTests {

    @Test
    void denseBlocksAreArticlesWithTheShortBlocksBeforeThem() {
        DocumentText text = DocumentText.of("Headline\n\na\nb\nc\nd\n\nNext\n\ne\nf\ng\nh\n");

        assertThat(slices(text)).containsExactly("Headline\n\na\nb\nc\nd", "Next\n\ne\nf\ng\nh");
    }

    @Test
    void whatFollowsTheLastArticleBelongsToIt() {
        DocumentText text = DocumentText.of("a\nb\nc\nd\n\ne\nf\ng\nh\n\nLeave a Comment\n");

        assertThat(slices(text)).containsExactly("a\nb\nc\nd", "e\nf\ng\nh\n\nLeave a Comment");
    }

    @Test
    void oneDenseBlockIsNoReasonToCut() {
        DocumentText text = DocumentText.of("\n\nHeadline\n\na\nb\nc\nd\n\nlast\n\u00A0\n");

        assertThat(slices(text)).containsExactly("Headline\n\na\nb\nc\nd\n\nlast");
    }

    @Test
    void aLineOfNoBreakSpacesPartsLikeAnEmptyOne() {
        DocumentText text = DocumentText.of("a\nb\nc\nd\n\u00A0\ne\nf\ng\nh");

        assertThat(slices(text)).hasSize(2);
    }

    @Test
    void offsetsCountCodePoints() {
        DocumentText text = DocumentText.of("😀\nb\nc\nd\n\n😀\nf\ng\nh");

        assertThat(ArticleCuts.propose(text)).containsExactly(new Span(0, 7), new Span(9, 16));
    }

    @ParameterizedTest
    @CsvSource({
        "000_869b99c7ba63c149.txt, 6",
        "001_fa8ee9e1da435829.txt, 1",
        "002_6af7dbcf43bdf1ad.txt, 1",
        "003_2286a57d6484c226.txt, 1",
        "004_21ac73e77f0ea16d.txt, 6"
    })
    void sampleFilesAreCutAsAPersonWould(String file, int articles) throws IOException {
        DocumentText text = DocumentText.of(Files.readString(SharedFiles.path("articles/" + file)));

        assertThat(ArticleCuts.propose(text)).hasSize(articles);
    }

    @Test
    void sampleFilesAreCutWhereTheCasesSay() throws IOException {
        JsonNode cases = JsonMapper.builder().build().readTree(Files.readString(SharedFiles.path("cases.json")));
        int seen = 0;
        for (JsonNode example : cases.get("cases")) {
            if (!example.get("category").asString().equals("split-articles")) {
                continue;
            }
            seen++;
            DocumentText text = DocumentText.of(Files.readString(
                    SharedFiles.path("articles/" + example.get("file").asString())));
            List<Span> expected = new ArrayList<>();
            for (JsonNode span : example.get("spans")) {
                expected.add(new Span(span.get("start").asInt(), span.get("end").asInt()));
            }

            List<Span> proposed = ArticleCuts.propose(text);

            assertThat(proposed).as(example.get("id").asString()).isEqualTo(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(DocumentText.of(text.slice(proposed.get(i))).sha256())
                        .isEqualTo(example.get("spans").get(i).get("sha256").asString());
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(3);
    }

    private static List<String> slices(DocumentText text) {
        return ArticleCuts.propose(text).stream().map(text::slice).toList();
    }
}
