package dev.parley.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip whose bytes depend on nothing but what is put in: entries carry no time of day. */
public final class Bundle {

    /** The earliest a zip can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();

    public Bundle(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Adds a file; the content may not close the stream it is given. */
    public void add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        HashingStream hashing = new HashingStream(zip);
        content.writeTo(hashing);
        zip.closeEntry();
        entries.add(new Entry(name, hashing.bytes(), hashing.sha256()));
    }

    /** What has been added so far, by name. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Ends the zip; the stream below stays open. */
    public void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    /** A file of the bundle: its length and hash before compression. */
    public record Entry(String name, long bytes, String sha256) {}

    /** Writes one file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
