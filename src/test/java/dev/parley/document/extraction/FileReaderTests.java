package dev.parley.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.extraction.Extraction.Extracted;
import dev.parley.document.extraction.Extraction.Unreadable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Every kind of file that is taken in or refused, through the real child process. */
class FileReaderTests {

    private static final String LONG = "The council of the river towns met again on the old bridge, and this time it"
            + " spoke about who pays for the water.";

    @TempDir
    Path folder;

    private final FileReader reader = reader(ImportLimits.DEFAULT);

    @Test
    void plainTextNeedsNoChild() throws IOException {
        Extracted read = extracted("a.txt", "\uFEFFone\r\ntwo \u00A0".getBytes(StandardCharsets.UTF_8));

        assertThat(read.text()).isEqualTo("one\ntwo \u00A0");
        assertThat(read.type()).isEqualTo(FileType.TEXT);
        assertThat(read.provenance().charset()).isEqualTo("UTF-8");
        assertThat(read.provenance().madeByExtraction()).isFalse();
        assertThat(extracted("a.md", "# one".getBytes(StandardCharsets.UTF_8)).type())
                .isEqualTo(FileType.MARKDOWN);
    }

    @Test
    void wordDocumentsGiveTheirParagraphs() throws IOException {
        Extracted read = extracted("a.docx", Samples.docx("River towns meet", "“Yes”, they said.", "😀 end"));

        assertThat(read.text()).isEqualTo("River towns meet\n“Yes”, they said.\n😀 end");
        assertThat(read.type()).isEqualTo(FileType.DOCX);
        assertThat(read.provenance().madeByExtraction()).isTrue();
    }

    @Test
    void pdfsGiveTheirParagraphsWhateverTheyAreCalled() throws IOException {
        Extracted read = extracted(
                "a.txt",
                Samples.pdf(
                        "The council of the river towns met again on the old",
                        "bridge, and this time it spoke about who pays for the",
                        "water."));

        assertThat(read.text())
                .isEqualTo("The council of the river towns met again on the old bridge, and this time it spoke about"
                        + " who pays for the water.");
        assertThat(read.type()).isEqualTo(FileType.PDF);
        assertThat(read.provenance().steps()).anyMatch(step -> step.contains("Joined the lines"));
    }

