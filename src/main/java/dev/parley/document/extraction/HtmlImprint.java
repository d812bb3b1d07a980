package dev.parley.document.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
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

    private final Document page;
    private final List<JsonNode> articles;

    private HtmlImprint(Document page) {
        this.page = page;
        this.articles = page.select("script[type=application/ld+json]").stream()
                .flatMap(script -> articles(script.data()))
                .toList();
    }

    /** Must see the page before scripts and comments are taken out of it. */
    static Imprint of(Document page, @Nullable String title) {
        HtmlImprint imprint = new HtmlImprint(page);
        return new Imprint(
                title, imprint.outlet(), imprint.byline(), imprint.published(), imprint.url(), imprint.language());
    }

    private @Nullable String outlet() {
        return first(
                () -> meta("meta[property=og:site_name]"),
                () -> linked(article -> article.at("/publisher/name")),
                () -> meta("meta[name=application-name]"));
    }

    private @Nullable String byline() {
        String said = first(
                () -> linked(article -> {
                    JsonNode author = article.path("author");
                    JsonNode one = author.isArray() ? author.path(0) : author;
                    return one.isObject() ? one.path("name") : one;
                }),
                () -> meta("meta[name=author]"),
                () -> meta("meta[property=article:author]"));
        return said == null || said.startsWith("http") ? null : said;
    }

    private @Nullable String published() {
        return first(
                () -> day(meta("meta[property=article:published_time]")),
                () -> day(linked(article -> article.path("datePublished"))),
                () -> day(
                        meta("meta[name=date], meta[name=pubdate], meta[itemprop=datePublished], meta[name=dc.date]")),
                () -> day(attribute("article time[datetime], main time[datetime]", "datetime")));
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

    /** Every object of a JSON-LD block that calls itself an article. */
    private static Stream<JsonNode> articles(String json) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            // pages carry broken blocks, and a broken block says nothing
            return Stream.empty();
        }
        List<JsonNode> found = new ArrayList<>();
        List<JsonNode> open = new ArrayList<>(List.of(root));
        for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
            JsonNode node = open.removeLast();
            if (node.path("@type").toString().contains("Article")) {
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
