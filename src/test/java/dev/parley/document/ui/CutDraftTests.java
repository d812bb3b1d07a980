package dev.parley.document.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.DocumentText;
import dev.parley.document.Lines;
import dev.parley.document.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutDraftTests {

    private final DocumentText text = DocumentText.of("a\nb\n\nc\nd\n\n\ne\nf\n");
    private final CutDraft draft = new CutDraft(Lines.of(text), List.of(new Span(0, 3), new Span(5, 8)));

    @Test
    void articlesGoOnUntilTheNextBegins() {
        assertThat(cuts()).containsExactly("a\nb", "c\nd\n\n\ne\nf");
    }

    @Test
    void aCutBeginsAnArticle() {
        assertThat(draft.cutAt(7)).isTrue();
        assertThat(draft.cutAt(2)).as("a blank line").isFalse();
        assertThat(draft.cutAt(7)).as("a line that begins one already").isFalse();

        assertThat(cuts()).containsExactly("a\nb", "c\nd", "e\nf");
    }

    @Test
    void mergingTakesACutAway() {
        draft.merge(3);

        assertThat(cuts()).containsExactly("a\nb\n\nc\nd\n\n\ne\nf");

        draft.merge(0);

        assertThat(cuts()).as("the last article stays").hasSize(1);
    }

    @Test
    void movingSkipsBlankLinesAndStopsAtItsNeighbours() {
        assertThat(draft.move(3, -1)).isEqualTo(1);
        assertThat(cuts()).containsExactly("a", "b\n\nc\nd\n\n\ne\nf");

        assertThat(draft.move(1, -1)).as("the article before keeps a line").isEqualTo(1);
        assertThat(draft.move(0, -1)).isEqualTo(0);
        assertThat(draft.move(1, 1)).isEqualTo(3);
        assertThat(draft.move(3, 1)).isEqualTo(4);
    }

    @Test
    void splittingPrefersAGapNearTheMiddle() {
        assertThat(draft.split(3)).isEqualTo(7);
        assertThat(draft.split(7)).isEqualTo(8);
        assertThat(draft.split(8)).as("one line cannot be split").isEqualTo(-1);
    }

    @Test
    void whatIsLeftOutIsNoDocument() {
        draft.take(0, false);

        assertThat(cuts()).containsExactly("c\nd\n\n\ne\nf");
        assertThat(draft.isTaken(1)).isFalse();
        assertThat(draft.isTaken(4)).isTrue();
    }

    private List<String> cuts() {
        return draft.cuts().stream().map(text::slice).toList();
    }
}
