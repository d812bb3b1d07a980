package dev.parley.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlTextTests {

    private static final String PARAGRAPH = "The council of the river towns met again on the old bridge, and this time"
            + " it spoke, at length and in public, about who pays for the water, the locks, and the boats.";

    private static final String PAGE = """
            <!doctype html><html lang="en-gb"><head><title>Site – River towns</title><style>p {}</style></head><body>
            <nav><ul><li><a href="/">Politics</a></li><li><a href="/x">Sport</a></li></ul></nav>
            <main><article><h1>River <b>towns</b> meet</h1><p>%s</p><p>Second: %s</p><p>Third line one<br>line two, %s</p></article>
            <aside><h2>Most read</h2><p>Something else entirely</p></aside></main>
            <footer>All rights reserved</footer><script>alert(1)</script></body></html>
            """.formatted(PARAGRAPH, PARAGRAPH, PARAGRAPH);

    @Test
    void theArticleIsKeptAndTheSiteDropped() {
        HtmlText page = HtmlText.read(PAGE);

        assertThat(page.text())
                .isEqualTo("River towns meet\n\n" + PARAGRAPH + "\n\nSecond: " + PARAGRAPH
                        + "\n\nThird line one\nline two, " + PARAGRAPH);
        assertThat(page.title()).isEqualTo("River towns meet");
        assertThat(page.language()).isEqualTo("en-GB");
    }

    @Test
    void aPageWithoutAnArticleGivesItsBody() {
        HtmlText page = HtmlText.read("<p>One.</p><div>Two <i>and</i> more.</div>tail");

        assertThat(page.text()).isEqualTo("One.\n\nTwo and more.\n\ntail");
        assertThat(page.title()).isNull();
        assertThat(page.language()).isNull();
    }

    @Test
    void absurdNestingIsFlattened() {
        HtmlText page = HtmlText.read("<div>".repeat(100_000) + "deep" + "</div>".repeat(100_000));

        assertThat(page.text()).isEqualTo("deep");
    }

    @Test
    void theCharsetIsReadFromTheHead() {
        byte[] page = "<html><head><meta charset=\"windows-1256\">".getBytes(StandardCharsets.US_ASCII);

        assertThat(HtmlText.declaredCharset(page)).isEqualTo("windows-1256");
    }
}
