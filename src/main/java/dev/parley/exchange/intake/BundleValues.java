package dev.parley.exchange.intake;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationJson;
import dev.parley.document.Document;
import dev.parley.document.Span;
import dev.parley.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single values of a bundle. */
final class BundleValues {

    private BundleValues() {}

    static @Nullable String language(JsonNode record) {
        return record.path("language").isString() ? record.get("language").asString() : null;
    }

    static @Nullable UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static List<Document.Segment> segments(JsonNode record) {
        List<Document.Segment> segments = new ArrayList<>();
        for (JsonNode segment : record.path("segments")) {
            JsonNode of = segment.path("of");
            segments.add(new Document.Segment(
                    segment.path("type").asString(""),
                    new Span(segment.path("start").asInt(), segment.path("end").asInt()),
                    of.isObject()
                            ? new Span(of.path("start").asInt(), of.path("end").asInt())
                            : null));
        }
        return segments;
    }

    static @Nullable Instant instant(JsonNode at) {
        try {
            return at.isString() ? Instant.parse(at.asString()) : null;
        } catch (java.time.format.DateTimeParseException e) {
            throw ProblemException.invalid("“%s” is no time. Nothing was imported.".formatted(at.asString()));
        }
    }

    static @Nullable Annotation own(JsonNode decision) {
        JsonNode annotation = decision.path("annotation");
        if (!annotation.isObject()) {
            return null;
        }
        Annotation.Kind kind = annotation.has("label")
                ? Annotation.Kind.MENTION
                : annotation.has("content") ? Annotation.Kind.CLAIM : Annotation.Kind.RELATION;
        return AnnotationJson.read(kind, annotation);
    }
}
