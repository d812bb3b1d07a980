package dev.parley.exchange.training;

import dev.parley.document.Span;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes spans as pairs of offsets, the way trainers take them. */
final class Pairs {

    private Pairs() {}

    /** @param origin where counting starts */
    static void write(JsonGenerator json, Span span, int origin) {
        json.writeStartArray();
        json.writeNumber(span.start() - origin);
        json.writeNumber(span.end() - origin);
        json.writeEndArray();
    }

    static void writeAll(JsonGenerator json, String name, List<Span> spans, int origin) {
        json.writeArrayPropertyStart(name);
        spans.forEach(span -> write(json, span, origin));
        json.writeEndArray();
    }

    /** The first span, or null where there is none. */
    static void writeFirst(JsonGenerator json, String name, List<Span> spans, int origin) {
        json.writeName(name);
        if (spans.isEmpty()) {
            json.writeNull();
        } else {
            write(json, spans.getFirst(), origin);
        }
    }

    static void writeLabelled(JsonGenerator json, Span span, String label) {
        json.writeStartArray();
        json.writeNumber(span.start());
        json.writeNumber(span.end());
        json.writeString(label);
        json.writeEndArray();
    }
}
