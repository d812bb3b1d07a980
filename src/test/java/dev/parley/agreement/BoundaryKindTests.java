package dev.parley.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundaryKindTests {

    private static final String TEXT = "Then the ambassador Ilva Tern, a former judge, met “Velmora Post” reporters.";

    private static Optional<BoundaryKind> between(String one, String other) {
        return BoundaryKind.of(place(one), place(other), DocumentText.of(TEXT));
    }

    private static List<Span> place(String words) {
        int start = TEXT.indexOf(words);
        return List.of(new Span(start, start + words.length()));
    }

    @Test
    void namesHowTwoPlacesDiffer() {
        assertThat(between("Velmora Post", "“Velmora Post”")).contains(BoundaryKind.PUNCTUATION);
        assertThat(between("Ilva Tern", "the ambassador Ilva Tern")).contains(BoundaryKind.DETERMINER);
        assertThat(between("Ilva Tern", "Ilva Tern, a former judge")).contains(BoundaryKind.APPOSITION);
        assertThat(between("Velmora", "Velmora Post")).contains(BoundaryKind.CONTAINMENT);
        assertThat(between("ambassador Ilva", "Ilva Tern")).contains(BoundaryKind.CROSSING);
        assertThat(between("Ilva Tern", "Ilva Tern")).isEmpty();
        assertThat(between("Ilva", "Velmora")).isEmpty();
    }
}
