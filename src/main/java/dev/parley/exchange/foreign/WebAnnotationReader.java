package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.RawDocument.RawSet;
import dev.parley.exchange.foreign.RawDocument.RawSpan;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads W3C Web Annotations: tags on stretches of a text, links between them. The text itself must be in the file, as a body
 * that describes its document.
 */
final class WebAnnotationReader {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, JsonNode> texts = new LinkedHashMap<>();
    private final Map<String, Map<String, Collected>> sets = new LinkedHashMap<>();
    private final Map<String, String[]> home = new LinkedHashMap<>();

    private WebAnnotationReader() {}

    static void read(ForeignFile file, Consumer<RawDocument> found) {
        new WebAnnotationReader().documents(file, found);
    }

    private void documents(ForeignFile file, Consumer<RawDocument> found) {
        List<JsonRecord> pages = file.whole().records();
        JsonRecord first = pages.getFirst();
        List<JsonNode> links = new ArrayList<>();
        List<JsonNode> tags = new ArrayList<>();
        pages.stream().flatMap(page -> items(page.node())).forEach(item -> {
            switch (motivation(item)) {
                case "describing" ->
                    each(item, "body").findFirst().ifPresent(body -> texts.put(source(item.path("target")), body));
                case "linking" -> links.add(item);
                default -> tags.add(item);
            }
        });
        tags.forEach(item -> tag(first, item));
        links.forEach(this::link);
        texts.forEach((id, body) -> {
            List<RawSet> made = new ArrayList<>();
            sets.getOrDefault(id, Map.of()).forEach((creator, collected) -> made.add(collected.set(creator)));
            found.accept(new RawDocument(
                    "“%s”, document %s".formatted(file.name(), id),
                    id.substring(id.lastIndexOf(':') + 1),
                    null,
                    body.path("language").isString() ? body.get("language").asString() : null,
                    body.path("value").asString(""),
                    null,
                    made));
        });
    }

    /** The annotations of a page, of a collection's first page, or the one annotation that this is. */
    private static Stream<JsonNode> items(JsonNode page) {
        if (page.path("items").isArray()) {
            return page.get("items").valueStream();
        }
        if (page.path("first").isObject()) {
            return items(page.get("first"));
        }
        return page.has("target") ? Stream.of(page) : Stream.empty();
    }

    /** The values of a field: JSON-LD writes a list of one without its brackets. */
    private static Stream<JsonNode> each(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isArray()) {
            return value.valueStream();
        }
        return value.isMissingNode() || value.isNull() ? Stream.empty() : Stream.of(value);
    }

    private static String motivation(JsonNode item) {
        return each(item, "motivation")
                .map(word -> word.asString(""))
                .findFirst()
                .orElse("");
    }

    /** What a target or a link stands on: its address, or what says more about it. */
    private static String source(JsonNode target) {
        JsonNode one = target.isArray() ? target.path(0) : target;
        return one.isString()
                ? one.asString()
                : one.path("source").asString(one.path("id").asString(""));
    }

    private void tag(JsonRecord page, JsonNode item) {
        String document = source(item.path("target"));
        if (!texts.containsKey(document)) {
            throw page.fault("the annotation %s stands on %s, whose text is not in the file"
                    .formatted(item.path("id"), document));
        }
        String creator = item.path("creator")
                .path("nickname")
                .asString(item.path("creator").path("name").asString(""));
        String id = item.path("id").asString("");
        String name = id.substring(id.lastIndexOf(':') + 1);
        Collected collected = sets.computeIfAbsent(document, _ -> new LinkedHashMap<>())
                .computeIfAbsent(creator, _ -> new Collected());
        home.put(id, new String[] {document, creator, name});
        String label = "";
        for (JsonNode body : each(item, "body").toList()) {
            String value =
                    body.isString() ? body.asString() : body.path("value").asString("");
            switch (body.path("purpose").asString("tagging")) {
                case "tagging" -> label = label.isEmpty() ? value : label;
                case "classifying" -> classify(page, collected, name, value);
                case "moderating" -> collected.say(name, "flags", value);
                case "assessing" -> collected.say(name, "confidence", value);
                case "identifying" ->
                    collected.say(
                            name, "entity", body.path("source").asString("").replaceFirst("^urn:parley:entity:", ""));
                default -> {}
            }
        }
        for (JsonNode target : each(item, "target").toList()) {
            String quote = null;
            int start = -1;
            int end = -1;
            for (JsonNode selector : each(target, "selector").toList()) {
                quote = selector.path("exact").isString()
                        ? selector.get("exact").asString()
                        : quote;
                start = selector.path("start").asInt(start);
                end = selector.path("end").asInt(end);
            }
            collected.mark(name, label, new RawSpan(start, end, quote));
        }
    }

    private static void classify(JsonRecord page, Collected collected, String name, String value) {
        int equals = value.indexOf('=');
        if (equals < 1) {
            collected.say(name, value, Boolean.TRUE);
            return;
        }
        try {
            JsonNode said = MAPPER.readTree(value.substring(equals + 1));
            Object plain = said.isArray()
                    ? said.valueStream().map(JsonNode::asString).toList()
                    : said.isBoolean()
                            ? said.asBoolean()
                            : said.isIntegralNumber()
                                    ? (Object) said.asLong()
                                    : said.isNumber() ? (Object) said.asDouble() : said.asString();
            collected.say(name, value.substring(0, equals), plain);
        } catch (JacksonException e) {
            throw page.fault("the value of “%s” cannot be read".formatted(value));
        }
    }

    private void link(JsonNode item) {
        String[] from = home.get(source(item.path("target")));
        String[] to = null;
        String type = "related";
        for (JsonNode body : each(item, "body").toList()) {
            if (body.path("purpose").asString("").equals("tagging")) {
                type = body.path("value").asString(type);
            } else {
                to = home.get(source(body));
            }
        }
        if (from == null || to == null) {
            throw ProblemException.invalid(
                    "The link %s leads to an annotation that is not in the file; nothing was imported."
                            .formatted(item.path("id")));
        }
        sets.getOrDefault(from[0], Map.of())
                .getOrDefault(from[1], new Collected())
                .tie(type, from[2], to[2]);
    }
}
