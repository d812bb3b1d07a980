package dev.parley.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what a file is by looking inside. The name only helps where the content leaves it open: Markdown and HTML
 * fragments are text that no one but the author can tell apart from plain text.
 */
final class MediaTypeSniffer {

    private static final int LOOK_AT = 4096;
    private static final String ASK = " Parley reads txt, md, html, pdf, docx, odt, rtf, epub, eml and zip.";
    private static final Pattern HTML_START = Pattern.compile(
            "^\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html[\\s>])",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HTML_TAG = Pattern.compile("<[a-zA-Z][a-zA-Z0-9]*[\\s/>]");

    /** Beginnings that are never text, and what a person calls such a file. */
    private static final List<Signature> FOREIGN = List.of(
            new Signature("7f454c46", "a program"),
            new Signature("cafebabe", "a program"),
            new Signature("0061736d", "a program"),
            new Signature("89504e47", "a picture (PNG)"),
            new Signature("ffd8ff", "a picture (JPEG)"),
            new Signature("47494638", "a picture (GIF)"),
            new Signature("49492a00", "a picture (TIFF)"),
            new Signature("4d4d002a", "a picture (TIFF)"),
            new Signature("52494646", "a picture or recording"),
            new Signature("4f676753", "a recording"),
            new Signature("494433", "a recording (MP3)"),
            new Signature("25215053", "a PostScript file"),
            new Signature("1f8b", "a gzip archive; send the files inside, or a zip"),
            new Signature("377abcaf271c", "a 7z archive; send the files inside, or a zip"),
            new Signature("52617221", "a RAR archive; send the files inside, or a zip"),
            new Signature("425a68", "a bzip2 archive; send the files inside, or a zip"),
            new Signature("fd377a585a00", "an xz archive; send the files inside, or a zip"),
            new Signature("28b52ffd", "a zstd archive; send the files inside, or a zip"),
            new Signature("53514c69746520666f726d6174", "a database"));

    private static final String OLE = "d0cf11e0a1b11ae1";
    private static final Pattern MAIL_HEADER = Pattern.compile(
            "(?m)^(From|To|Date|Subject|Message-ID|MIME-Version|Received|Return-Path|Delivered-To):",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER_LINE = Pattern.compile("[!-9;-~]+:.*|[ \\t].*|");

    private MediaTypeSniffer() {}

    static Sniffed sniff(Path file, String name) throws IOException {
        byte[] head = head(file);
        if (head.length == 0) {
            return refused("The file is empty.");
        }
        if (isProgram(head)) {
            return refused("By its content this is a program, whatever its name says." + ASK);
        }
        String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 32));
        for (Signature signature : FOREIGN) {
            if (hex.startsWith(signature.hex())) {
                return refused("By its content this is %s.%s".formatted(signature.what(), ASK));
            }
        }
        if (hex.startsWith(OLE)) {
            return refused(
                    containsEncryptedPackage(file)
                            ? "It is protected by a password. Remove the password and send it again."
                            : "By its content this is an old Office file; save it as .docx." + ASK);
        }
        String ascii = new String(head, StandardCharsets.ISO_8859_1);
        if (ascii.startsWith("{\\rtf")) {
            return new Recognised(FileType.RTF);
        }
        if (ascii.length() > 11 && ascii.startsWith("ftyp", 4)) {
            return refused("By its content this is a film or recording." + ASK);
        }
        if (ascii.substring(0, Math.min(1024, ascii.length())).contains("%PDF-")) {
            return new Recognised(FileType.PDF);
        }
        if (ascii.startsWith("PK\3\4") || ascii.startsWith("PK\5\6")) {
            return ZipDirectory.sniff(file);
        }
        return text(ascii, name.toLowerCase(Locale.ROOT));
    }

    private static Sniffed text(String ascii, String name) {
        // UTF-16 has a NUL beside every ASCII letter; without them its markup reads like any other
        String start = ascii.replace("\0", "").replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "");
        boolean calledHtml = name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml");
        if (HTML_START.matcher(start).find()
                || (calledHtml && HTML_TAG.matcher(start).find())) {
            return new Recognised(FileType.HTML);
        }
        if (start.stripLeading().startsWith("<?xml")) {
            return refused("By its content this is an XML file." + ASK);
        }
        if (isMail(start, name)) {
            return new Recognised(FileType.EML);
        }
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return new Recognised(FileType.MARKDOWN);
        }
        return new Recognised(FileType.TEXT);
    }

    /** A mail begins with a block of header lines; a text that quotes one or two of them is not a mail. */
    private static boolean isMail(String start, String name) {
        int end = start.replace("\r\n", "\n").indexOf("\n\n");
        String block = start.replace("\r\n", "\n");
        String header = end < 0 ? block.substring(0, block.lastIndexOf('\n') + 1) : block.substring(0, end);
        long named = MAIL_HEADER
                .matcher(header)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        boolean called = name.endsWith(".eml") || name.endsWith(".mht") || name.endsWith(".mhtml");
        return named >= (called ? 1 : 4)
                && header.lines().allMatch(line -> HEADER_LINE.matcher(line).matches());
    }

    /** What Office calls the stream that holds the encrypted document. */
    private static boolean containsEncryptedPackage(Path file) throws IOException {
        String name = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return Files.readString(file, StandardCharsets.ISO_8859_1).contains(name);
    }

    /** "MZ" may begin a sentence, but a sentence has no NUL. */
    private static boolean isProgram(byte[] head) {
        if (head.length < 2 || head[0] != 'M' || head[1] != 'Z') {
            return false;
        }
        for (int i = 2; i < Math.min(head.length, 512); i++) {
            if (head[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LOOK_AT);
        }
    }

    static Refused refused(String reason) {
        return new Refused(reason);
    }

    /** What a look inside told. */
    sealed interface Sniffed {}

    record Recognised(FileType type) implements Sniffed {}

    record Refused(String reason) implements Sniffed {}

    private record Signature(String hex, String what) {}
}
