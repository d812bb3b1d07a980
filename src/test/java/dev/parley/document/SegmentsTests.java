package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.SharedFiles;
import dev.parley.document.Document.Segment;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SegmentsTests {

    private static final String LEAD = "The council of the river towns met again on the old bridge today.";

    @Test
    void headlineAndRepeatedLeadAreMarked() {
        DocumentText text = DocumentText.of("River towns meet\n\n" + LEAD + "\n\n" + LEAD + "\nMore was said.");

        assertThat(Segments.of(text))
                .containsExactly(
                        new Segment("title", new Span(0, 16), null),
                        new Segment(
                                "duplicate",
                                new Span(20 + LEAD.length(), 20 + 2 * LEAD.length()),
                                new Span(18, 18 + LEAD.length())));
    }

    @Test
    void shortLinesMayRepeat() {
        DocumentText text = DocumentText.of("He said no.\nHe said no.\n" + LEAD);

        assertThat(Segments.of(text)).isEmpty();
    }

    @Test
    void theSitesOwnWordsAreBoilerplate() {
        DocumentText text = DocumentText.of(LEAD + "\n\nsource: somewhere\n\nLeave a Comment\n\n  • 3 May, 10:00");

        assertThat(Segments.of(text))
                .extracting(Segment::type, segment -> text.slice(segment.span()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("boilerplate", "source: somewhere"),
                        org.assertj.core.groups.Tuple.tuple("boilerplate", "Leave a Comment"),
                        org.assertj.core.groups.Tuple.tuple("boilerplate", "• 3 May, 10:00"));
    }

    @Test
    void crumbsAreBoilerplateAndTheHeadlineAfterThemIsTheTitle() {
        DocumentText text = DocumentText.of("Home » River towns meet\n\n" + LEAD);

        assertThat(Segments.of(text))
                .containsExactly(
                        new Segment("boilerplate", new Span(0, 7), null), new Segment("title", new Span(7, 23), null));
        assertThat(Titles.of(text.value())).isEqualTo("River towns meet");
    }

    @Test
    void datesAndAgencyLinesAreDatelines() {
        DocumentText text = DocumentText.of("River towns meet\n\nMay 3, 2031 - 19:13\n\nLISBON - " + LEAD);

        assertThat(Segments.of(text))
                .filteredOn(segment -> segment.type().equals("dateline"))
                .extracting(segment -> text.slice(segment.span()))
                .containsExactly("May 3, 2031 - 19:13", "LISBON - ");
    }

    @Test
    void repeatsOfTheSampleArticlesAreFound() throws IOException {
        DocumentText breadcrumb = shared("001_fa8ee9e1da435829.txt");
        DocumentText dated = shared("002_6af7dbcf43bdf1ad.txt");
        DocumentText teaser = shared("003_2286a57d6484c226.txt");
        DocumentText several = shared("000_869b99c7ba63c149.txt");

        assertThat(Segments.of(breadcrumb))
                .contains(
                        new Segment("boilerplate", new Span(0, 74), null),
                        new Segment("title", new Span(76, 143), null),
                        new Segment("boilerplate", new Span(2253, 2267), null));
        assertThat(Segments.of(dated))
                .contains(
                        new Segment("dateline", new Span(62, 84), null),
                        new Segment("dateline", new Span(86, 95), null),
                        new Segment("boilerplate", new Span(4034, 4049), null));
        assertThat(Segments.of(teaser))
                .filteredOn(segment -> segment.type().equals("duplicate"))
                .hasSize(2);
        assertThat(Segments.of(several)).contains(new Segment("duplicate", new Span(250, 426), new Span(72, 248)));
    }

    private static DocumentText shared(String name) throws IOException {
        return DocumentText.of(Files.readString(SharedFiles.path("articles/" + name)));
    }
}
