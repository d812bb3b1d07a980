package dev.parley.document.extraction;

import dev.parley.document.extraction.XmlPackage.Unfit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The words of a book: its chapters in the order in which it wants to be read, without its table of contents. */
final class EpubText {

    private static final Set<String> PAGE = Set.of("application/xhtml+xml", "text/html", "text/x-oeb1-document");
    /** Contents, and the figures that lead to notes; the notes themselves stay where they are. */
    private static final Set<String> NOT_READ = Set.of("toc", "noteref");

    private EpubText() {}

    static ChildAnswer read(Path file, int most) throws IOException {
        try (XmlPackage parts = new XmlPackage(file, most)) {
            String root = XmlPackage.first(parts.xml("META-INF/container.xml"), "rootfile")
                    .map(element -> element.attr("full-path"))
                    .orElse("");
            Document book = parts.xml(root);
            Map<String, String> chapters = chapters(book, root.substring(0, root.lastIndexOf('/') + 1));
            if (isLocked(parts, chapters)) {
                return new ChildAnswer.Refusal("The book is locked by its publisher, so its text cannot be read.");
            }
            List<String> paragraphs = new ArrayList<>();
            for (Element itemref : named(book, "itemref").toList()) {
                String chapter = chapters.get(itemref.attr("idref"));
                if (chapter != null
                        && parts.has(chapter)
                        && !itemref.attr("linear").equals("no")) {
                    Document page = Jsoup.parse(parts.text(chapter));
                    page.select("script, style, nav, a[role=doc-noteref]").remove();
                    page.getElementsByAttribute("epub:type").stream()
                            .filter(element -> NOT_READ.contains(element.attr("epub:type")))
                            .forEach(Element::remove);
                    paragraphs.addAll(HtmlText.paragraphs(page.body()));
                }
            }
            if (paragraphs.isEmpty()) {
                return new ChildAnswer.Refusal("The book holds no text.");
            }
            return new ChildAnswer.Text(
                    String.join("\n\n", paragraphs),
                    imprint(book),
                    null,
                    List.of("Took the chapters out of the book in its order; an empty line parts its paragraphs."));
        } catch (Unfit e) {
            return e.refusal();
        }
    }

    /** The pages by the ids under which the book names them, without its table of contents. */
    private static Map<String, String> chapters(Document book, String folder) {
        Map<String, String> chapters = new HashMap<>();
        named(book, "item")
                .filter(item -> PAGE.contains(item.attr("media-type")))
                .filter(item -> !List.of(item.attr("properties").split(" ")).contains("nav"))
                .forEach(item -> chapters.put(item.attr("id"), XmlPackage.resolve(folder, item.attr("href"))));
        return chapters;
    }

    private static Stream<Element> named(Document book, String name) {
        return book.stream().filter(element -> XmlPackage.isNamed(element, name));
    }

    /** Fonts may be scrambled without harm; chapters may not. */
    private static boolean isLocked(XmlPackage parts, Map<String, String> chapters) throws IOException, Unfit {
        return parts.xmlOrNothing("META-INF/encryption.xml").getElementsByAttribute("URI").stream()
                .anyMatch(locked -> chapters.containsValue(locked.attr("URI")));
    }

    private static Imprint imprint(Document book) {
        return new Imprint(
                XmlPackage.words(book, "title"),
                XmlPackage.words(book, "publisher"),
                XmlPackage.words(book, "creator"),
                XmlPackage.day(XmlPackage.words(book, "date")),
                null,
                XmlPackage.words(book, "language"));
    }
}
