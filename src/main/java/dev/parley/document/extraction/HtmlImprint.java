package dev.parley.document.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says of itself in places that are not text: its meta elements, its JSON-LD, the comment a browser leaves in
 * a saved page. The sources are asked in the order of how seldom they lie.
 */
final class HtmlImprint {

    private static final int MOST_NODES = 2_000;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SAVED = Pattern.compile("saved from url=\\(\\d+\\)(\\S+)");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern TITLE_PARTS = Pattern.compile("\\s+[|–—»«·:-]\\s+");

    private final Document page;
    private final List<JsonNode> linked;
    private final List<JsonNode> articles;

    /** Must see the page before scripts and comments are taken out of it. */
    HtmlImprint(Document page) {
        this.page = page;
        this.linked = page.select("script[type=application/ld+json]").stream()
                .flatMap(script -> objects(script.data()))
                .toList();
        this.articles = linked.stream().filter(HtmlImprint::isArticle).toList();
    }

    /** @param title the headline that the page shows; null if it shows none */
    Imprint imprint(@Nullable String title) {
        return new Imprint(
                title == null ? titles().stream().findFirst().orElse(null) : title,
                outlet(),
                byline(),
                published(),
                url(),
                language());
    }

    /** What the page calls itself, the surest first; without the name of the site where that is told apart. */
    List<String> titles() {
        return Stream.of(
                        linked(article -> article.path("headline")),
                        meta("meta[property=og:title]"),
                        meta("meta[name=twitter:title]"),
                        withoutSite(page.title()))
                .filter(Objects::nonNull)
                .map(title -> SPACES.matcher(title).replaceAll(" ").strip())
                .filter(title -> !title.isEmpty())
                .toList();
    }

    /** "Council meets | River Post": the longest part is the title. */
    private static String withoutSite(String title) {
        return Stream.of(TITLE_PARTS.split(title))
                .max(Comparator.comparing(String::length))
                .orElse(title);
    }

    private @Nullable String outlet() {
        return first(
                () -> meta("meta[property=og:site_name]"),
                () -> linked(article -> named(article.path("publisher"))),
                () -> meta("meta[name=application-name]"));
    }

    private @Nullable String byline() {
        String said = first(
                () -> linked(article -> {
                    JsonNode author = article.path("author");
                    JsonNode one = author.isArray() ? author.path(0) : author;
                    return one.isObject() ? named(one) : one;
                }),
                () -> meta("meta[name=author]"),
                () -> meta("meta[property=article:author]"),
                () -> shown("[itemprop=author] [itemprop=name], [itemprop=author], [rel=author]"));
        return said == null || said.startsWith("http") ? null : said;
    }

    private @Nullable String shown(String selector) {
        Element element = page.selectFirst(selector);
        return element == null || element.text().isBlank()
                ? null
                : element.text().strip();
    }

    /** A name, which may stand at another object that is only referred to. */
    private JsonNode named(JsonNode object) {
        JsonNode name = object.path("name");
        String id = object.path("@id").asString("");
        return name.isString() || id.isEmpty()
                ? name
                : linked.stream()
                        .filter(other -> other.path("@id").asString("").equals(id))
                        .map(other -> other.path("name"))
                        .filter(JsonNode::isString)
                        .findFirst()
                        .orElse(name);
    }

    private @Nullable String published() {
        return first(
                () -> day(meta("meta[property=article:published_time]")),
                () -> day(linked(article -> article.path("datePublished"))),
                () -> day(meta("meta[name=date], meta[name=pubdate], meta[itemprop=datePublished], meta[name=dc.date],"
                        + " meta[name=dc.date.issued], meta[name=parsely-pub-date], meta[name=citation_date]")),
                () -> day(attribute("[itemprop=datePublished][datetime], time[pubdate][datetime]", "datetime")),
                () -> day(attribute(
                        "article time[datetime], main time[datetime], .entry-meta time[datetime]", "datetime")));
    }

    private @Nullable String url() {
        return first(
                () -> attribute("link[rel=canonical]", "href"),
                () -> meta("meta[property=og:url]"),
                () -> page.childNodes().stream()
                        .filter(Comment.class::isInstance)
                        .map(comment -> SAVED.matcher(((Comment) comment).getData()))
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElse(null));
    }

    private @Nullable String language() {
        return first(
                () -> attribute("html[lang]", "lang"),
                () -> attribute("html[xml:lang]", "xml:lang"),
                () -> meta("meta[http-equiv=content-language]"),
                () -> Optional.ofNullable(meta("meta[property=og:locale]"))
                        .map(locale -> locale.replace('_', '-'))
                        .orElse(null));
    }

    /** Full dates in ISO order, and the form of mail headers; anything else is no date that can be told for sure. */
    private static @Nullable String day(@Nullable String value) {
        if (value == null) {
            return null;
        }
        Matcher matcher = DAY.matcher(value);
        if (matcher.lookingAt()) {
            return matcher.group();
        }
        try {
            return LocalDate.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value))
                    .toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable String meta(String selector) {
        return attribute(selector, "content");
    }

    private @Nullable String attribute(String selector, String name) {
        Element element = page.selectFirst(selector);
        return element == null || element.attr(name).isBlank()
                ? null
                : element.attr(name).strip();
    }

    private @Nullable String linked(Function<JsonNode, JsonNode> field) {
        return articles.stream()
                .map(field)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static boolean isArticle(JsonNode node) {
        String type = node.path("@type").toString();
        return type.contains("Article") || type.contains("Posting");
    }

    /** Every object of a JSON-LD block. */
    private static Stream<JsonNode> objects(String json) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            // pages carry broken blocks, and a broken block says nothing
            return Stream.empty();
        }
        List<JsonNode> found = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
        for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
            JsonNode node = open.poll();
            if (node.isObject()) {
                found.add(node);
            }
            if (node.isContainer()) {
                node.forEach(open::add);
            }
        }
        return found.stream();
    }

    @SafeVarargs
    private static @Nullable String first(java.util.function.Supplier<@Nullable String>... sources) {
        return Stream.of(sources)
                .map(java.util.function.Supplier::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
