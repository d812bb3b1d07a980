package dev.parley.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip whose bytes depend on nothing but what is put in: entries carry no time of day. */
final class Bundle {

    /** The earliest a zip can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();

    Bundle(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Adds a file; the content may not close the stream it is given. */
    void add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        Counting counting = new Counting(zip);
        content.writeTo(counting);
        zip.closeEntry();
        entries.add(new Entry(name, counting.bytes, Sha256.hex(counting.digest.digest())));
    }

    /** What has been added so far, by name. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Ends the zip; the stream below stays open. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    /** A file of the bundle: its length and hash before compression. */
    record Entry(String name, long bytes, String sha256) {}

    /** Writes one file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final class Counting extends FilterOutputStream {

        private final MessageDigest digest = Sha256.digest();
        private long bytes;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            digest.update((byte) b);
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
            digest.update(buffer, offset, length);
            bytes += length;
        }
    }
}
