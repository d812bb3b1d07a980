package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.RawDocument.RawSet;
import dev.parley.exchange.foreign.RawDocument.RawSpan;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
        JsonRecord page = file.whole().json();
        List<JsonNode> links = new ArrayList<>();
        for (JsonNode item : page.node().path("items")) {
            switch (item.path("motivation").asString("")) {
                case "describing" -> texts.put(item.path("target").asString(""), item.path("body"));
                case "linking" -> links.add(item);
                default -> tag(page, item);
            }
        }
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

    private void tag(JsonRecord page, JsonNode item) {
        String document = item.path("target").path(0).path("source").asString("");
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
        for (JsonNode body : item.path("body")) {
            String value = body.path("value").asString("");
            switch (body.path("purpose").asString("")) {
                case "tagging" -> label = value;
                case "classifying" -> classify(page, collected, name, value);
                case "moderating" -> collected.say(name, "flags", value);
                case "assessing" -> collected.say(name, "confidence", value);
                case "identifying" ->
                    collected.say(
                            name, "entity", body.path("source").asString("").replaceFirst("^urn:parley:entity:", ""));
                default -> {}
            }
        }
        for (JsonNode target : item.path("target")) {
            String quote = null;
            int start = -1;
            int end = -1;
            for (JsonNode selector : target.path("selector")) {
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
        String[] from = home.get(item.path("target").asString(""));
        String[] to = null;
        String type = "related";
        for (JsonNode body : item.path("body")) {
            if (body.path("purpose").asString("").equals("tagging")) {
                type = body.path("value").asString(type);
            } else {
                to = home.get(body.path("source").asString(""));
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
