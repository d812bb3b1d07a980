package dev.parley.document.extraction;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.springframework.stereotype.Component;

/**
 * Unpacks an archive within limits. Bytes are counted as they come out; what the archive says of itself is not believed.
 * A breach refuses the archive as a whole, so that nobody wonders which half of it arrived.
 */
@Component
public final class ZipArchive {

    /** Below this a high ratio is only a repetitive file. */
    private static final long RATIO_COUNTS_FROM = 100_000;

    private final ImportLimits limits;

    ZipArchive(ImportLimits limits) {
        this.limits = limits;
    }

    /** What came out, entry by entry, or why nothing did. */
    public sealed interface Unpacked {}

    /** @param entries in the archive's order, without folders */
    public record Entries(List<Entry> entries) implements Unpacked {

        public Entries {
            entries = List.copyOf(entries);
        }
    }

    public record Refused(String reason) implements Unpacked {}

    /** One file of the archive. */
    public sealed interface Entry {

        String name();
    }

    /** @param file where its bytes are now */
    public record Unpackaged(String name, Path file) implements Entry {}

    public record Rejected(String name, String reason) implements Entry {}

    /** @param folder an empty folder of the caller's, who deletes it afterwards */
    public Unpacked unpack(Path archive, Path folder) throws IOException {
        try {
            Optional<ZipDirectory> directory = ZipDirectory.read(archive);
            if (directory.isEmpty()) {
                return new Refused("The archive is damaged or did not arrive whole.");
            }
            if (directory.get().entries() > limits.archiveEntries()) {
                return tooMany(directory.get().entries());
            }
        } catch (ZipDirectory.TooLarge e) {
            return new Refused("The archive lists far too many files.");
        }
        try (ZipFile zip = ZipFile.builder()
                .setPath(archive)
                .setUseUnicodeExtraFields(true)
                .get()) {
            return entries(zip, Files.size(archive), folder);
        } catch (Breach e) {
            return new Refused(e.reason);
        } catch (IOException | IllegalArgumentException e) {
            // commons-compress reports a damaged table by either
            return new Refused("The archive is damaged or did not arrive whole.");
        }
    }

    private Unpacked entries(ZipFile zip, long packed, Path folder) throws IOException, Breach {
        List<ZipArchiveEntry> listed = Collections.list(zip.getEntries());
        if (listed.size() > limits.archiveEntries()) {
            return tooMany(listed.size());
        }
        List<Entry> entries = new ArrayList<>();
        long total = 0;
        for (ZipArchiveEntry entry : listed) {
            if (entry.isDirectory() || isDesktopLitter(entry.getName())) {
                continue;
            }
            Optional<String> fault = fault(zip, entry);
            if (fault.isPresent()) {
                entries.add(new Rejected(entry.getName(), fault.get()));
                continue;
            }
            Path file = folder.resolve(Integer.toString(entries.size()));
            long before = total;
            try (InputStream in = zip.getInputStream(entry)) {
                total += copy(in, file, entry, packed, before);
            } catch (TooLong e) {
                total += Files.size(file);
                Files.delete(file);
                entries.add(new Rejected(entry.getName(), tooLong()));
                continue;
            } catch (IOException e) {
                total += Files.exists(file) ? Files.size(file) : 0;
                entries.add(new Rejected(entry.getName(), "It is damaged inside the archive."));
                continue;
            }
            entries.add(new Unpackaged(entry.getName(), file));
        }
        return entries.isEmpty() ? new Refused("The archive holds no files.") : new Entries(entries);
    }

    private static Optional<String> fault(ZipFile zip, ZipArchiveEntry entry) {
        String name = entry.getName().replace('\\', '/');
        if (name.startsWith("/")
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/")).contains("..")) {
            return Optional.of("Its name points outside the archive.");
        }
        if (entry.isUnixSymlink()) {
            return Optional.of("It is a link to another file.");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return Optional.of("It is protected by a password. Remove the password and send it again.");
        }
        if (!zip.canReadEntryData(entry)) {
            return Optional.of("It is packed in a way that is not read here. Pack it again as a usual zip.");
        }
        return Optional.empty();
    }

    private long copy(InputStream in, Path file, ZipArchiveEntry entry, long packed, long before)
            throws IOException, Breach, TooLong {
        long size = 0;
        byte[] buffer = new byte[16_384];
        CRC32 crc = new CRC32();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                // the archive's whole length is what any of its entries can honestly have been packed into
                if (size > RATIO_COUNTS_FROM && size > packedSize(entry, packed) * limits.archiveRatio()) {
                    throw new Breach("The archive was refused: “%s” unpacks to more than %d times its size."
                            .formatted(entry.getName(), limits.archiveRatio()));
                }
                if (before + size > limits.archiveUnpacked().toBytes()) {
                    throw new Breach("The archive was refused: it unpacks to more than %d MB."
                            .formatted(limits.archiveUnpacked().toMegabytes()));
                }
                if (size > limits.fileSize().toBytes()) {
                    throw new TooLong();
                }
                crc.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        // the library does not look
        if (crc.getValue() != entry.getCrc() || size != entry.getSize()) {
            throw new IOException("%s does not hold what the archive says".formatted(entry.getName()));
        }
        return size;
    }

    private static long packedSize(ZipArchiveEntry entry, long archive) {
        long said = entry.getCompressedSize();
        return said <= 0 ? archive : Math.min(said, archive);
    }

    private Refused tooMany(int entries) {
        return new Refused("The archive holds %,d files; at most %,d are taken at once."
                .formatted(entries, limits.archiveEntries()));
    }

    private String tooLong() {
        return "It is larger than %d MB.".formatted(limits.fileSize().toMegabytes());
    }

    private static boolean isDesktopLitter(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db");
    }

    /** The archive as a whole is not taken. */
    private static final class Breach extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Breach(String reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** One entry is too large by itself. */
    private static final class TooLong extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
