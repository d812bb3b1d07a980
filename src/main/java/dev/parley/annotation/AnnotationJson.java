package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.Claim.Constant;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention.Confidence;
import dev.parley.annotation.Mention.Link;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one form annotations have in JSON: over HTTP, in the database and, with the words added to each span, in exports.
 * Writing keeps everything and orders fields always the same way. Reading is strict: an unknown field, a wrong type or a
 * missing id is refused with the path and the value. What a null, missing or empty field means is the same: nothing said.
 * A span may carry its {@code text}; {@link #quotes} collects those so that they can be held against the document.
 */
public final class AnnotationJson {

    /** More stretches, parties or flags than any reader would ever set; keeps one edit from filling the memory. */
    private static final int MANY = 500;

    private static final int LONGEST_FLAG = 100;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");
    private static final Set<String> SPAN = Set.of("start", "end", "text");
    private static final Set<String> MENTION = Set.of("id", "label", "spans", "attributes", "link", "flags");
    private static final Set<String> CLAIM = Set.of(
            "id",
            "content",
            "cue",
            "source",
            "addressee",
            "target",
            "via",
            "parent",
            "attributes",
            "implicit",
            "flags");
    private static final Set<String> RELATION = Set.of("id", "type", "from", "to");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AnnotationJson() {}

    /**
     * The words a writer believes stand at a span.
     *
     * @param span where
     * @param text what was read there
     */
    public record Quote(Span span, String text) {}

    /** @throws ProblemException with kind INVALID, naming the path and the value, if the JSON is not such an annotation */
    public static Annotation read(Kind kind, JsonNode node) {
        JsonCursor root = JsonCursor.root(node);
        return switch (kind) {
            case MENTION -> mention(root.object(MENTION));
            case CLAIM -> claim(root.object(CLAIM));
            case RELATION -> relation(root.object(RELATION));
        };
    }

    /** The words that spans of this JSON claim to cover; empty if it names none. */
    public static List<Quote> quotes(JsonNode annotation) {
        List<Quote> quotes = new ArrayList<>();
        for (String field : List.of("spans", "content", "cue")) {
            for (JsonNode span : annotation.path(field)) {
                if (span.path("text").isString()) {
                    quotes.add(new Quote(
                            new Span(
                                    span.path("start").intValue(),
                                    span.path("end").intValue()),
                            span.path("text").stringValue()));
                }
            }
        }
        return List.copyOf(quotes);
    }

    /** Reads what {@link #text} wrote. */
    static Annotation parse(Kind kind, String json) {
        return read(kind, MAPPER.readTree(json));
    }

    /** The annotation as compact JSON, for the database. */
    static String text(Annotation annotation) {
        return MAPPER.writeValueAsString(write(annotation));
    }

    /** The annotation in the shape of the HTTP contract. */
    public static ObjectNode write(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> write(mention);
            case Claim claim -> write(claim);
            case Relation relation -> write(relation);
        };
    }

    private static ObjectNode write(Mention mention) {
        ObjectNode json = NODES.objectNode();
        json.put("id", mention.id());
        json.put("label", mention.label());
        json.set("spans", spans(mention.spans()));
        json.set("attributes", attributes(mention.attributes()));
        Link link = mention.link();
        if (link == null) {
            json.putNull("link");
        } else {
            json.putObject("link").put("entity", link.entity()).put("confidence", lower(link.confidence()));
        }
        flags(json, mention.flags());
        return json;
    }

    private static ObjectNode write(Claim claim) {
        ObjectNode json = NODES.objectNode();
        json.put("id", claim.id());
        json.set("content", spans(claim.content()));
        json.set("cue", spans(claim.cue()));
        json.set("source", parties(claim.source()));
        json.set("addressee", parties(claim.addressee()));
        json.set("target", parties(claim.target()));
        json.set("via", parties(claim.via()));
        json.put("parent", claim.parent());
        json.set("attributes", attributes(claim.attributes()));
        json.put("implicit", claim.implicit());
        flags(json, claim.flags());
        return json;
    }

    private static ObjectNode write(Relation relation) {
        ObjectNode json = NODES.objectNode();
        json.put("id", relation.id());
        json.put("type", relation.type());
        json.set("from", end(relation.from()));
        json.set("to", end(relation.to()));
        return json;
    }

    private static ArrayNode spans(List<Span> spans) {
        ArrayNode json = NODES.arrayNode(spans.size());
        spans.forEach(span -> json.addObject().put("start", span.start()).put("end", span.end()));
        return json;
    }

    private static ArrayNode parties(List<Party> parties) {
        ArrayNode json = NODES.arrayNode(parties.size());
        for (Party party : parties) {
            switch (party) {
                case MentionParty(String mention) -> json.addObject().put("mention", mention);
                case ConstantParty(Constant constant) -> json.addObject().put("constant", lower(constant));
            }
        }
        return json;
    }

    private static ObjectNode end(Relation.End end) {
        ObjectNode json = NODES.objectNode();
        json.put(lower(end.kind()), end.annotation());
        DocumentId document = end.document();
        if (document != null) {
            json.put("document", document.toString());
        }
        return json;
    }

    private static void flags(ObjectNode json, List<String> flags) {
        if (!flags.isEmpty()) {
            flags.forEach(json.putArray("flags")::add);
        }
    }

    private static ObjectNode attributes(Map<String, Object> attributes) {
        ObjectNode json = NODES.objectNode();
        attributes.forEach((id, value) -> json.set(id, MAPPER.valueToTree(value)));
        return json;
    }

    private static Mention mention(JsonCursor json) {
        return new Mention(
                id(json.field("id")),
                json.field("label").text(),
                json.list("spans", MANY, AnnotationJson::span),
                attributes(json),
                link(json.optional("link")),
                json.list("flags", MANY, AnnotationJson::flag));
    }

    private static Claim claim(JsonCursor json) {
        JsonCursor parent = json.optional("parent");
        JsonCursor implicit = json.optional("implicit");
        return new Claim(
                id(json.field("id")),
                json.list("content", MANY, AnnotationJson::span),
                json.list("cue", MANY, AnnotationJson::span),
                json.list("source", MANY, AnnotationJson::party),
                json.list("addressee", MANY, AnnotationJson::party),
                json.list("target", MANY, AnnotationJson::party),
                json.list("via", MANY, AnnotationJson::party),
                parent == null ? null : id(parent),
                attributes(json),
                implicit != null && implicit.flag(),
                json.list("flags", MANY, AnnotationJson::flag));
    }

    private static Relation relation(JsonCursor json) {
        return new Relation(
                id(json.field("id")), json.field("type").text(), end(json.field("from")), end(json.field("to")));
    }

    private static String flag(JsonCursor json) {
        String flag = json.text();
        if (flag.isBlank() || flag.length() > LONGEST_FLAG) {
            throw json.fault("must have 1 to %d characters".formatted(LONGEST_FLAG));
        }
        return flag;
    }

    /** Whether a text can be the id of an annotation or an edit. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static String id(JsonCursor json) {
        String id = json.text();
        if (!isId(id)) {
            throw json.fault("must be 1 to 128 letters, digits or . _ : - and start with a letter or digit");
        }
        return id;
    }

    private static Span span(JsonCursor json) {
        json.object(SPAN);
        int start = json.field("start").offset();
        int end = json.field("end").offset();
        JsonCursor text = json.optional("text");
        if (text != null) {
            text.text();
        }
        if (end <= start) {
            throw json.fault("is empty: it ends at %d and starts at %d".formatted(end, start), false);
        }
        return new Span(start, end);
    }

    private static Party party(JsonCursor json) {
        json.object(Set.of("mention", "constant"));
        JsonCursor mention = json.optional("mention");
        JsonCursor constant = json.optional("constant");
        if ((mention == null) == (constant == null)) {
            throw json.fault("must have either “mention” or “constant”");
        }
        return mention != null
                ? new MentionParty(id(mention))
                : new ConstantParty(constant(Constant.class, json.field("constant")));
    }

    private static Relation.End end(JsonCursor json) {
        json.object(Set.of("mention", "claim", "document"));
        JsonCursor mention = json.optional("mention");
        JsonCursor claim = json.optional("claim");
        if ((mention == null) == (claim == null)) {
            throw json.fault("must have either “mention” or “claim”");
        }
        JsonCursor document = json.optional("document");
        DocumentId other = document == null ? null : document(document);
        return mention != null
                ? new Relation.End(Kind.MENTION, id(mention), other)
                : new Relation.End(Kind.CLAIM, id(json.field("claim")), other);
    }

    private static DocumentId document(JsonCursor json) {
        try {
            return new DocumentId(UUID.fromString(json.text()));
        } catch (IllegalArgumentException e) {
            throw json.fault("must be the id of a document");
        }
    }

    private static @Nullable Link link(@Nullable JsonCursor json) {
        if (json == null) {
            return null;
        }
        json.object(Set.of("entity", "confidence"));
        JsonCursor entity = json.optional("entity");
        return new Link(entity == null ? null : id(entity), constant(Confidence.class, json.field("confidence")));
    }

    private static Map<String, Object> attributes(JsonCursor json) {
        JsonCursor field = json.optional("attributes");
        if (field == null) {
            return Map.of();
        }
        if (!field.node().isObject()) {
            throw field.fault("must be an object");
        }
        Map<String, Object> attributes = new TreeMap<>();
        for (String name : field.node().propertyNames()) {
            JsonCursor value = field.optional(name);
            if (value != null) {
                attributes.put(name, attribute(value));
            }
        }
        return attributes;
    }

    private static Object attribute(JsonCursor json) {
        JsonNode node = json.node();
        if (node.isString()) {
            return json.text();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber() && Double.isFinite(node.asDouble())) {
            return node.asDouble();
        }
        if (node.isArray()) {
            return json.items(MANY, JsonCursor::text);
        }
        throw json.fault("must be a string, number, true, false or a list of strings");
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonCursor json) {
        String value = json.text();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> lower(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> json.fault("must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(AnnotationJson::lower)
                                .collect(Collectors.joining(", "))));
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