    @Test
    void pagesGiveTheirArticle() throws IOException {
        String page = "<html lang=fa><body><nav>Menu</nav><article><h1>River towns</h1><p>%s</p><p>%<s</p></article>"
                .formatted(LONG);

        Extracted read = extracted("page.txt", page.getBytes(StandardCharsets.UTF_8));

        assertThat(read.text()).isEqualTo("River towns\n\n" + LONG + "\n\n" + LONG);
        assertThat(read.type()).isEqualTo(FileType.HTML);
        assertThat(read.imprint().title()).isEqualTo("River towns");
        assertThat(read.imprint().language()).isEqualTo("fa");
        assertThat(extracted("part.html", "<em>Some</em> words.".getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("Some words.");
    }

    @Test
    void openDocumentsGiveTheirParagraphs() throws IOException {
        Extracted read = extracted(
                "a.odt",
                Samples.odt(
                        "River<text:s text:c=\"2\"/>towns <text:span>meet</text:span>",
                        "“Yes”,<text:line-break/>they said."));

        assertThat(read.text()).isEqualTo("River  towns meet\n“Yes”,\nthey said.");
        assertThat(read.type()).isEqualTo(FileType.ODT);
        assertThat(read.imprint().title()).isEqualTo("Bridge");
        assertThat(read.imprint().language()).isEqualTo("en-GB");
    }

    @Test
    void richTextGivesItsParagraphs() throws IOException {
        String rtf =
                "{\\rtf1\\ansi\\ansicpg1252 River towns meet\\par \\'93Yes\\'94, they said.\\par \\u1588?\\u1607?\\u1585?}";

        Extracted read = extracted("a.txt", rtf.getBytes(StandardCharsets.US_ASCII));

        assertThat(read.text()).isEqualTo("River towns meet\n“Yes”, they said.\nشهر");
        assertThat(read.type()).isEqualTo(FileType.RTF);
    }

    @Test
    void booksGiveTheirChaptersInOrder() throws IOException {
        Extracted read = extracted("a.epub", Samples.epub("<h1>One</h1><p>First.</p>", "<p>Second<br/>line.</p>"));

        assertThat(read.text()).isEqualTo("One\n\nFirst.\n\nSecond\nline.");
        assertThat(read.imprint().title()).isEqualTo("River stories");
        assertThat(read.imprint().published()).isEqualTo("2031-05-03");
    }

    @Test
    void mailsGiveTheirSubjectAndWords() throws IOException {
        String mail = """
                From: River Post <desk@river.example>
                To: readers@river.example
                Date: Sat, 3 May 2031 08:12:00 +0000
                Subject: =?UTF-8?Q?The_bridge_opens_=E2=80=93_at_last?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=windows-1252
                Content-Transfer-Encoding: quoted-printable

                =93Yes=94, said the council of the river towns when it met on the old
                bridge and spoke about the water, which nobody wants to pay for this
                year.
                --b
                Content-Type: text/plain
                Content-Disposition: attachment; filename=x.txt

                not this
                --b--
                """;

        Extracted read = extracted("a.eml", mail.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));

        assertThat(read.text())
                .isEqualTo("The bridge opens – at last\n\n“Yes”, said the council of the river towns when it met on the"
                        + " old bridge and spoke about the water, which nobody wants to pay for this year.");
        assertThat(read.imprint().byline()).isEqualTo("River Post");
        assertThat(read.imprint().published()).isEqualTo("2031-05-03");
        assertThat(read.type()).isEqualTo(FileType.EML);
    }

    @Test
    void aTextThatQuotesAMailIsNoMail() throws IOException {
        Extracted read = extracted("a.txt", "Subject: bridge\nFrom: me\n\nWords.".getBytes(StandardCharsets.UTF_8));

        assertThat(read.type()).isEqualTo(FileType.TEXT);
    }

    @Test
    void columnsArePutInOrderAndRunningHeadsLeftOut() throws IOException {
        List<Samples.Placed> words = new ArrayList<>();
        String[] places = {"here", "there", "hence"};
        for (int page = 0; page < 3; page++) {
            words.add(new Samples.Placed(page, 60, 760, 9, "River Post"));
            words.add(new Samples.Placed(page, 300, 30, 9, "Page " + (page + 1)));
            if (page == 0) {
                words.add(new Samples.Placed(0, 60, 720, 18, "The council of the river towns meets again"));
            }
            for (int line = 0; line < 8; line++) {
                // written row by row, as some programs do; nine-point type is 5.4 points a letter
                float y = 690 - 12 * line;
                words.add(new Samples.Placed(
                        page, 60, y, 9, "left column %d.%d has these words %s".formatted(page, line, places[page])));
                words.add(new Samples.Placed(
                        page, 320, y, 9, "right column %d.%d has these words %s".formatted(page, line, places[page])));
            }
        }

        Extracted read = extracted("a.pdf", Samples.placedPdf(words));

        assertThat(read.text()).startsWith("The council of the river towns meets again\n\nleft column 0.0 has");
        assertThat(read.text()).doesNotContain("River Post").doesNotContain("Page");
        assertThat(read.text().indexOf("left column 0.7"))
                .isLessThan(read.text().indexOf("right column 0.0"));
        assertThat(read.text()).contains("right column 0.7 has these words here left column 1.0");
        assertThat(read.text().lines().filter(line -> !line.isEmpty())).hasSize(2);
    }

    @Test
    void paragraphsOfAPdfAreToldByIndentAndGap() throws IOException {
        Extracted read = extracted(
                "a.pdf",
                Samples.placedPdf(List.of(
                        new Samples.Placed(
                                0, 60, 700, 10, "The negotiations about the water of the river went on, and the nego-"),
                        new Samples.Placed(0, 60, 688, 10, "tiations ended with a well-"),
                        new Samples.Placed(
                                0, 80, 676, 10, "They began anew on the day after that, because the river rose and"),
                        new Samples.Placed(0, 60, 664, 10, "nobody had paid."),
                        new Samples.Placed(0, 60, 630, 10, "Later the council met."))));

        assertThat(read.text()).isEqualTo("""
                The negotiations about the water of the river went on, and the negotiations ended with a well-
                They began anew on the day after that, because the river rose and nobody had paid.

                Later the council met.""");
    }

    @Test
    void anotherCharsetCanBeChosen() throws IOException {
        Path file = file("a.txt", "شورا".getBytes(Charset.forName("windows-1256")));

        assertThat(((Unreadable) reader.read(file, "a.txt")).charsets()).contains("windows-1256");
        assertThat(reader.preview(file, "windows-1256", 5)).contains("شورا");
        assertThat(((Extracted) reader.read(file, "a.txt", "windows-1256")).text())
                .isEqualTo("شورا");
    }

    @Test
    void absurdlyNestedPagesEndInTime() throws IOException {
        String page = "<html>" + "<div>".repeat(100_000) + LONG;

        assertThat(extracted("a.html", page.getBytes(StandardCharsets.UTF_8)).text())
                .contains(LONG);
    }

    @Test
    void refusalsSayWhy() throws IOException {
        assertThat(refused("a.txt", new byte[0])).contains("empty");
        assertThat(refused("a.txt", program())).contains("program");
        assertThat(refused("a.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
                .contains("picture");
        assertThat(refused("a.docx", new byte[] {
                    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                }))
                .contains(".docx");
        assertThat(refused("a.txt", new byte[1000])).contains("NUL");
        assertThat(refused("a.xml", "<?xml version='1.0'?><a/>".getBytes(StandardCharsets.UTF_8)))
                .contains("XML");
        assertThat(refused("a.zip", Samples.zip(Samples.entry("a.txt", "a")))).contains("archive inside");
    }

    @Test
    void brokenAndLockedFilesAreRefused() throws IOException {
        assertThat(refused("a.pdf", Samples.half(Samples.pdf("one", "two")))).contains("too early");
        assertThat(refused("a.docx", Samples.half(Samples.docx("one")))).contains("damaged");
        assertThat(refused("a.zip", Samples.half(Samples.zip(Samples.entry("a.txt", "a")))))
                .contains("damaged");
        assertThat(refused("a.pdf", Samples.lockedPdf())).contains("password");
        assertThat(refused("a.pdf", Samples.scannedPdf())).contains("no text");
        assertThat(refused("a.pdf", Samples.picturePdf(2))).contains("only pictures");
        assertThat(refused("a.pdf", Samples.picturePdf(3, LONG))).contains("3 of 4");
        assertThat(refused("a.pdf", Samples.xfaPdf())).contains("XFA");
        assertThat(refused("a.odt", Samples.half(Samples.odt("one")))).contains("damaged");
        assertThat(refused("a.epub", Samples.epub())).contains("no text");
        assertThat(refused("a.html", "<html><p>half a 😀: &#xD83D;</p>".getBytes(StandardCharsets.UTF_8)))
                .contains("half a character");
        assertThat(refused("a.html", "<html><p>nothing: &#x110000;</p>".getBytes(StandardCharsets.UTF_8)))
                .contains("do not exist");
        assertThat(refused("a.docx", Samples.docx("", " "))).contains("no text");
    }

    @Test
    void entitiesOfTheMachineAreNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the-secret-words");

        Extraction read = read("a.docx", Samples.docxThatReads(secret.toUri().toString()));

        assertThat(read.toString()).doesNotContain("the-secret-words");
    }

    @Test
    void aChildThatTakesTooLongIsKilled() throws IOException {
        FileReader impatient =
                reader(limits(Duration.ofMillis(1), DataSize.ofMegabytes(256), DataSize.ofMegabytes(10)));

        Extraction read = impatient.read(file("a.docx", Samples.docx(LONG)), "a.docx");

        assertThat(((Unreadable) read).reason()).contains("longer than");
    }

    @Test
    void theFileAfterABrokenOneIsReadByAFreshProcess() throws IOException {
        FileReader poor = reader(limits(Duration.ofSeconds(20), DataSize.ofMegabytes(24), DataSize.ofMegabytes(10)));
        String page = "<html>" + "<p>word</p>".repeat(300_000);

        Extraction broken = poor.read(file("a.html", page.getBytes(StandardCharsets.UTF_8)), "a.html");
        Extraction whole = poor.read(file("b.html", "<html><p>word".getBytes(StandardCharsets.UTF_8)), "b.html");

        assertThat(broken).isInstanceOf(Unreadable.class);
        assertThat(((Extracted) whole).text()).isEqualTo("word");
    }

    @Test
    void aChildThatNeedsTooMuchMemoryEnds() throws IOException {
        FileReader poor = reader(limits(Duration.ofSeconds(20), DataSize.ofMegabytes(16), DataSize.ofMegabytes(10)));
        String page = "<html>" + "<p>word</p>".repeat(300_000);

        Extraction read = poor.read(file("a.html", page.getBytes(StandardCharsets.UTF_8)), "a.html");

        assertThat(((Unreadable) read).reason()).contains("memory");
    }

    @Test
    void textThatIsTooLongIsNeverCut() throws IOException {
        FileReader brief = reader(limits(Duration.ofSeconds(20), DataSize.ofMegabytes(256), DataSize.ofBytes(100)));
        String more = LONG + LONG;

        assertThat(((Unreadable) brief.read(file("a.txt", more.getBytes(StandardCharsets.UTF_8)), "a.txt")).reason())
                .contains("longer than 100 characters");
        assertThat(((Unreadable) brief.read(file("a.docx", Samples.docx(more)), "a.docx")).reason())
                .contains("longer than 100 characters");
    }

    private static byte[] program() {
        byte[] bytes = new byte[256];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        bytes[2] = (byte) 0x90;
        return bytes;
    }

    private static FileReader reader(ImportLimits limits) {
        return new FileReader(new ChildExtractor(limits), limits);
    }

    private static ImportLimits limits(Duration time, DataSize memory, DataSize text) {
        ImportLimits usual = ImportLimits.DEFAULT;
        return new ImportLimits(
                usual.fileSize(),
                usual.archiveSize(),
                usual.archiveEntries(),
                usual.archiveUnpacked(),
                usual.archiveRatio(),
                text,
                time,
                memory,
                2,
                usual.extractionFiles(),
                usual.extractionRest());
    }

    private Extracted extracted(String name, byte[] bytes) throws IOException {
        Extraction read = read(name, bytes);
        assertThat(read).isInstanceOf(Extracted.class);
        return (Extracted) read;
    }

    private String refused(String name, byte[] bytes) throws IOException {
        Extraction read = read(name, bytes);
        assertThat(read).isInstanceOf(Unreadable.class);
        return ((Unreadable) read).reason();
    }

    private Extraction read(String name, byte[] bytes) throws IOException {
        return reader.read(file(name, bytes), name);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
