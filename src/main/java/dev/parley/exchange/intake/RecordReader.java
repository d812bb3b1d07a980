package dev.parley.exchange.intake;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.Constant;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Mention.Confidence;
import dev.parley.annotation.Relation;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the annotations of a record back. What cannot be is refused with the record, the annotation and the field. */
final class RecordReader {

    private final JsonNode record;
    private final DocumentText text;
    private final Function<String, DocumentId> documents;
    private final Function<String, @Nullable String> entities;

    /**
     * @param documents which document an id of the bundle is here
     * @param entities which entity; null for one that is not in the registry
     */
    RecordReader(
            JsonNode record,
            DocumentText text,
            Function<String, DocumentId> documents,
            Function<String, @Nullable String> entities) {
        this.record = record;
        this.text = text;
        this.documents = documents;
        this.entities = entities;
    }

    /** Mentions and claims of a set, and its relations within the document. */
    List<Annotation> own(JsonNode set) {
        Set<String> sourceless = strings(record.path("x-sourceless-claims").path(name(set)));
        List<Annotation> annotations = new ArrayList<>();
        set.path("mentions").forEach(mention -> annotations.add(mention(mention)));
        set.path("claims").forEach(claim -> annotations.add(claim(claim, sourceless)));
        relations(set).stream().filter(relation -> !isOutward(relation)).forEach(annotations::add);
        return annotations;
    }

    /** Its relations to other documents. */
    List<Relation> outward(JsonNode set) {
        return relations(set).stream().filter(RecordReader::isOutward).toList();
    }

    private static boolean isOutward(Relation relation) {
        return relation.from().document() != null || relation.to().document() != null;
    }

    private static String name(JsonNode set) {
        return set.path("annotator").asString("gold");
    }

    private List<Relation> relations(JsonNode set) {
        List<Relation> relations = new ArrayList<>();
        set.path("relations").forEach(relation -> relations.add(relation(relation)));
        record.path("x-mention-relations").forEach(relation -> {
            if (relation.path("set").asString("").equals(name(set))) {
                relations.add(relation(relation));
            }
        });
        return relations;
    }

    private Mention mention(JsonNode json) {
        String id = json.path("id").asString("");
        JsonNode link = json.path("link");
        String entity = link.path("entity").isString()
                ? entities.apply(link.get("entity").asString())
                : null;
        return new Mention(
                id,
                json.path("label").asString(""),
                spans(id, json.path("spans")),
                attributes(json.path("attributes")),
                link.isObject()
                        ? new Mention.Link(entity, constant(Confidence.class, id, link.path("confidence")))
                        : null,
                List.copyOf(strings(json.path("flags"))));
    }

    private Claim claim(JsonNode json, Set<String> sourceless) {
        String id = json.path("id").asString("");
        Map<String, Object> attributes = new TreeMap<>(attributes(json.path("attributes")));
        if (json.path("standalone").isString()) {
            attributes.put("standalone", json.get("standalone").asString());
        }
        return new Claim(
                id,
                spans(id, json.path("content")),
                spans(id, json.path("cue")),
                sourceless.contains(id) ? List.of() : parties(id, json.path("source")),
                parties(id, json.path("addressee")),
                parties(id, json.path("target")),
                parties(id, json.path("via")),
                json.path("parent").isString() ? json.get("parent").asString() : null,
                attributes,
                json.path("implicit").asBoolean(false),
                List.copyOf(strings(json.path("flags"))));
    }

    private Relation relation(JsonNode json) {
        String id = json.path("id").asString("");
        return new Relation(id, json.path("type").asString(""), end(json.path("from")), end(json.path("to")));
    }

    private Relation.End end(JsonNode json) {
        boolean claim = json.has("claim");
        return new Relation.End(
                claim ? Kind.CLAIM : Kind.MENTION,
                json.path(claim ? "claim" : "mention").asString(""),
                json.has("document") ? documents.apply(json.get("document").asString("")) : null);
    }

    private List<Party> parties(String id, JsonNode parties) {
        List<Party> read = new ArrayList<>();
        parties.forEach(party -> read.add(
                party.has("mention")
                        ? new MentionParty(party.get("mention").asString(""))
                        : new ConstantParty(constant(Constant.class, id, party.path("kind")))));
        return read;
    }

    private List<Span> spans(String id, JsonNode spans) {
        List<Span> read = new ArrayList<>();
        for (JsonNode span : spans) {
            int start = span.path("start").asInt(-1);
            int end = span.path("end").asInt(-1);
            if (start < 0 || end <= start || end > text.codePoints()) {
                throw fault(id, "the span %d to %d lies outside the text".formatted(start, end));
            }
            Span read1 = new Span(start, end);
            if (!text.slice(read1).equals(span.path("text").asString(""))) {
                throw fault(
                        id,
                        "“%s” does not stand at %d to %d"
                                .formatted(span.path("text").asString(""), start, end));
            }
            read.add(read1);
        }
        return read;
    }

    private static Map<String, Object> attributes(JsonNode json) {
        Map<String, Object> attributes = new TreeMap<>();
        json.properties().forEach(field -> attributes.put(field.getKey(), value(field.getValue())));
        return attributes;
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().map(one -> one.asString("")).toList();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isIntegralNumber()
                ? (Object) node.longValue()
                : node.isNumber() ? (Object) node.doubleValue() : node.asString("");
    }

    private static Set<String> strings(JsonNode list) {
        Set<String> strings = new java.util.LinkedHashSet<>();
        list.forEach(one -> strings.add(one.asString("")));
        return strings;
    }

    private <E extends Enum<E>> E constant(Class<E> type, String id, JsonNode word) {
        try {
            return Enum.valueOf(type, word.asString("").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw fault(id, "%s is not known".formatted(word));
        }
    }

    private ProblemException fault(String annotation, String what) {
        return ProblemException.invalid("documents.jsonl, record %s, annotation %s: %s. Nothing was imported."
                .formatted(record.path("id").asString(""), annotation, what));
    }

    /** Ids that are given twice. */
    static Set<String> twice(List<Annotation> annotations) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        annotations.forEach(annotation -> {
            if (!seen.add(annotation.id())) {
                twice.add(annotation.id());
            }
        });
        return twice;
    }
}
