package dev.parley.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The text of formats that are a ZIP of XML files: OpenDocument and EPUB. The XML is read by a parser that knows neither
 * entities nor external files, and no more of it than the text may be long.
 */
final class PackedText {

    /** Markup may be this many times longer than the text in it. */
    private static final int MARKUP = 8;

    private static final String LOCKED = "It is protected by a password. Remove the password and send it again.";

    private PackedText() {}

    static ChildAnswer odt(Path file, int most) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Room room = new Room((long) most * MARKUP);
            if (room.xml(zip, "META-INF/manifest.xml")
                            .getElementsByTag("manifest:encryption-data")
                            .size()
                    > 0) {
                return new ChildAnswer.Refusal(LOCKED);
            }
            Document content = room.xml(zip, "content.xml");
            content.select("office|annotation, text|tracked-changes, text|note-citation, office|forms, draw|object")
                    .remove();
            StringBuilder text = new StringBuilder();
            for (Element paragraph : content.select("text|p, text|h")) {
                if (paragraph.parents().stream().noneMatch(parent -> isParagraph(parent.normalName()))) {
                    append(paragraph, text);
                    text.append('\n');
                }
            }
            String tidy = OfficeText.tidy(text.toString());
            if (tidy.isEmpty()) {
                return new ChildAnswer.Refusal("The OpenDocument file holds no text.");
            }
            Document meta = zip.getEntry("meta.xml") == null ? new Document("") : room.xml(zip, "meta.xml");
            return new ChildAnswer.Text(
                    tidy,
                    imprint(meta, "meta:creation-date"),
                    null,
                    List.of("Took the paragraphs out of the OpenDocument file, one a line."));
        } catch (TooLong e) {
            return new ChildAnswer.Refusal(ExtractionChild.tooLong(most));
        }
    }

    private static boolean isParagraph(String name) {
        return name.equals("text:p") || name.equals("text:h");
    }

    /** Tabs, line breaks and runs of spaces are elements there. */
    private static void append(Node node, StringBuilder text) {
        for (Node child : node.childNodes()) {
            if (child instanceof TextNode words) {
                text.append(words.getWholeText().replaceAll("[\\r\\n\\t ]+", " "));
            } else if (child instanceof Element element) {
                switch (element.normalName()) {
                    case "text:tab" -> text.append('\t');
                    case "text:line-break" -> text.append('\n');
                    case "text:s" -> text.append(" ".repeat(spaces(element.attr("text:c"))));
                    default -> append(element, text);
                }
            }
        }
    }

    private static int spaces(String count) {
        return count.matches("[0-9]{1,3}") ? Integer.parseInt(count) : 1;
    }

    static ChildAnswer epub(Path file, int most) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Room room = new Room((long) most * MARKUP);
            String root = Optional.ofNullable(
                            room.xml(zip, "META-INF/container.xml").selectFirst("rootfile"))
                    .map(element -> element.attr("full-path"))
                    .orElse("");
            Document book = room.xml(zip, root);
            String folder = root.substring(0, root.lastIndexOf('/') + 1);
            Map<String, String> chapters = new HashMap<>();
            for (Element item : book.select("manifest > item[media-type=application/xhtml+xml]")) {
                chapters.put(item.id(), resolve(folder, item.attr("href")));
            }
            if (isLocked(zip, room, chapters)) {
                return new ChildAnswer.Refusal("The book is locked by its publisher, so its text cannot be read.");
            }
            List<String> paragraphs = new ArrayList<>();
            for (Element itemref : book.select("spine > itemref:not([linear=no])")) {
                String chapter = chapters.get(itemref.attr("idref"));
                if (chapter != null && zip.getEntry(chapter) != null) {
                    paragraphs.addAll(HtmlText.paragraphs(
                            Jsoup.parse(room.text(zip, chapter)).body()));
                }
            }
            if (paragraphs.isEmpty()) {
                return new ChildAnswer.Refusal("The book holds no text.");
            }
            return new ChildAnswer.Text(
                    String.join("\n\n", paragraphs),
                    imprint(book, "dc:date"),
                    null,
                    List.of("Took the chapters out of the book in its order; an empty line parts its paragraphs."));
        } catch (TooLong e) {
            return new ChildAnswer.Refusal(ExtractionChild.tooLong(most));
        }
    }

    /** Fonts may be scrambled without harm; chapters may not. */
    private static boolean isLocked(ZipFile zip, Room room, Map<String, String> chapters) throws IOException, TooLong {
        if (zip.getEntry("META-INF/encryption.xml") == null) {
            return false;
        }
        return room.xml(zip, "META-INF/encryption.xml").getElementsByAttribute("URI").stream()
                .anyMatch(locked -> chapters.containsValue(locked.attr("URI")));
    }

    private static String resolve(String folder, String href) {
        try {
            return java.net.URI.create("/" + folder).resolve(href).getPath().substring(1);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            // no address; then no chapter has it
            return "";
        }
    }

    private static Imprint imprint(Document meta, String date) {
        String written = first(meta, date);
        return new Imprint(
                first(meta, "dc:title"),
                first(meta, "dc:publisher"),
                first(meta, "dc:creator"),
                written == null ? null : written.substring(0, Math.min(10, written.length())),
                null,
                first(meta, "dc:language"));
    }

    private static @Nullable String first(Document meta, String tag) {
        Element element = meta.getElementsByTag(tag).first();
        return element == null ? null : element.text();
    }

    /** How much may still be unpacked. */
    private static final class Room {

        private long left;

        private Room(long bytes) {
            this.left = bytes;
        }

        Document xml(ZipFile zip, String name) throws IOException, TooLong {
            return Jsoup.parse(text(zip, name), "", Parser.xmlParser());
        }

        String text(ZipFile zip, String name) throws IOException, TooLong {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException("the package has no " + name);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
                left -= bytes.length;
                if (left < 0) {
                    throw new TooLong();
                }
                return switch (TextDecoder.decode(bytes)) {
                    case Decoding.Decoded decoded -> decoded.text();
                    case Decoding.Undecodable undecodable -> new String(bytes, StandardCharsets.UTF_8);
                };
            }
        }
    }

    /** It unpacks to more than its text may be. */
    private static final class TooLong extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
