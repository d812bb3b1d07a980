package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.RawDocument.RawSpan;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads formats with a text and its spans on a line: doccano's two shapes and its older ones, spaCy's, Prodigy's. */
final class LinesReader {

    private LinesReader() {}

    private interface Filler {
        void fill(JsonRecord line, Collected collected);
    }

    static void doccano(ForeignFile file, Consumer<RawDocument> found) {
        read(file, found, (line, collected) -> {
            for (String field : List.of("label", "labels", "spans")) {
                spans(line, line.node().path(field), collected);
            }
            for (JsonNode entity : line.node().path("entities")) {
                entity(line, entity, collected);
            }
            for (JsonNode relation : line.node().path("relations")) {
                collected.tie(
                        relation.path("type").asString("related"),
                        id(relation.path("from_id").asString("")),
                        id(relation.path("to_id").asString("")));
            }
        });
    }

    private static void entity(JsonRecord line, JsonNode entity, Collected collected) {
        if (!entity.isObject()) {
            throw line.fault(
                    "field “entities”: %s should have a label, start_offset and end_offset; is this a file of spaCy's?"
                            .formatted(entity));
        }
        String id = id(entity.path("id").asString(""));
        if (collected.has(id)) {
            throw line.fault("field “entities[].id”: the id %s is given twice".formatted(entity.path("id")));
        }
        collected.mark(
                id,
                entity.path("label").asString(""),
                new RawSpan(number(line, entity, "start_offset"), number(line, entity, "end_offset"), null));
    }

    /** A record without marks may have none; one with another tool's would lose them without a word. */
    private static void requireNone(JsonRecord line, String field, String tool) {
        if (line.node().path(field).isArray()) {
            throw line.fault("field “%s” is not read in this format; is this a file of %s?".formatted(field, tool));
        }
    }

    static void spans(ForeignFile file, Consumer<RawDocument> found) {
        read(file, found, (line, collected) -> {
            requireNone(line, "label", "doccano's");
            requireNone(line, "labels", "doccano's");
            JsonNode rich = line.node().path("spans").path("sc");
            JsonNode rest = line.node().isArray()
                    ? line.node().path(1).path("entities")
                    : line.node().path("entities");
            spans(
                    line,
                    rich.isArray()
                            ? rich
                            : line.node().path("spans").isArray() ? line.node().path("spans") : rest,
                    collected);
        });
    }

    static void prodigy(ForeignFile file, Consumer<RawDocument> found) {
        read(file, found, (line, collected) -> {
            requireNone(line, "label", "doccano's");
            requireNone(line, "entities", "doccano's or spaCy's");
            if (line.node().path("answer").asString("accept").equals("accept")) {
                for (JsonNode span : line.node().path("spans")) {
                    // tasks have no ids: two spans with the same place and label are one
                    if (!collected.has(prodigyId(span))) {
                        collected.mark(
                                prodigyId(span),
                                span.path("label").asString(""),
                                quoted(span(line, span), line.node().path("tokens"), span.path("token_start")));
                    }
                }
                for (JsonNode relation : line.node().path("relations")) {
                    JsonNode head = relation.path("head_span");
                    JsonNode child = relation.path("child_span");
                    collected.tie(relation.path("label").asString("related"), prodigyId(head), prodigyId(child));
                }
            }
        });
    }

    private static void read(ForeignFile file, Consumer<RawDocument> found, Filler filler) {
        file.records(line -> {
            JsonNode node = line.node();
            String text = node.isArray() && node.path(0).isString()
                    ? node.get(0).asString()
                    : node.path("text").isString()
                            ? node.get("text").asString()
                            : node.path("data").asString("");
            if (text.isEmpty()) {
                throw line.fault("field “text” should be a text that is not empty");
            }
            Collected collected = new Collected();
            filler.fill(line, collected);
            JsonNode meta = node.path("meta");
            found.accept(new RawDocument(
                    line.place(),
                    first(node.path("document"), meta.path("document"), node.path("id")),
                    null,
                    node.path("language").isString() ? node.get("language").asString() : null,
                    text,
                    declared(node),
                    List.of(collected.set(first(
                            node.path("annotator"),
                            meta.path("set"),
                            node.path("_session_id"),
                            node.path("username"))))));
        });
    }

    private static String first(JsonNode... candidates) {
        return Stream.of(candidates)
                .filter(candidate -> candidate.isValueNode() && !candidate.isNull())
                .map(JsonNode::asString)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static @Nullable OffsetUnit declared(JsonNode node) {
        String said = node.path("offsetUnit").asString("");
        return Stream.of(OffsetUnit.values())
                .filter(unit -> unit.id().equals(said))
                .findFirst()
                .orElse(null);
    }

    /** Triples, or objects with start, end and label. */
    private static void spans(JsonRecord line, JsonNode spans, Collected collected) {
        if (!spans.isArray()) {
            return;
        }
        int number = 0;
        for (JsonNode span : spans) {
            String id = "m" + ++number;
            if (span.isArray()
                    && span.path(0).isInt()
                    && span.path(1).isInt()
                    && span.path(2).isString()) {
                collected.mark(
                        id,
                        label(span.get(2).asString()),
                        new RawSpan(span.get(0).asInt(), span.get(1).asInt(), null));
            } else if (span.isObject()) {
                collected.mark(id, label(span.path("label").asString("")), span(line, span));
            } else {
                throw line.fault("the span %s should be start, end and label".formatted(span));
            }
        }
    }

    /** What our own spans call the parts of a claim. */
    private static String label(String label) {
        return switch (label) {
            case "content" -> Mark.CLAIM;
            case "cue" -> Mark.CUE;
            default -> label;
        };
    }

    private static RawSpan span(JsonRecord line, JsonNode span) {
        JsonNode text = span.path("text");
        return new RawSpan(
                number(line, span, "start"), number(line, span, "end"), text.isString() ? text.asString() : null);
    }

    private static int number(JsonRecord line, JsonNode node, String field) {
        if (!node.path(field).isInt()) {
            JsonNode found = node.path(field);
            throw line.fault("field “%s” should be a number, not %s"
                    .formatted(field, found.isMissingNode() ? "missing" : found));
        }
        return node.get(field).asInt();
    }

    private static String id(String number) {
        return "m" + number;
    }

    /** A span over one token stands where the token's words stand, which tells what the file counts. */
    private static RawSpan quoted(RawSpan span, JsonNode tokens, JsonNode first) {
        JsonNode token = tokens.path(first.asInt(-1));
        boolean same = token.path("start").asInt(-1) == span.start()
                && token.path("end").asInt(-1) == span.end()
                && token.path("text").isString();
        return same ? new RawSpan(span.start(), span.end(), token.get("text").asString()) : span;
    }

    private static String prodigyId(JsonNode span) {
        return "m%s-%s-%s"
                .formatted(
                        span.path("start").asString(""),
                        span.path("end").asString(""),
                        span.path("label").asString(""));
    }
}
