package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.document.Span;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one form annotations have in JSON: over HTTP, in the database and, with the words added to each span, in exports.
 * Writing keeps everything and orders fields always the same way. Reading is strict: an unknown field, a wrong type or a
 * missing id is refused with the path and the value. What a null, missing or empty field means is the same: nothing said.
 * A span may carry its {@code text}; {@link #quotes} collects those so that they can be held against the document.
 */
public final class AnnotationJson {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");
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
        return AnnotationReader.read(kind, JsonCursor.root(node));
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
        return AnnotationWriter.write(annotation);
    }

    /** Whether a text can be the id of an annotation or an edit. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
