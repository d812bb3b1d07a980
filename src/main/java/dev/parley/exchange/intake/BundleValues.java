package dev.parley.exchange.intake;

import dev.parley.adjudication.Decision;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationJson;
import dev.parley.document.Document;
import dev.parley.document.DocumentText;
import dev.parley.document.Publication;
import dev.parley.document.Span;
import dev.parley.document.TextImport.Article;
import dev.parley.document.TextImport.From;
import dev.parley.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
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

    /** When the bundle was written: what stands for times it does not tell. */
    static Instant instantOf(JsonNode manifest) {
        Instant at = instant(manifest.path("exportedAt"));
        return at == null ? Instant.EPOCH : at;
    }

    static Article article(JsonNode record, DocumentText text) {
        String id = record.path("id").asString("");
        JsonNode source = record.path("source");
        return new Article(
                uuid(id),
                id + ".txt",
                record.at("/document/title").asString(""),
                record.has("x-language") ? record.get("x-language").asString() : language(record),
                text,
                segments(record),
                new From(
                        source.path("file").asString(id),
                        source.path("fileSha256").asString(text.sha256()),
                        source.path("mediaType").asString("text/plain"),
                        source.path("start").asInt(0),
                        source.path("end").asInt(text.codePoints())),
                publication(record),
                instant(record.path("x-added")));
    }

    private static Publication publication(JsonNode record) {
        JsonNode told = record.path("document");
        String published = string(told.path("published").path("value"));
        String basis = told.path("published").path("basis").asString("user").toUpperCase(Locale.ROOT);
        return new Publication(
                published,
                published == null ? null : Publication.Basis.valueOf(basis),
                string(told.path("outlet")),
                string(record.path("x-byline")),
                string(told.path("url")));
    }

    private static @Nullable String string(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    /** @param merge the run here that an id of the bundle is */
    static Decision.@Nullable Automatic automatic(JsonNode automatic, Function<String, UUID> merge) {
        if (!automatic.isObject() && !automatic.asBoolean(false)) {
            return null;
        }
        return new Decision.Automatic(
                merge.apply(automatic.path("merge").asString("")),
                automatic.path("rule").asString("majority"),
                automatic.path("posterior").asDouble(1),
                automatic.path("audit").asBoolean(false));
    }

    /** A word as one of a few that are known. @throws ProblemException invalid, naming the place */
    static <E extends Enum<E>> E constant(Class<E> type, JsonNode word, String place) {
        try {
            return Enum.valueOf(type, word.asString("").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("%s: %s is not known. Nothing was imported.".formatted(place, word));
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
