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
        assertThat(page.imprint().title()).isEqualTo("River towns meet");
        assertThat(page.imprint().language()).isEqualTo("en-GB");
    }

    @Test
    void aPageWithoutAnArticleGivesItsBody() {
        HtmlText page = HtmlText.read("<p>One.</p><div>Two <i>and</i> more.</div>tail");

        assertThat(page.text()).isEqualTo("One.\n\nTwo and more.\n\ntail");
        assertThat(page.imprint().title()).isNull();
        assertThat(page.imprint().language()).isNull();
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

    @Test
    void aSavedPageSaysWhoPublishedItWhenAndWhere() {
        Imprint imprint = HtmlText.read("""
                        <!DOCTYPE html><!-- saved from url=(0031)https://river.example/old -->
                        <html lang="en-GB"><head><title>Bridge | River Post</title>
                        <link rel="canonical" href="https://river.example/bridge">
                        <meta property="og:site_name" content="River Post">
                        <meta property="article:published_time" content="2031-05-03T08:12:00+02:00">
                        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle",
                          "author":[{"name":"Mira Sand"}],"datePublished":"2031-05-04"}]}</script>
                        </head><body><h1>The bridge opens</h1><p>It opened.</p></body></html>""").imprint();

        assertThat(imprint)
                .isEqualTo(new Imprint(
                        "The bridge opens",
                        "River Post",
                        "Mira Sand",
                        "2031-05-03",
                        "https://river.example/bridge",
                        "en-GB"));
    }

    @Test
    void linkedDataAndSavedCommentsHelpWhereMetaElementsAreMissing() {
        Imprint imprint = HtmlText.read("""
                        <!-- saved from url=(0031)https://river.example/old -->
                        <script type="application/ld+json">{"@type":"Article","datePublished":"2031-05-04T01:00Z",
                          "publisher":{"name":"River Post"},"author":"Ola Reed"}</script>
                        <script type="application/ld+json">{broken</script><p>It opened.</p>""").imprint();

        assertThat(imprint)
                .isEqualTo(
                        new Imprint(null, "River Post", "Ola Reed", "2031-05-04", "https://river.example/old", null));
    }

    @Test
    void whatCannotBeTrueIsNotSaid() {
        Imprint imprint = HtmlText.read("""
                        <html lang="<x>"><meta property="article:published_time" content="soon">
                        <link rel="canonical" href="javascript:alert(1)"><p>It opened.""").imprint();

        assertThat(imprint).isEqualTo(Imprint.NONE);
    }

    @Test
    void whatStandsAroundTheArticleGoesHoweverLongItIs() {
        HtmlText page = HtmlText.read("""
                <html><body><div id="cookie-banner"><p>We use cookies and 214 partners.</p></div>
                <header><h1>River Post</h1></header><div class="postNavigation">Previous: Rain</div>
                <article><h1>The bridge opens</h1><p>%s</p><div class="share-buttons">Share this</div>
                <div class="newsletter-signup"><p>Sign up.</p></div><div><b>Anzeige</b><br>Buy rods!</div></article>
                <section class="comments-area">%s</section></body></html>
                """.formatted(
                        PARAGRAPH,
                        "<article class=comment><p>I say %s</p></article>"
                                .formatted(PARAGRAPH)
                                .repeat(9)));

        assertThat(page.text()).isEqualTo("The bridge opens\n\n" + PARAGRAPH);
    }

    @Test
    void theHeadlineIsWhatThePageSaysIsItsTitle() {
        HtmlText page = HtmlText.read("""
                <html><head><title>The bridge opens | River Post</title></head><body><h1>River Post</h1>
                <div class="entry has-comments"><h2>The bridge opens</h2><p>%s</p></div></body></html>""".formatted(PARAGRAPH));

        assertThat(page.imprint().title()).isEqualTo("The bridge opens");
        assertThat(page.text()).isEqualTo("The bridge opens\n\n" + PARAGRAPH);
    }

    @Test
    void publishersMayBeNamedElsewhereInLinkedData() {
        Imprint imprint = HtmlText.read("""
                <script type="application/ld+json">{"@graph":[{"@type":["WebPage","NewsArticle"],"headline":"It opens",
                  "publisher":{"@id":"#org"}},{"@id":"#org","name":"River Post"}]}</script><p>It opened.</p>""").imprint();

        assertThat(imprint.outlet()).isEqualTo("River Post");
        assertThat(imprint.title()).isEqualTo("It opens");
    }
}
