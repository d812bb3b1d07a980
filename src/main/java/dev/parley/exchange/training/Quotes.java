package dev.parley.exchange.training;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.ExportOrder;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.Layers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * Annotations as a language model can answer them: verbatim words, and which occurrence of them in the text is meant,
 * instead of offsets. Keys stand in a fixed order.
 */
final class Quotes {

    private final DocumentText text;
    private final Map<String, Mention> mentions;

    Quotes(DocumentText text, Layers layers) {
        this.text = text;
        this.mentions = layers.mentions().stream().collect(Collectors.toMap(Mention::id, Function.identity()));
    }

    /** A whole set. */
    String of(Layers layers) {
        return string(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("mentions");
            layers.mentions().stream().sorted(ExportOrder.MENTIONS).forEach(mention -> write(json, mention));
            json.writeEndArray();
            json.writeArrayPropertyStart("claims");
            layers.claims().stream().sorted(ExportOrder.CLAIMS).forEach(claim -> write(json, claim));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** One annotation; a relation only names its type and ends. */
    String of(Annotation annotation) {
        return string(json -> {
            switch (annotation) {
                case Mention mention -> write(json, mention);
                case Claim claim -> write(json, claim);
                case Relation relation -> {
                    json.writeStartObject();
                    json.writeStringProperty("relation", relation.type());
                    json.writeStringProperty("from", relation.from().annotation());
                    json.writeStringProperty("to", relation.to().annotation());
                    json.writeEndObject();
                }
            }
        });
    }

    private void write(JsonGenerator json, Mention mention) {
        json.writeStartObject();
        words(json, "text", mention.spans());
        json.writeStringProperty("label", mention.label());
        occurrences(json, mention.spans());
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Claim claim) {
        json.writeStartObject();
        json.writeName("source");
        parties(json, claim.source());
        words(json, "cue", claim.cue());
        words(json, "content", claim.content());
        occurrences(json, claim.content());
        claim.attributes().forEach((name, value) -> {
            json.writeName(name);
            JsonOutput.writeValue(json, value);
        });
        json.writeEndObject();
    }

    private void parties(JsonGenerator json, List<Party> parties) {
        if (parties.size() == 1) {
            party(json, parties.getFirst());
            return;
        }
        json.writeStartArray();
        parties.forEach(party -> party(json, party));
        json.writeEndArray();
    }

    private void party(JsonGenerator json, Party party) {
        switch (party) {
            case ConstantParty(Claim.Constant constant) ->
                json.writeString("<%s>".formatted(constant.name().toLowerCase(Locale.ROOT)));
            case MentionParty(String id) -> {
                Mention mention = mentions.get(id);
                value(json, mention == null ? List.of() : mention.spans());
            }
        }
    }

    private void words(JsonGenerator json, String name, List<Span> spans) {
        json.writeName(name);
        value(json, spans);
    }

    /** A string, or an array where the words stand in several places. */
    private void value(JsonGenerator json, List<Span> spans) {
        if (spans.isEmpty()) {
            json.writeNull();
        } else if (spans.size() == 1) {
            json.writeString(text.slice(spans.getFirst()));
        } else {
            json.writeStartArray();
            spans.forEach(span -> json.writeString(text.slice(span)));
            json.writeEndArray();
        }
    }

    private void occurrences(JsonGenerator json, List<Span> spans) {
        json.writeName("occurrence");
        if (spans.size() == 1) {
            json.writeNumber(occurrence(spans.getFirst()));
            return;
        }
        json.writeStartArray();
        spans.forEach(span -> json.writeNumber(occurrence(span)));
        json.writeEndArray();
    }

    /** Counted from 1, overlapping ones included. */
    private int occurrence(Span span) {
        String words = text.slice(span);
        int place = text.toUtf16(span.start());
        int number = 0;
        for (int found = text.value().indexOf(words);
                found >= 0 && found <= place;
                found = text.value().indexOf(words, found + 1)) {
            number++;
        }
        return number;
    }

    private static String string(Consumer<JsonGenerator> value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonOutput.to(out)) {
            value.accept(json);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
