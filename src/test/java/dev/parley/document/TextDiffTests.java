package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.TextDiff.Piece;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextDiffTests {

    @Test
    void namesWhatOnlyOneTextHas() {
        assertThat(shown("The old bridge opened.", "The new bridge 😀 opened."))
                .isEqualTo("The [old|new] bridge[| 😀] opened.");
        assertThat(shown("same", "same")).isEqualTo("same");
        assertThat(shown("", "all new")).isEqualTo("[|all new]");
        assertThat(shown("all old", "")).isEqualTo("[all old|]");
        assertThat(shown("", "")).isEmpty();
        assertThat(shown("a b c", "x y z")).isEqualTo("[a|x] [b|y] [c|z]");
    }

    @Test
    void coversBothTextsWhateverTheyAre() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            DocumentText first = DocumentText.of(words(random));
            DocumentText second = DocumentText.of(words(random));

            List<Piece> pieces = TextDiff.between(first, second);

            assertThat(pieces.stream()
                            .map(piece -> slice(first, piece.start(), piece.end()))
                            .collect(Collectors.joining()))
                    .isEqualTo(first.value());
            assertThat(pieces.stream()
                            .map(piece -> slice(second, piece.otherStart(), piece.otherEnd()))
                            .collect(Collectors.joining()))
                    .isEqualTo(second.value());
            assertThat(pieces)
                    .filteredOn(Piece::same)
                    .allMatch(piece -> slice(first, piece.start(), piece.end())
                            .equals(slice(second, piece.otherStart(), piece.otherEnd())));
        }
    }

    @Test
    void textsWithNothingInCommonEndInTime() {
        DocumentText first = DocumentText.of("a ".repeat(50_000));
        DocumentText second = DocumentText.of("b-".repeat(50_000));

        assertThat(TextDiff.between(first, second)).noneMatch(Piece::same);
    }

    private static String words(Random random) {
        return random.ints(random.nextInt(12), 0, 4)
                .mapToObj(i -> List.of("a ", "bb ", "😀", "c. ").get(i))
                .collect(Collectors.joining());
    }

    private static String shown(String first, String second) {
        DocumentText one = DocumentText.of(first);
        DocumentText other = DocumentText.of(second);
        return TextDiff.between(one, other).stream()
                .map(piece -> piece.same()
                        ? slice(one, piece.start(), piece.end())
                        : "[%s|%s]"
                                .formatted(
                                        slice(one, piece.start(), piece.end()),
                                        slice(other, piece.otherStart(), piece.otherEnd())))
                .collect(Collectors.joining());
    }

    private static String slice(DocumentText text, int start, int end) {
        return start == end ? "" : text.slice(new Span(start, end));
    }
}
