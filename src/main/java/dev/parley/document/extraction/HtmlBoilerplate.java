package dev.parley.document.extraction;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What stands around an article in a page: navigation, cookie banners, comments, related stories, calls to subscribe. It
 * is told by the element's kind and by the names that pages give their parts; whatever holds the headline or most of the
 * words is never taken for it.
 */
final class HtmlBoilerplate {

    private static final String NOT_ARTICLE =
            "script, style, noscript, template, svg, math, iframe, object, nav, aside, footer, button, input, select,"
                    + " textarea, dialog, [role=navigation], [role=banner], [role=contentinfo], [role=complementary],"
                    + " [role=dialog], [role=search], [hidden], [aria-hidden=true]";

    /** Readers' comments are articles too in some pages. */
    private static final String HOLDS_ARTICLE =
            "article:not([class*=comment]):not([id*=comment]), main, [itemprop=articleBody]";

    /** Looking at the names of so many parts costs more than they are worth. */
    private static final int MOST_ELEMENTS = 20_000;

    /** Parts of class names and ids, each a whole word of them. */
    private static final Set<String> NAMES = Set.of(
            "ad",
            "ads",
            "advert",
            "advertisement",
            "advertising",
            "breadcrumb",
            "breadcrumbs",
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "footer",
            "masthead",
            "menu",
            "nav",
            "navbar",
            "navigation",
            "newsletter",
            "outbrain",
            "pagination",
            "promo",
            "recommended",
            "recommendations",
            "related",
            "relatedposts",
            "share",
            "sharedaddy",
            "sharing",
            "sidebar",
            "signup",
            "sponsored",
            "subscribe",
            "taboola",
            "toolbar",
            "trending",
            "addtoany");

    /** Readers may write more than the article, so these go however long they are. */
    private static final Set<String> READERS =
            Set.of("comment", "comments", "commentlist", "respond", "disqus", "kommentare", "commentaires");

    private static final Pattern ADVERTISEMENT = Pattern.compile(
            "^(advertisement|anzeige|werbung|publicité|publicidad|pubblicità|реклама|تبلیغات|إعلان|sponsored content)"
                    + "[\\s:]*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LONGEST_ADVERTISEMENT = 300;

    private static final Pattern WORD = Pattern.compile("[^a-z]+");

    private HtmlBoilerplate() {}

    /** @param headline what must stay, with all around it */
    static void remove(Document page, @Nullable Element headline) {
        page.select(NOT_ARTICLE).stream()
                .filter(element -> headline == null || !headline.parents().contains(element))
                .forEach(Element::remove);
        page.select(".screen-reader-text, .skip-link, .visually-hidden").remove();
        List<Element> elements = page.body().getAllElements();
        if (elements.size() > MOST_ELEMENTS) {
            return;
        }
        int words = page.body().text().length();
        for (Element element : elements) {
            boolean inside = element != page.body() && element.hasParent();
            if (inside && isBoilerplate(element, words, headline != null) && !holds(element, headline)) {
                element.remove();
            }
        }
    }

    private static boolean isBoilerplate(Element element, int words, boolean headline) {
        Set<String> names = names(element);
        if (names.stream().anyMatch(READERS::contains)) {
            // without a headline to hold on to, the article itself may be open for comments
            return headline || element.text().length() * 2 < words;
        }
        if (names.stream().anyMatch(NAMES::contains)) {
            return element.text().length() * 3 < words;
        }
        return ADVERTISEMENT.matcher(beginning(element)).find()
                && element.is("div, td, p, section")
                && element.text().length() < LONGEST_ADVERTISEMENT;
    }

    /** The first words in an element, without gathering all of them. */
    private static String beginning(Element element) {
        Node node = element;
        while (node != null && !(node instanceof TextNode words && !words.isBlank())) {
            Node first = node.firstChild();
            while (first instanceof TextNode words && words.isBlank()) {
                first = first.nextSibling();
            }
            node = first;
        }
        return node instanceof TextNode words ? words.text().strip() : "";
    }

    private static boolean holds(Element element, @Nullable Element headline) {
        return element == headline
                || (headline != null && headline.parents().contains(element))
                || element.selectFirst(HOLDS_ARTICLE) != null;
    }

    private static Set<String> names(Element element) {
        Set<String> names = new HashSet<>();
        for (String name : List.of(element.className(), element.id())) {
            // camelCase parts words as hyphens do
            String parted = name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
            names.addAll(List.of(WORD.split(parted)));
        }
        return names;
    }
}
