package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitlesTests {

    @Test
    void theFirstLineIsTheTitle() {
        assertThat(Titles.of("\n\u00A0\n  River towns meet \nbody")).isEqualTo("River towns meet");
        assertThat(Titles.of("# River towns meet\nbody")).isEqualTo("River towns meet");
    }

    @Test
    void aParagraphIsNamedAfterItsBeginning() {
        String title = Titles.of("one two three ".repeat(50));

        assertThat(title).startsWith("one two three").endsWith("…").hasSizeLessThanOrEqualTo(101);
    }

    @Test
    void noTitleIsLongerThanItsColumn() {
        assertThat(Titles.of("😀".repeat(500)).length()).isLessThanOrEqualTo(200);
        assertThat(Titles.of("x".repeat(500)).length()).isLessThanOrEqualTo(200);
    }
}
