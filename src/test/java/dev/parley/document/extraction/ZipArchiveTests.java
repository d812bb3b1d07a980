package dev.parley.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.extraction.ZipArchive.Entries;
import dev.parley.document.extraction.ZipArchive.Entry;
import dev.parley.document.extraction.ZipArchive.Refused;
import dev.parley.document.extraction.ZipArchive.Rejected;
import dev.parley.document.extraction.ZipArchive.Unpackaged;
import dev.parley.document.extraction.ZipArchive.Unpacked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipArchiveTests {

    @TempDir
    Path folder;

    private final ZipArchive archive = new ZipArchive(ImportLimits.DEFAULT);

    @Test
    void everyFileComesOut() throws IOException {
        List<Entry> entries = entries(
                Samples.zip(Samples.entry("a.txt", "one"), Samples.entry("f/", ""), Samples.entry("f/ß.txt", "two")));

        assertThat(entries).extracting(Entry::name).containsExactly("a.txt", "f/ß.txt");
        assertThat(((Unpackaged) entries.get(1)).file()).hasContent("two");
    }

    @Test
    void namesThatLeadOutsideAreRejectedAlone() throws IOException {
        List<Entry> entries = entries(Samples.zip(
                Samples.entry("../../etc/passwd", "x"),
                Samples.entry("/etc/passwd", "x"),
                Samples.entry("C:\\windows\\x", "x"),
                Samples.entry("..a/b..txt", "fine")));

        assertThat(entries.subList(0, 3)).allMatch(Rejected.class::isInstance);
        assertThat(entries.get(3)).isInstanceOf(Unpackaged.class);
    }

    @Test
    void lockedEntriesAreRejected() throws IOException {
        assertThat(((Rejected) entries(Samples.zipWithEncryptedFlag()).getFirst()).reason())
                .contains("password");
    }

    @Test
    void aFileThatChangedInsideTheArchiveIsRejectedAlone() throws IOException {
        byte[] zip = Samples.storedZip("the old words");
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("old");
        zip[at] = 'c';

        assertThat(((Rejected) entries(zip).getFirst()).reason()).contains("damaged");
    }

    @Test
    void bombsAreRefusedWhole() throws IOException {
        assertThat(refused(Samples.zipBomb(5))).contains("more than 100 times");
        assertThat(refused(Samples.zipBomb(120))).contains("more than 100 times");
    }

    @Test
    void tooManyEntriesAreRefusedBeforeAnyIsOpened() throws IOException {
        assertThat(refused(Samples.zipOfManyEntries(501))).contains("501").contains("500");
        assertThat(refused(Samples.zipOfManyEntries(20_000))).contains("20,000");
        assertThat(refused(Samples.zipOfManyEntries(70_000))).contains("far too many");
    }

    @Test
    void moreThanTheLimitInAllIsRefused() throws IOException {
        ImportLimits usual = ImportLimits.DEFAULT;
        ZipArchive small = new ZipArchive(new ImportLimits(
                usual.fileSize(),
                usual.archiveSize(),
                usual.archiveEntries(),
                org.springframework.util.unit.DataSize.ofBytes(5),
                usual.archiveRatio(),
                usual.textSize(),
                usual.extractionTime(),
                usual.extractionMemory(),
                2,
                usual.extractionFiles(),
                usual.extractionRest()));

        Unpacked unpacked =
                small.unpack(file(Samples.zip(Samples.entry("a", "123"), Samples.entry("b", "456"))), folder);

        assertThat(unpacked).isInstanceOf(Refused.class);
    }

    @Test
    void brokenArchivesAreRefused() throws IOException {
        byte[] whole = Samples.zip(Samples.entry("a.txt", "one"));
        byte[] shifted = new byte[whole.length + 10];
        System.arraycopy(whole, 0, shifted, 10, whole.length);

        assertThat(refused(Samples.half(whole))).contains("damaged");
        assertThat(refused(shifted)).contains("damaged");
        assertThat(refused(Samples.zip())).contains("no files");
    }

    private List<Entry> entries(byte[] bytes) throws IOException {
        Unpacked unpacked = archive.unpack(file(bytes), folder);
        assertThat(unpacked).isInstanceOf(Entries.class);
        return ((Entries) unpacked).entries();
    }

    private String refused(byte[] bytes) throws IOException {
        Unpacked unpacked = archive.unpack(file(bytes), folder);
        assertThat(unpacked).isInstanceOf(Refused.class);
        return ((Refused) unpacked).reason();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("archive.zip"), bytes);
    }
}
