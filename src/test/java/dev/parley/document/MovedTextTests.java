package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MovedTextTests {

    private static final String STORY =
            "The ferry to Velmora runs again. Minister Ada Brandt told the Teran Times on Monday that the quay is mended.";

    @Test
    void wordsThatStayAreFoundWhereTheyAreNow() {
        MovedText moved = moved(STORY, "News: " + STORY.replace("Teran", "Tehran"));

        assertThat(now(moved, "Ada Brandt")).isEqualTo("Ada Brandt");
        assertThat(now(moved, "the quay is mended")).isEqualTo("the quay is mended");
        assertThat(moved.sure(span(STORY, "Velmora")))
                .contains(new Span(STORY.indexOf("Velmora") + 6, STORY.indexOf("Velmora") + 13));
    }

    @Test
    void changedWordsAreInDoubtAndWhatTookTheirPlaceIsProposed() {
        MovedText moved = moved(STORY, STORY.replace("Teran", "Tehran"));

        assertThat(moved.sure(span(STORY, "Teran Times"))).isEmpty();
        assertThat(moved.likely(span(STORY, "Teran Times")).map(moved.after()::slice))
                .contains("Tehran Times");
    }

    @Test
    void theSameWordsElsewhereAreNotMeantIfTheyWereThereBefore() {
        String story = STORY + " Nobody in Velmora complained about it.";
        MovedText corrected = moved(story, story.replace("ferry to Velmora", "ferry to Velmira"));
        MovedText turned = moved(
                STORY,
                "Minister Ada Brandt told the Teran Times on Monday that the quay is mended."
                        + " The ferry to Velmora runs again.");

        assertThat(corrected.likely(span(story, "Velmora")).map(corrected.after()::slice))
                .contains("Velmira");
        assertThat(turned.likely(span(STORY, "Velmora")).map(turned.after()::slice))
                .contains("Velmora");
    }

    @Test
    void wordsThatAreGoneBelongNowhere() {
        MovedText moved = moved(STORY, STORY.replace(" on Monday", ""));

        assertThat(moved.sure(span(STORY, "Monday"))).isEmpty();
        assertThat(moved.likely(span(STORY, "Monday"))).isEmpty();
        assertThat(moved.likely(List.of(span(STORY, "Ada"), span(STORY, "Monday"))))
                .isEmpty();
    }

    @Test
    void spacesBetweenWordsMayDiffer() {
        MovedText moved = moved("told the\nTeran Times on Monday that", "told the Teran Times on Monday\n\nthat");

        assertThat(moved.sure(new Span(5, 19)).map(moved.after()::slice)).contains("the Teran Times".substring(0, 14));
        assertThat(moved.sure(new Span(5, 20)).map(moved.after()::slice)).contains("the Teran Times");
    }

    @Test
    void aFewWordsThatBothHappenToHaveProveNothing() {
        MovedText moved = moved("One two the three four.", "Five six the seven eight.");

        assertThat(moved.sure(new Span(8, 11))).isEmpty();
        assertThat(moved.likely(new Span(8, 11)).map(moved.after()::slice)).contains("the");
    }

    @Test
    void everyOffsetOfATextWithAstralSignsIsCountedInCodePoints() {
        String before = "😀 one two three 😀 four five six 😀";
        String after = "🙂🙂 " + before;
        MovedText moved = moved(before, after);
        DocumentText text = DocumentText.of(before);

        for (int start = 0; start < text.codePoints(); start++) {
            for (int end = start + 1; end <= text.codePoints(); end++) {
                Span span = new Span(start, end);
                assertThat(moved.sure(span)).as("%s", span).contains(new Span(start + 3, end + 3));
            }
        }
    }

    @Test
    void manySmallChangesInALongTextLoseNothingElse() {
        Random random = new Random(3);
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            String word = "w" + random.nextInt(3_000);
            before.append(word).append(i % 12 == 11 ? "\n" : " ");
            after.append(i % 40 == 20 ? "changed" : word).append(' ');
        }
        MovedText moved = moved(before.toString(), after.toString());
        int sure = 0;
        int point = 0;
        for (String word : before.toString().split("[ \n]")) {
            sure += moved.sure(new Span(point, point + word.length()))
                            .filter(span -> moved.after().slice(span).equals(word))
                            .isPresent()
                    ? 1
                    : 0;
            point += word.length() + 1;
        }

        assertThat(sure).isGreaterThan(19_400);
    }

    private static MovedText moved(String before, String after) {
        return MovedText.between(DocumentText.of(before), DocumentText.of(after));
    }

    private static Span span(String text, String words) {
        return new Span(text.indexOf(words), text.indexOf(words) + words.length());
    }

    private static String now(MovedText moved, String words) {
        return moved.sure(span(moved.before().value(), words))
                .map(moved.after()::slice)
                .orElse("");
    }
}
