package dev.parley.document.extraction;

import dev.parley.document.extraction.XmlPackage.Unfit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The words of an OpenDocument text. */
final class OdtText {

    private final OfficeParagraphs paragraphs = new OfficeParagraphs();

    private OdtText() {}

    static ChildAnswer read(Path file, int most) throws IOException {
        try (XmlPackage parts = new XmlPackage(file, most)) {
            Document manifest = parts.xml("META-INF/manifest.xml");
            if (XmlPackage.first(manifest, "encryption-data").isPresent()) {
                return new ChildAnswer.Refusal("It is protected by a password. Remove the password and send it again.");
            }
            OdtText text = new OdtText();
            text.read(XmlPackage.first(parts.xml("content.xml"), "text")
                    .orElseThrow(() -> new IOException("the content has no text")));
            return text.paragraphs.answer(imprint(parts.xmlOrNothing("meta.xml")), "OpenDocument file");
        } catch (Unfit e) {
            return e.refusal();
        }
    }

    private static Imprint imprint(Document meta) {
        // the creator without more words is whoever saved the file last
        String author = Optional.ofNullable(XmlPackage.words(meta, "initial-creator"))
                .orElse(XmlPackage.words(meta, "creator"));
        return new Imprint(
                XmlPackage.words(meta, "title"),
                null,
                author,
                XmlPackage.day(XmlPackage.words(meta, "creation-date")),
                null,
                XmlPackage.words(meta, "language"));
    }

    /** Tabs, line breaks and runs of spaces are elements there. */
    private void read(Element element) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                paragraphs.append(words.getWholeText().replaceAll("[\\r\\n\\t ]+", " "));
            } else if (child instanceof Element inner) {
                part(inner);
            }
        }
    }

    private void part(Element element) {
        switch (XmlPackage.localName(element)) {
            case "p", "h" -> paragraphs.paragraph(() -> read(element));
            case "tab" -> paragraphs.append("\t");
            case "line-break" -> paragraphs.append("\n");
            case "s" -> paragraphs.append(" ".repeat(spaces(XmlPackage.attribute(element, "c"))));
            case "note" -> XmlPackage.first(element, "note-body").ifPresent(body -> paragraphs.note(() -> read(body)));
            case "text-box" -> paragraphs.beside(() -> read(element));
            case "table-row" -> paragraphs.row(() -> read(element));
            case "table-cell" -> paragraphs.cell(() -> read(element));
            case "annotation", "tracked-changes", "forms", "object", "hidden-text", "title", "desc", "ruby-text" -> {
                // nobody reads these in the line
            }
            default -> read(element);
        }
    }

    private static int spaces(String count) {
        return count.matches("[0-9]{1,3}") ? Integer.parseInt(count) : 1;
    }
}
