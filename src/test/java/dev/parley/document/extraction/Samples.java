package dev.parley.document.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as people and attackers send them, made on the spot. */
public final class Samples {

    private Samples() {}

    public static byte[] pdf(String... lines) throws IOException {
        return save(pages(lines));
    }

    public static byte[] lockedPdf() throws IOException {
        PDDocument document = pages("secret");
        document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
        return save(document);
    }

    /** A page with nothing written on it, as a scan without text recognition looks to a parser. */
    public static byte[] scannedPdf() throws IOException {
        return save(pages());
    }

    private static PDDocument pages(String... lines) throws IOException {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.setFont(new PDType1Font(FontName.COURIER), 10);
            content.setLeading(12);
            content.beginText();
            content.newLineAtOffset(50, 700);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
        return document;
    }

    private static byte[] save(PDDocument document) throws IOException {
        try (document) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    public static byte[] docx(String... paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    /** A Word document whose text is an entity that names a file of the machine. */
    public static byte[] docxThatReads(String uri) throws IOException {
        String types = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>""";
        String relations = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                </Relationships>""";
        String document = """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE d [<!ENTITY stolen SYSTEM "%s">]>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:r><w:t>before &stolen; after</w:t></w:r></w:p></w:body></w:document>""".formatted(uri);
        return zip(
                entry("[Content_Types].xml", types),
                entry("_rels/.rels", relations),
                entry("word/document.xml", document));
    }

    public static Map.Entry<String, byte[]> entry(String name, String text) {
        return Map.entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @SafeVarargs
    public static byte[] zip(Map.Entry<String, byte[]>... entries) throws IOException {
        return zip(List.of(entries));
    }

    public static byte[] zip(List<Map.Entry<String, byte[]>> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    public static byte[] zipOfManyEntries(int count) throws IOException {
        List<Map.Entry<String, byte[]>> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry("e" + i, "x"));
        }
        return zip(entries);
    }

    /** One file that is not packed, so that its words stand in the archive as they are. */
    public static byte[] storedZip(String words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] text = words.getBytes(StandardCharsets.UTF_8);
            CRC32 crc = new CRC32();
            crc.update(text);
            ZipEntry entry = new ZipEntry("stored.txt");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(text.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(text);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    /** The bytes say nothing of a password; only the flag does. */
    public static byte[] zipWithEncryptedFlag() throws IOException {
        byte[] bytes = storedZip("locked");
        bytes[6] |= 1;
        for (int i = 0; i < bytes.length - 4; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
        return bytes;
    }

    /** @param megabytes how much it unpacks to; the same letter all over */
    public static byte[] zipBomb(int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            writeLetters(zip, megabytes);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static void writeLetters(OutputStream out, int megabytes) throws IOException {
        byte[] block = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < megabytes; i++) {
            out.write(block);
        }
    }

    public static byte[] half(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, bytes.length / 2);
    }
}
