package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.Publication.Basis;
import dev.parley.document.extraction.Imprint;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatelinesTests {

    @Test
    void aDayWithItsYearIsADate() {
        assertThat(Datelines.day("May 3, 2031 - 19:13")).contains("2031-05-03");
        assertThat(Datelines.day("3 Sept. 2031")).contains("2031-09-03");
        assertThat(Datelines.day("posted 2031-05-03")).contains("2031-05-03");
    }

    @Test
    void whatHasNoYearOrCannotBeIsNone() {
        assertThat(Datelines.day("14 Sep, 13:08")).isEmpty();
        assertThat(Datelines.day("Sunday, November 24")).isEmpty();
        assertThat(Datelines.day("February 31, 2031")).isEmpty();
        assertThat(Datelines.day("2031-13-01")).isEmpty();
    }

    @Test
    void theFileIsBelievedBeforeItsText() {
        DocumentText article = DocumentText.of("Headline\nMay 3, 2031\nThe bridge opened.");
        List<Document.Segment> segments = Segments.of(article);
        Imprint said = new Imprint(null, "Post", null, "2031-05-02", null, null);

        assertThat(Datelines.publication(said, article, segments))
                .isEqualTo(new Publication("2031-05-02", Basis.METADATA, "Post", null, null));
        assertThat(Datelines.publication(Imprint.NONE, article, segments))
                .isEqualTo(new Publication("2031-05-03", Basis.TEXT, null, null, null));
    }
}
