package dev.parley.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What text processors put into their files beside words is left out, and nothing interrupts a sentence. */
class OfficeTextTests {

    private static final int MOST = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void aWordDocumentReadsAsIfAllChangesWereAccepted() throws IOException {
        ChildAnswer.Text read = docx("""
                <w:p><w:r><w:t xml:space="preserve">The envoy </w:t></w:r>
                <w:ins w:id="1"><w:r><w:t xml:space="preserve">Mira Tolland </w:t></w:r></w:ins>
                <w:del w:id="2"><w:r><w:delText>Somebody Else </w:delText></w:r></w:del><w:r><w:t>spoke.</w:t></w:r>
                <w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> She</w:t><w:tab/><w:t>left</w:t>
                <w:br/><w:t>early</w:t><w:noBreakHyphen/><w:t>ish.</w:t></w:r></w:p>
                <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>LINK</w:instrText></w:r></w:p>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Town</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Paid</w:t></w:r></w:p></w:tc>
                </w:tr></w:tbl>
                <w:p><w:r><w:t>Beside </w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>a box</w:t></w:r></w:p>
                </w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>a box</w:t></w:r></w:p></w:txbxContent>
                </mc:Fallback></mc:AlternateContent><w:t>😀</w:t></w:r></w:p>
                """);

        assertThat(read.text()).isEqualTo("""
                        The envoy Mira Tolland spoke. She\tleft
                        early\u2011ish.

                        Town\tPaid
                        Beside 😀
                        a box

                        About the envoy.""");
        assertThat(read.imprint().title()).isEqualTo("Bridge report");
        assertThat(read.imprint().published()).isEqualTo("2031-05-03");
        assertThat(read.steps()).contains("Put 1 footnote after the text.");
    }

    @Test
    void aTableThatOnlyPutsThingsBesideEachOtherIsReadCellByCell() throws IOException {
        ChildAnswer.Text read = docx("""
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>First left.</w:t></w:r></w:p><w:p><w:r><w:t>Second left.</w:t></w:r></w:p></w:tc>
                <w:tc><w:p><w:r><w:t>Right.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>""");

        assertThat(read.text()).isEqualTo("First left.\nSecond left.\nRight.");
    }

    @Test
    void anOpenDocumentKeepsNotesAndBoxesOutOfItsSentences() throws IOException {
        byte[] file = Samples.odt("""
                With a note<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>About it.</text:p>
                </text:note-body></text:note> in it<office:annotation><text:p>psst</text:p></office:annotation>.""", """
                <draw:text-box><text:p>In a box</text:p></draw:text-box>beside it""", """
                </text:p><table:table-row><table:table-cell><text:p>Town</text:p></table:table-cell><table:table-cell>
                <text:p>Paid</text:p></table:table-cell></table:table-row><text:p>""");

        ChildAnswer.Text read = (ChildAnswer.Text) OdtText.read(write(file), MOST);

        assertThat(read.text()).isEqualTo("With a note in it.\nbeside it\nIn a box\n\nTown\tPaid\n\nAbout it.");
    }

    @Test
    void definedEntitiesAreRefused() throws IOException {
        byte[] file = Samples.zip(
                Samples.entry("META-INF/manifest.xml", "<manifest:manifest/>"),
                Samples.entry(
                        "content.xml",
                        "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><office:text><text:p>&a;</text:p></office:text>"));

        assertThat(((ChildAnswer.Refusal) OdtText.read(write(file), MOST)).reason())
                .contains("XML entities");
    }

    @Test
    void footnotesOfRichTextFollowAndHiddenWordsGo() throws Exception {
        ChildAnswer.Text read = (ChildAnswer.Text) RtfText.read(
                write(
                        "{\\rtf1\\ansi\\pard The bridge{\\super\\chftn}{\\footnote\\pard {\\super\\chftn} About it.} opened{\\v  hidden}\\u8217?s.\\par}"
                                .getBytes(StandardCharsets.US_ASCII)),
                MOST);

        assertThat(read.text())
                .startsWith("The bridge opened’s.")
                .endsWith("About it.")
                .doesNotContain("hidden");
    }

    @Test
    void richTextThatDidNotArriveWholeIsRefused() throws Exception {
        ChildAnswer read = RtfText.read(
                write("{\\rtf1\\ansi Council meets\\par and then the tex".getBytes(StandardCharsets.US_ASCII)), MOST);

        assertThat(((ChildAnswer.Refusal) read).reason()).contains("ends too early");
    }

    private ChildAnswer.Text docx(String body) throws IOException {
        List<Map.Entry<String, byte[]>> parts = new ArrayList<>();
        parts.add(Samples.entry("[Content_Types].xml", "<Types/>"));
        parts.add(Samples.entry(
                "_rels/.rels",
                "<Relationships><Relationship Type='x/officeDocument' Target='word/document2.xml'/></Relationships>"));
        parts.add(Samples.entry(
                "word/_rels/document2.xml.rels",
                "<Relationships><Relationship Type='x/footnotes' Target='notes.xml'/></Relationships>"));
        parts.add(
                Samples.entry(
                        "word/notes.xml",
                        "<w:footnotes><w:footnote w:id='2'><w:p><w:r><w:t>About the envoy.</w:t></w:r></w:p></w:footnote></w:footnotes>"));
        parts.add(Samples.entry("word/document2.xml", "<w:document><w:body>%s</w:body></w:document>".formatted(body)));
        parts.add(Samples.entry(
                "docProps/core.xml",
                "<p><dc:title>Bridge report</dc:title><dcterms:created>2031-05-03T08:00:00Z</dcterms:created></p>"));
        return (ChildAnswer.Text) DocxText.read(write(Samples.zip(parts)), MOST);
    }

    private Path write(byte[] file) throws IOException {
        return Files.write(folder.resolve("file"), file);
    }
}
