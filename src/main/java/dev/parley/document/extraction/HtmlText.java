package dev.parley.document.extraction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The article in a web page: headline and body, one empty line between paragraphs, without navigation, sidebars and
 * footers.
 *
 * @param imprint what the page says of itself; its title is the headline where the page shows one
 */
record HtmlText(String text, Imprint imprint) {

    /** What XML declares before its first element; browsers know no such thing, and end it at the first {@code >}. */
    private static final Pattern DECLARATIONS =
            Pattern.compile("<!doctype[^>\\[]*\\[[^\\]]*\\]\\s*>", Pattern.CASE_INSENSITIVE);

    /** jsoup flattens what lies deeper; no article does, and recursion over it would end in a stack overflow. */
    private static final int DEEPEST = 256;

    /** The reader view compares elements with each other; a page of an article has some thousand. */
    private static final int MOST_ELEMENTS = 20_000;

    private static final Pattern CHARSET =
            Pattern.compile("<meta[^>]+charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\r\\f]+");

    /** The charset a page names in its first kilobytes, which decoding needs before the page can be read. */
    static @Nullable String declaredCharset(byte[] bytes) {
        Matcher matcher =
                CHARSET.matcher(new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1));
        return matcher.find() ? matcher.group(1) : null;
    }

    static HtmlText read(String html) {
        Document page = Jsoup.parse(
                DECLARATIONS.matcher(html).replaceFirst(""),
                "",
                Parser.htmlParser().setMaxDepth(DEEPEST));
        // the reader view prints the page several times, and pretty printing is quadratic in empty siblings
        page.outputSettings().prettyPrint(false);
        HtmlImprint said = new HtmlImprint(page);
        Element headline = headline(page, said.titles());
        String title = headline == null ? "" : spaced(headline.text()).strip();
        Imprint imprint = said.imprint(title.isEmpty() ? null : title);
        HtmlBoilerplate.remove(page, headline);

        List<String> plain = paragraphs(page.body());
        List<String> article = article(page);
        // where the reader view finds next to nothing, the page is too plain for it, not empty
        List<String> found = new ArrayList<>(length(article) * 4 < length(plain) ? plain : article);
        if (!title.isEmpty() && (found.isEmpty() || !found.getFirst().equals(title))) {
            found.remove(title);
            found.addFirst(title);
        }
        return new HtmlText(String.join("\n\n", found), imprint);
    }

    /** What the page says is its title; else the first headline of the article, else of the page, which may be its name. */
    private static @Nullable Element headline(Document page, List<String> titles) {
        for (Element heading : page.select("h1, h2, h3")) {
            String words = spaced(heading.text()).strip();
            if (!words.isEmpty() && titles.contains(words)) {
                return heading;
            }
        }
        return Stream.of("article h1", "main h1", "h1")
                .map(page::selectFirst)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String spaced(String text) {
        return SPACES.matcher(text).replaceAll(" ");
    }

    private static List<String> article(Document page) {
        if (page.getAllElements().size() > MOST_ELEMENTS) {
            return List.of();
        }
        Element content = new Readability4J("http://localhost/", page).parse().getArticleContent();
        return content == null ? List.of() : paragraphs(content);
    }

    private static int length(List<String> paragraphs) {
        return paragraphs.stream().mapToInt(String::length).sum();
    }

    /** The text between the borders of block elements. */
    static List<String> paragraphs(Element content) {
        Paragraphs paragraphs = new Paragraphs();
        NodeTraversor.traverse(paragraphs, content);
        return paragraphs.finished();
    }

    /** Collects the text between the borders of block elements; {@code br} breaks the line inside a paragraph. */
    private static final class Paragraphs implements NodeVisitor {

        private final List<String> finished = new ArrayList<>();
        private final StringBuilder current = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                append(text.getWholeText());
            } else if (node instanceof Element element) {
                if (element.normalName().equals("br")) {
                    current.append('\n');
                } else if (element.isBlock()) {
                    close();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                close();
            } else if (node instanceof Element element && element.normalName().matches("td|th")) {
                append(" ");
            }
        }

        private void append(String text) {
            String spaced = spaced(text);
            boolean spaceBefore = current.isEmpty() || Character.isWhitespace(current.charAt(current.length() - 1));
            current.append(spaceBefore ? spaced.stripLeading() : spaced);
        }

        private void close() {
            String paragraph = current.toString()
                    .lines()
                    .map(String::strip)
                    .reduce("", Paragraphs::joinLines)
                    .strip();
            if (!paragraph.isEmpty()) {
                finished.add(paragraph);
            }
            current.setLength(0);
        }

        private static String joinLines(String before, String line) {
            return before.isEmpty() ? line : before + "\n" + line;
        }

        List<String> finished() {
            close();
            return finished;
        }
    }
}
