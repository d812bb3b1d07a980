package dev.parley.document.extraction;

import java.awt.image.BufferedImage;
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
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
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

    /** A form whose words are made by a program inside it. */
    public static byte[] xfaPdf() throws IOException {
        PDDocument document = pages("Please wait...");
        PDAcroForm form = new PDAcroForm(document);
        COSStream program = document.getDocument().createCOSStream();
        try (OutputStream out = program.createOutputStream()) {
            out.write("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><xdp>&e;</xdp>"
                    .getBytes(StandardCharsets.US_ASCII));
        }
        form.getCOSObject().setItem(COSName.getPDFName("XFA"), program);
        document.getDocumentCatalog().setAcroForm(form);
        return save(document);
    }

    /** A picture of a page, as a scanner makes it. */
    public static byte[] picturePdf(int pictures, String... lines) throws IOException {
        PDDocument document = lines.length == 0 ? new PDDocument() : pages(lines);
        for (int i = 0; i < pictures; i++) {
            PDPage page = new PDPage();
            document.addPage(page);
            BufferedImage grey = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, grey), 0, 0, 600, 800);
            }
        }
        return save(document);
    }

    /** Words at places of their own. */
    public record Placed(int page, float x, float y, float size, String words) {}

    public static byte[] placedPdf(List<Placed> words) throws IOException {
        PDDocument document = new PDDocument();
        int pages = words.stream().mapToInt(Placed::page).max().orElse(0);
        for (int number = 0; number <= pages; number++) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                for (Placed placed : words) {
                    if (placed.page() == number) {
                        content.beginText();
                        content.setFont(new PDType1Font(FontName.COURIER), placed.size());
                        content.newLineAtOffset(placed.x(), placed.y());
                        content.showText(placed.words());
                        content.endText();
                    }
                }
            }
        }
        return save(document);
    }

    public static byte[] odt(String... paragraphs) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String paragraph : paragraphs) {
            body.append("<text:p>").append(paragraph).append("</text:p>");
        }
        return zip(
                entry("mimetype", "application/vnd.oasis.opendocument.text"),
                entry("META-INF/manifest.xml", "<manifest:manifest/>"),
                entry(
                        "meta.xml",
                        "<office:meta><dc:title>Bridge</dc:title><dc:language>en-GB</dc:language></office:meta>"),
                entry("content.xml", """
                        <?xml version="1.0"?>
                        <office:document-content><office:body><office:text>%s</office:text></office:body>\
                        </office:document-content>""".formatted(body)));
    }

    public static byte[] epub(String... chapters) throws IOException {
        List<Map.Entry<String, byte[]>> entries = new ArrayList<>();
        entries.add(entry("mimetype", "application/epub+zip"));
        entries.add(entry(
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='book/a.opf'/></rootfiles></container>"));
        StringBuilder manifest = new StringBuilder();
        StringBuilder spine = new StringBuilder();
        for (int i = chapters.length - 1; i >= 0; i--) {
            manifest.append("<item id='c%d' href='text/c%<d.xhtml' media-type='application/xhtml+xml'/>".formatted(i));
            spine.insert(0, "<itemref idref='c%d'/>".formatted(i));
            entries.add(
                    entry("book/text/c%d.xhtml".formatted(i), "<html><body>%s</body></html>".formatted(chapters[i])));
        }
        entries.add(entry("book/a.opf", """
                <package><metadata><dc:title>River stories</dc:title><dc:date>2031-05-03</dc:date></metadata>
                <manifest>%s</manifest><spine>%s</spine></package>""".formatted(manifest, spine)));
        return zip(entries);
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
