package dev.parley.document.extraction;

import dev.parley.document.extraction.XmlPackage.Unfit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The words of a Word document as it looks when all changes are accepted: without deleted and hidden words, comments,
 * headers and footers.
 */
final class DocxText {

    private final OfficeParagraphs paragraphs = new OfficeParagraphs();
    private final Map<String, Element> notes = new HashMap<>();

    private DocxText() {}

    static ChildAnswer read(Path file, int most) throws IOException {
        try (XmlPackage parts = new XmlPackage(file, most)) {
            String main = target(parts, "", "_rels/.rels", "officeDocument").orElse("word/document.xml");
            String folder = main.substring(0, main.lastIndexOf('/') + 1);
            String relations = folder + "_rels/" + main.substring(folder.length()) + ".rels";
            DocxText text = new DocxText();
            for (String kind : new String[] {"footnote", "endnote"}) {
                Optional<String> part = target(parts, folder, relations, kind + "s");
                if (part.isPresent()) {
                    text.gather(parts.xmlOrNothing(part.get()), kind);
                }
            }
            text.read(XmlPackage.first(parts.xml(main), "body")
                    .orElseThrow(() -> new IOException("the document has no body")));
            return text.paragraphs.answer(imprint(parts.xmlOrNothing("docProps/core.xml")), "Word document");
        } catch (Unfit e) {
            return e.refusal();
        }
    }

    /** Where a relation of that kind leads. */
    private static Optional<String> target(XmlPackage parts, String folder, String relations, String kind)
            throws IOException, Unfit {
        return parts.xmlOrNothing(relations).stream()
                .filter(element -> XmlPackage.isNamed(element, "Relationship")
                        && element.attr("Type").endsWith("/" + kind))
                .map(element -> XmlPackage.resolve(folder, element.attr("Target")))
                .filter(parts::has)
                .findFirst();
    }

    private static Imprint imprint(Document core) {
        return new Imprint(
                XmlPackage.words(core, "title"),
                null,
                XmlPackage.words(core, "creator"),
                XmlPackage.day(XmlPackage.words(core, "created")),
                null,
                XmlPackage.words(core, "language"));
    }

    private void gather(Document part, String kind) {
        part.stream()
                .filter(element -> XmlPackage.isNamed(element, kind))
                .forEach(note -> notes.put(kind + XmlPackage.attribute(note, "id"), note));
    }

    private void read(Element element) {
        element.children().forEach(this::part);
    }

    private void part(Element element) {
        switch (XmlPackage.localName(element)) {
            case "t" -> paragraphs.append(element.wholeText().replaceAll("[\\r\\n]+", " "));
            case "tab", "ptab" -> paragraphs.append("\t");
            case "br", "cr" -> paragraphs.append("\n");
            case "noBreakHyphen" -> paragraphs.append("\u2011");
            case "p" -> paragraphs.paragraph(() -> read(element));
            case "tr" -> paragraphs.row(() -> read(element));
            case "tc" -> paragraphs.cell(() -> read(element));
            case "txbxContent" -> paragraphs.beside(() -> read(element));
            case "footnoteReference" -> note("footnote", element);
            case "endnoteReference" -> note("endnote", element);
            case "r" -> {
                if (!isHidden(element)) {
                    read(element);
                }
            }
            case "del", "moveFrom", "instrText", "rPr", "pPr", "sectPr", "Fallback", "rt", "sdtPr" -> {
                // deleted, hidden, said twice, or said about the words
            }
            default -> read(element);
        }
    }

    /** Each note once, even where it is referred to again. */
    private void note(String kind, Element reference) {
        Element note = notes.remove(kind + XmlPackage.attribute(reference, "id"));
        if (note != null) {
            paragraphs.note(() -> read(note));
        }
    }

    private static boolean isHidden(Element run) {
        return run.children().stream()
                .filter(element -> XmlPackage.isNamed(element, "rPr"))
                .flatMap(properties -> properties.children().stream())
                .filter(property -> XmlPackage.isNamed(property, "vanish"))
                .anyMatch(vanish -> !XmlPackage.attribute(vanish, "val").matches("0|false|off"));
    }
}
