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
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The reading half of {@link AnnotationJson}: strict, and each refusal names the path and the value. */
final class AnnotationReader {

    /** More stretches, parties or flags than any reader would ever set; keeps one edit from filling the memory. */
    private static final int MANY = 500;

    private static final int LONGEST_FLAG = 100;

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

    private AnnotationReader() {}

    static Annotation read(Kind kind, JsonCursor root) {
        return switch (kind) {
            case MENTION -> mention(root.object(MENTION));
            case CLAIM -> claim(root.object(CLAIM));
            case RELATION -> relation(root.object(RELATION));
        };
    }

    private static Mention mention(JsonCursor json) {
        return new Mention(
                id(json.field("id")),
                json.field("label").text(),
                json.list("spans", MANY, AnnotationReader::span),
                attributes(json),
                link(json.optional("link")),
                json.list("flags", MANY, AnnotationReader::flag));
    }

    private static Claim claim(JsonCursor json) {
        JsonCursor parent = json.optional("parent");
        JsonCursor implicit = json.optional("implicit");
        return new Claim(
                id(json.field("id")),
                json.list("content", MANY, AnnotationReader::span),
                json.list("cue", MANY, AnnotationReader::span),
                json.list("source", MANY, AnnotationReader::party),
                json.list("addressee", MANY, AnnotationReader::party),
                json.list("target", MANY, AnnotationReader::party),
                json.list("via", MANY, AnnotationReader::party),
                parent == null ? null : id(parent),
                attributes(json),
                implicit != null && implicit.flag(),
                json.list("flags", MANY, AnnotationReader::flag));
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

    static String id(JsonCursor json) {
        String id = json.text();
        if (!AnnotationJson.isId(id)) {
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
                .filter(constant -> AnnotationJson.lower(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> json.fault("must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(AnnotationJson::lower)
                                .collect(Collectors.joining(", "))));
    }
}
