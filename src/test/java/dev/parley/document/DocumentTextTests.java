package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentTextTests {

    @Test
    void tabulatesEveryPositionOfATextWithAnAstralCharacter() {
        DocumentText text = DocumentText.of("a😀b");

        assertThat(IntStream.rangeClosed(0, 3).map(text::toUtf16)).containsExactly(0, 1, 3, 4);
        assertThat(IntStream.rangeClosed(0, 4).map(text::toCodePoint)).containsExactly(0, 1, 1, 2, 3);
        assertThat(text.codePoints()).isEqualTo(3);
        assertThat(text.utf16()).isEqualTo(4);
    }

    @Test
    void refusesPositionsOutsideTheText() {
        DocumentText text = DocumentText.of("😀");

        assertThatThrownBy(() -> text.toUtf16(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> text.toCodePoint(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> text.toUtf16(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesLoneSurrogates() {
        assertThatThrownBy(() -> DocumentText.of("a\uD83D"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+D83D")
                .hasMessageContaining("position 1");
        assertThatThrownBy(() -> DocumentText.of("\uDE00a")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Seeds instead of examples: what went wrong once can be run again by its number. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void everyPositionOfARandomTextRoundTrips(long seed) {
        String value = randomText(new Random(seed), 400);
        DocumentText text = DocumentText.of(value);
        int[] points = value.codePoints().toArray();

        assertThat(text.codePoints()).isEqualTo(points.length);
        for (int position = 0; position <= points.length; position++) {
            int utf16 = text.toUtf16(position);
            assertThat(utf16).isEqualTo(value.offsetByCodePoints(0, position));
            assertThat(text.toCodePoint(utf16)).isEqualTo(position);
        }
        for (int utf16 = 0; utf16 < value.length(); utf16++) {
            int start = Character.isLowSurrogate(value.charAt(utf16)) ? utf16 - 1 : utf16;
            assertThat(text.toCodePoint(utf16)).isEqualTo(value.codePointCount(0, start));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105})
    void everySliceOfARandomTextIsItsCodePoints(long seed) {
        Random random = new Random(seed);
        String value = randomText(random, 120);
        DocumentText text = DocumentText.of(value);
        int[] points = value.codePoints().toArray();

        for (int i = 0; i < 200; i++) {
            int start = random.nextInt(points.length);
            int end = start + 1 + random.nextInt(points.length - start);
            assertThat(text.slice(new Span(start, end))).isEqualTo(new String(points, start, end - start));
        }
    }

    @Test
    void graphemesAreNotCut() {
        assertThat(borders("Ame\u0301lie")).containsExactly(0, 1, 2, 4, 5, 6, 7);
        assertThat(borders("🇮🇷🇨🇳")).containsExactly(0, 2, 4);
        assertThat(borders("👩🏽\u200D⚖\uFE0F!")).containsExactly(0, 5, 6);
        assertThat(borders("ab\ncd")).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(borders("a\r\nb")).containsExactly(0, 1, 3, 4);
        assertThat(borders("کِتاب")).containsExactly(0, 2, 3, 4, 5);
        assertThat(borders("한국")).containsExactly(0, 1, 2);
    }

    @Test
    void syntheticTextsAreCutWhereTheCasesSay() throws IOException {
        JsonNode cases = JsonMapper.builder().build().readTree(Files.readString(SharedFiles.path("cases.json")));

        assertThat(cases.get("synthetic")).hasSizeGreaterThanOrEqualTo(6);
        for (JsonNode example : cases.get("synthetic")) {
            DocumentText text = DocumentText.of(example.get("text").asString());
            Span span =
                    new Span(example.get("start").asInt(), example.get("end").asInt());
            assertThat(text.slice(span)).isEqualTo(example.get("target").asString());
            assertThat(text.toUtf16(span.start()))
                    .isEqualTo(example.get("startUtf16").asInt());
            assertThat(text.toUtf16(span.end()))
                    .isEqualTo(example.get("endUtf16").asInt());
            assertThat(text.isGraphemeBoundary(span.start())).isTrue();
            assertThat(text.isGraphemeBoundary(span.end())).isTrue();
        }
    }

    private static List<Integer> borders(String value) {
        DocumentText text = DocumentText.of(value);
        return IntStream.rangeClosed(0, text.codePoints())
                .filter(text::isGraphemeBoundary)
                .boxed()
                .toList();
    }

    /** Letters, combining marks, right-to-left, CJK, astral characters and joiners, about evenly. */
    private static String randomText(Random random, int length) {
        int[][] ranges = {
            {'a', 'z'},
            {0x300, 0x36F},
            {0x627, 0x64A},
            {0x4E00, 0x4E80},
            {0x1F600, 0x1F64F},
            {0x1F1E6, 0x1F1FF},
            {0x200D, 0x200D},
            {'\n', '\n'},
            {0x10000, 0x10FFFF}
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int[] range = ranges[random.nextInt(ranges.length)];
            text.appendCodePoint(range[0] + random.nextInt(range[1] - range[0] + 1));
        }
        return text.toString();
    }
}
