package dev.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Computes the contrast of what the style sheet promises (WCAG 2.2: 4.5 for text, 3 for the edge of a field). */
class TokensTests {

    private static final Pattern TOKEN =
            Pattern.compile("--parley-([a-z0-9-]+): light-dark\\(oklch\\(([\\d. ]+)\\), oklch\\(([\\d. ]+)\\)\\);");

    private static final Map<String, Pair> TOKENS = read();

    private record Pair(Colour light, Colour dark) {}

    static Stream<String> textColours() {
        return Stream.concat(
                Stream.of("ink", "quiet-ink", "accent", "good", "warn", "bad"),
                IntStream.rangeClosed(1, 12).mapToObj(hue -> "hue-" + hue));
    }

    @ParameterizedTest
    @MethodSource("textColours")
    void textIsReadableOnPaperAndOnSurfaceInBothThemes(String name) {
        assertThat(contrast(name, "paper")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(name, "surface")).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper", "surface"})
    void theEdgeOfAFieldIsSeen(String ground) {
        assertThat(contrast("edge", ground)).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ink", "accent"})
    void theChosenOneOfSeveralIsReadable(String name) {
        assertThat(contrast(name, "accent-wash")).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void whatStandsOnTheAccentIsReadable() {
        assertThat(contrast("on-accent", "accent")).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void labelHuesHaveOneLightness() {
        Stream<Pair> hues = IntStream.rangeClosed(1, 12).mapToObj(hue -> token("hue-" + hue));

        assertThat(hues).allSatisfy(hue -> {
            assertThat(hue.light().lightness()).isEqualTo(token("hue-1").light().lightness());
            assertThat(hue.dark().lightness()).isEqualTo(token("hue-1").dark().lightness());
        });
    }

    @ParameterizedTest
    @MethodSource("textColours")
    void colourExistsOnEveryScreen(String name) {
        assertThat(token(name).light().insideSrgb()).isTrue();
        assertThat(token(name).dark().insideSrgb()).isTrue();
    }

    /** The smaller of the two themes' contrasts. */
    private static double contrast(String text, String ground) {
        return Math.min(
                token(text).light().contrast(token(ground).light()),
                token(text).dark().contrast(token(ground).dark()));
    }

    private static Pair token(String name) {
        Pair pair = TOKENS.get(name);
        if (pair == null) {
            throw new IllegalArgumentException("tokens.css does not say --parley-" + name);
        }
        return pair;
    }

    private static Map<String, Pair> read() {
        Map<String, Pair> tokens = new HashMap<>();
        try {
            Matcher matcher = TOKEN.matcher(Files.readString(Path.of("frontend/styles/tokens.css")));
            while (matcher.find()) {
                tokens.put(matcher.group(1), new Pair(Colour.of(matcher.group(2)), Colour.of(matcher.group(3))));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return tokens;
    }
}
