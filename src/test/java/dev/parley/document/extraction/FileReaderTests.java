package dev.parley.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.extraction.Extraction.Extracted;
import dev.parley.document.extraction.Extraction.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        assertThat(read.title()).isEqualTo("River towns");
        assertThat(read.language()).isEqualTo("fa");
        assertThat(extracted("part.html", "<em>Some</em> words.".getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("Some words.");
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
                2);
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
