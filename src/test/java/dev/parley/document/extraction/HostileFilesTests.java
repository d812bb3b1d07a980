package dev.parley.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.extraction.Extraction.Unreadable;
import dev.parley.document.extraction.ZipArchive.Entries;
import dev.parley.document.extraction.ZipArchive.Entry;
import dev.parley.document.extraction.ZipArchive.Refused;
import dev.parley.document.extraction.ZipArchive.Rejected;
import dev.parley.document.extraction.ZipArchive.Unpacked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to break what reads them: each gets a sentence, and nothing but itself is lost. */
class HostileFilesTests {

    private static final int HUGE = 0xFFFFFFF0;

    @TempDir
    Path folder;

    private final ZipArchive archive = new ZipArchive(ImportLimits.DEFAULT);
    private final FileReader reader = new FileReader(new ChildExtractor(ImportLimits.DEFAULT), ImportLimits.DEFAULT);

    @Test
    void anEntryThatSaysItHoldsFourGigabytesIsNotBelieved() throws IOException {
        byte[] bytes = Samples.storedZip("small");
        for (int i = 0; i < bytes.length - 30; i++) {
            boolean local = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3 && bytes[i + 3] == 4;
            boolean listed = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2;
            if (local || listed) {
                int size = i + (local ? 22 : 24);
                for (int at = 0; at < 4; at++) {
                    bytes[size + at] = (byte) (HUGE >>> (8 * at));
                }
            }
        }

        assertTurnedAway(archive.unpack(file("a.zip", bytes), folder));
    }

    @Test
    void anEmptyEntryCostsOnlyItself() throws IOException {
        Unpacked unpacked = archive.unpack(
                file("a.zip", Samples.zip(Samples.entry("none.txt", ""), Samples.entry("some.txt", "words"))), folder);

        assertThat(((Entries) unpacked).entries()).extracting(Entry::name).containsExactly("none.txt", "some.txt");
        assertThat(refused("none.txt", new byte[0])).contains("empty");
    }

    @Test
    void aLineOfFiftyMegabytesIsRefusedWithTheLimit() throws IOException {
        assertThat(refused("line.txt", "word ".repeat(10_000_000).getBytes(StandardCharsets.UTF_8)))
                .contains("longer than 10,485,760");
    }

    @Test
    void wordFilesWithAPasswordSaySo() throws IOException, GeneralSecurityException {
        EncryptionInfo encryption = new EncryptionInfo(EncryptionMode.agile);
        Encryptor encryptor = encryption.getEncryptor();
        encryptor.confirmPassword("secret");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(Samples.docx("secret"));
            }
            files.writeFilesystem(bytes);
        }

        assertThat(refused("a.docx", bytes.toByteArray())).contains("password");
    }

    @Test
    void everyFormatCutInHalfIsRefused() throws IOException {
        Map<String, byte[]> whole = Map.of(
                "a.pdf", Samples.pdf("one"),
                "a.docx", Samples.docx("one"),
                "a.odt", Samples.odt("one"),
                "a.epub", Samples.epub("one"));
        for (Map.Entry<String, byte[]> one : whole.entrySet()) {
            assertThat(refused(one.getKey(), Samples.half(one.getValue())))
                    .as(one.getKey())
                    .isNotBlank();
        }
    }

    private static void assertTurnedAway(Unpacked unpacked) {
        if (unpacked instanceof Entries entries) {
            assertThat(entries.entries()).isNotEmpty().allMatch(Rejected.class::isInstance);
        } else {
            assertThat(((Refused) unpacked).reason()).isNotBlank();
        }
    }

    private String refused(String name, byte[] bytes) throws IOException {
        Extraction read = reader.read(file(name, bytes), name);
        assertThat(read).as(name).isInstanceOf(Unreadable.class);
        return ((Unreadable) read).reason();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
