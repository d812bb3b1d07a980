package dev.parley.document.extraction;

import dev.parley.document.extraction.MediaTypeSniffer.Recognised;
import dev.parley.document.extraction.MediaTypeSniffer.Sniffed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The table of contents at the end of a ZIP file, looked at by hand before any library does: libraries build an object
 * for every entry it lists, and a hundred megabytes can list two million. The table must lie where the end record says,
 * or a library would walk past it.
 *
 * @param entries how many entries the end record announces
 * @param mimeType what an OpenDocument or EPUB file begins with; empty for others
 * @param names the names of the entries, as Latin letters; only used to tell formats apart
 */
record ZipDirectory(int entries, String mimeType, Set<String> names) {

    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENTRY_SIZE = 46;
    private static final int NAME_AT = 30;
    private static final int MIME_TYPE_WITHIN = 120;
    /** Room for ten thousand entries with names of a hundred bytes. */
    private static final int LARGEST_TABLE = 1 << 21;

    private static final String DAMAGED =
            "It begins like a ZIP or Word file but its end is missing or damaged. It may not have arrived whole.";

    static Sniffed sniff(Path file) throws IOException {
        Optional<ZipDirectory> directory;
        try {
            directory = read(file);
        } catch (TooLarge e) {
            return MediaTypeSniffer.refused("The archive lists far too many files.");
        }
        return directory.map(ZipDirectory::type).orElseGet(() -> MediaTypeSniffer.refused(DAMAGED));
    }

    private Sniffed type() {
        boolean office = names.contains("[Content_Types].xml");
        // programs may number the document, as in word/document2.xml
        if (names.contains("word/document.xml")
                || (office && names.stream().anyMatch(name -> name.startsWith("word/document")))) {
            return new Recognised(FileType.DOCX);
        }
        if (office) {
            return MediaTypeSniffer.refused(
                    "By its content this is an Office file other than a Word document. Save its text as .docx or .txt.");
        }
        if (mimeType.startsWith(FileType.EPUB.mediaType())
                || (mimeType.isEmpty() && names.contains("META-INF/container.xml"))) {
            return new Recognised(FileType.EPUB);
        }
        if (mimeType.startsWith(FileType.ODT.mediaType())
                || (mimeType.isEmpty() && names.contains("content.xml") && names.contains("META-INF/manifest.xml"))) {
            return new Recognised(FileType.ODT);
        }
        if (!mimeType.isEmpty()) {
            return MediaTypeSniffer.refused(
                    "By its content this is an OpenDocument file other than a text. Save its text as .odt or .txt.");
        }
        return new Recognised(FileType.ZIP);
    }

    /** Empty if there is no table or it does not lie where it should. */
    static Optional<ZipDirectory> read(Path file) throws IOException, TooLarge {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int tailSize = (int) Math.min(in.length(), END_SIZE + LONGEST_COMMENT);
            byte[] tail = new byte[tailSize];
            in.seek(in.length() - tailSize);
            in.readFully(tail);
            ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = tailSize - END_SIZE; at >= 0; at--) {
                if (bytes.getInt(at) == 0x06054b50) {
                    long end = in.length() - tailSize + at;
                    return table(in, end, bytes, at);
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<ZipDirectory> table(RandomAccessFile in, long end, ByteBuffer bytes, int at)
            throws IOException, TooLarge {
        int entries = Short.toUnsignedInt(bytes.getShort(at + 10));
        long size = Integer.toUnsignedLong(bytes.getInt(at + 12));
        long start = Integer.toUnsignedLong(bytes.getInt(at + 16));
        if (entries == 0xFFFF || size > LARGEST_TABLE) {
            throw new TooLarge();
        }
        if (start + size != end) {
            return Optional.empty();
        }
        byte[] table = new byte[(int) size];
        in.seek(start);
        in.readFully(table);
        Set<String> names = names(ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN));
        return Optional.of(new ZipDirectory(entries, mimeType(in), names));
    }

    /** Both formats keep their first entry unpacked, so that its words can be read at a fixed place. */
    private static String mimeType(RandomAccessFile in) throws IOException {
        byte[] head = new byte[(int) Math.min(in.length(), MIME_TYPE_WITHIN)];
        in.seek(0);
        in.readFully(head);
        String start = new String(head, StandardCharsets.ISO_8859_1);
        int type = start.indexOf("application/", NAME_AT);
        return start.startsWith("mimetype", NAME_AT) && type >= 0 ? start.substring(type) : "";
    }

    private static Set<String> names(ByteBuffer table) {
        Set<String> names = new HashSet<>();
        int at = 0;
        while (at + ENTRY_SIZE <= table.limit() && table.getInt(at) == 0x02014b50) {
            int name = Short.toUnsignedInt(table.getShort(at + 28));
            int extra = Short.toUnsignedInt(table.getShort(at + 30));
            int comment = Short.toUnsignedInt(table.getShort(at + 32));
            if (at + ENTRY_SIZE + name > table.limit()) {
                break;
            }
            names.add(new String(table.array(), at + ENTRY_SIZE, name, StandardCharsets.ISO_8859_1));
            at += ENTRY_SIZE + name + extra + comment;
        }
        return names;
    }

    /** The table is longer than any honest archive of articles. */
    static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
