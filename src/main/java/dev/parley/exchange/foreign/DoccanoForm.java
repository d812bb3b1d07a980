package dev.parley.exchange.foreign;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * doccano's JSON lines, a line for each set. Offsets are UTF-16 units, which is what that tool's pages count unless a
 * project asks for graphemes; {@code offsetUnit} says so. With relations, marks have numbers and ties refer to them.
 */
final class DoccanoForm implements Form {

    private static final Set<Feature> PLAIN = EnumSet.of(Feature.MENTIONS, Feature.CLAIMS, Feature.CUES);
    private static final Set<Feature> WITH_RELATIONS = EnumSet.of(
            Feature.MENTIONS,
            Feature.CLAIMS,
            Feature.CUES,
            Feature.SOURCES,
            Feature.OTHER_PARTIES,
            Feature.PARENTS,
            Feature.RELATIONS,
            Feature.PIECES);

    private final Format format;

    DoccanoForm(Format format) {
        this.format = format;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) {
        Feature.accountProject(project.source(), false, losses);
        boolean relations = format == Format.DOCCANO_RELATIONS;
        int[] numbers = new int[3];
        JsonOutput.writeLines(
                out,
                json -> project.forEachSet((article, layers) -> {
                    Feature.account(relations ? WITH_RELATIONS : PLAIN, article, layers, losses);
                    Marks marks = Marks.of(article, layers, losses);
                    json.writeStartObject();
                    json.writeNumberProperty("id", ++numbers[0]);
                    json.writeStringProperty("text", article.text().value());
                    if (relations) {
                        writeRelations(json, article.text(), marks, numbers);
                    } else {
                        writeLabels(json, article.text(), marks);
                    }
                    json.writeArrayPropertyStart("Comments");
                    json.writeEndArray();
                    json.writeStringProperty("document", article.document().id().toString());
                    json.writeStringProperty("annotator", project.nameOf(layers));
                    json.writeStringProperty("offsetUnit", "utf-16");
                    json.writeEndObject();
                }));
    }

    private static void writeLabels(JsonGenerator json, DocumentText text, Marks marks) {
        json.writeArrayPropertyStart("label");
        for (Mark mark : marks.marks()) {
            for (Span span : mark.spans()) {
                json.writeStartArray();
                json.writeNumber(text.toUtf16(span.start()));
                json.writeNumber(text.toUtf16(span.end()));
                json.writeString(mark.label());
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }

    private static void writeRelations(JsonGenerator json, DocumentText text, Marks marks, int[] numbers) {
        Map<String, Integer> ids = new HashMap<>();
        Map<Integer, Integer> continued = new java.util.LinkedHashMap<>();
        json.writeArrayPropertyStart("entities");
        for (Mark mark : marks.marks()) {
            for (Span span : mark.spans()) {
                int number = ++numbers[1];
                Integer first = ids.putIfAbsent(mark.id(), number);
                if (first != null) {
                    continued.put(number, first);
                }
                json.writeStartObject();
                json.writeNumberProperty("id", number);
                json.writeStringProperty("label", mark.label());
                json.writeNumberProperty("start_offset", text.toUtf16(span.start()));
                json.writeNumberProperty("end_offset", text.toUtf16(span.end()));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("relations");
        continued.forEach((from, to) -> relation(json, ++numbers[2], from, to, LabelStudioForm.CONTINUES));
        for (Tie tie : marks.ties()) {
            relation(json, ++numbers[2], ids.getOrDefault(tie.from(), 0), ids.getOrDefault(tie.to(), 0), tie.type());
        }
        json.writeEndArray();
    }

    private static void relation(JsonGenerator json, int id, int from, int to, String type) {
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        json.writeNumberProperty("from_id", from);
        json.writeNumberProperty("to_id", to);
        json.writeStringProperty("type", type);
        json.writeEndObject();
    }
}
