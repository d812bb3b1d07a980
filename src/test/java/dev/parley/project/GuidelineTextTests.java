package dev.parley.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuidelineTextTests {

    private static final String TEXT = """
            # Guidelines

            Begin here.

            ## Person (`PERSON`)

            Without titles.

            ### Examples

            - *Ada*

            ## GPE

            States and cities.
            """;

    @Test
    void findsTheSectionOfALabel() {
        GuidelineText text = GuidelineText.of(TEXT);

        assertThat(text.about(List.of("State or city", "GPE")).orElseThrow())
                .isEqualTo(new GuidelineText.Section("GPE", "gpe", "<p>States and cities.</p>\n"));
        GuidelineText.Section person = text.about(List.of("Person", "PERSON")).orElseThrow();
        assertThat(person.title()).isEqualTo("Person (PERSON)");
        assertThat(person.html())
                .contains("Without titles", "<h3 id=\"examples\">", "<em>Ada</em>")
                .doesNotContain("States");
        assertThat(text.about(List.of("Role", "ROLE"))).isEmpty();
    }

    @Test
    void prefersTheHeadingThatIsTheNameToOneThatHasItAmongItsWords() {
        GuidelineText text = GuidelineText.of("## Person and role\n\nboth\n\n## Role\n\nonly\n");

        assertThat(text.about(List.of("Role")).orElseThrow().html()).contains("only");
        assertThat(text.about(List.of("Person")).orElseThrow().html()).contains("both");
        assertThat(text.about(List.of("Per"))).isEmpty();
    }

    @Test
    void letsNothingRun() {
        String html = GuidelineText.of("""
                        <script>alert(1)</script>

                        Text with <img src=x onerror=alert(2)> and [a link](javascript:alert(3)) and [mail](mailto:a@b.example).
                        """).html();

        assertThat(html)
                .doesNotContain("<script", "<img", "javascript:")
                .contains("&lt;script&gt;", "href=\"mailto:a@b.example\"");
    }

    @Test
    void addsAParagraphWhereItsSectionEnds() {
        String added = GuidelineText.withAddition(TEXT, "Person (PERSON)", "No: *the envoy*.");

        assertThat(GuidelineText.of(added)
                        .about(List.of("PERSON"))
                        .orElseThrow()
                        .html())
                .endsWith("<p>No: <em>the envoy</em>.</p>\n");
        assertThat(GuidelineText.of(added).about(List.of("GPE")).orElseThrow().html())
                .isEqualTo("<p>States and cities.</p>\n");
        assertThat(GuidelineText.withAddition(TEXT, "GPE", "Last.")).endsWith("States and cities.\n\nLast.\n");
        assertThat(GuidelineText.withAddition(TEXT, "Event", "New.")).endsWith("cities.\n\n## Event\n\nNew.\n");
        assertThat(GuidelineText.withAddition("", "Event", "New.")).isEqualTo("## Event\n\nNew.\n");
    }

    @Test
    void leavesMarkedExamplesToTheElementThatDrawsThem() {
        String html = GuidelineText.of("```example\n[Ada](PERSON) & <b>\n```\n\n```\nplain\n```\n")
                .html();

        assertThat(html)
                .isEqualTo("<parley-example>[Ada](PERSON) &amp; &lt;b&gt;\n</parley-example>\n"
                        + "<pre><code>plain\n</code></pre>\n");
    }
}
