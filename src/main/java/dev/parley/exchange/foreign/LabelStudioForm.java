package dev.parley.exchange.foreign;

import dev.parley.annotation.Mention;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.Article;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.Layers;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * Label Studio's tasks: a list, with one annotation for each set. Offsets are code points, as that tool has them since
 * October 2021. A region there has one stretch, so the further ones of a mark are regions tied to the first by
 * {@code continues}.
 */
final class LabelStudioForm implements Form {

    static final String CONTINUES = "continues";

    private static final Set<Feature> HELD =
            EnumSet.complementOf(EnumSet.of(Feature.OUTWARD_RELATIONS, Feature.SEGMENTS));

    @Override
    public Format format() {
        return Format.LABEL_STUDIO;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) {
        Feature.accountProject(project.source(), false, losses);
        Map<String, Integer> people = new HashMap<>();
        int[] numbers = new int[2];
        JsonOutput.writeLines(out, json -> {
            json.writeStartArray();
            project.source().forEachArticle(article -> {
                json.writeStartObject();
                json.writeNumberProperty("id", ++numbers[0]);
                json.writeObjectPropertyStart("data");
                json.writeStringProperty("text", article.text().value());
                json.writeStringProperty("document", article.document().id().toString());
                json.writeStringProperty("title", article.document().title());
                json.writeStringProperty("language", article.document().language());
                json.writeEndObject();
                json.writeObjectPropertyStart("meta");
                json.writeEndObject();
                json.writeArrayPropertyStart("annotations");
                for (Layers layers : project.layers(article)) {
                    Feature.account(HELD, article, layers, losses);
                    String name = project.nameOf(layers);
                    int person = people.computeIfAbsent(name, _ -> people.size() + 1);
                    write(json, article, layers, new Head(++numbers[1], person, name), project, losses);
                }
                json.writeEndArray();
                json.writeArrayPropertyStart("predictions");
                json.writeEndArray();
                json.writeEndObject();
            });
            json.writeEndArray();
        });
    }

    private record Head(int number, int person, String name) {}

    private static void write(
            JsonGenerator json, Article article, Layers layers, Head head, Outgoing project, Losses losses) {
        json.writeStartObject();
        json.writeNumberProperty("id", head.number());
        json.writeObjectPropertyStart("completed_by");
        json.writeNumberProperty("id", head.person());
        json.writeStringProperty("username", head.name());
        json.writeStringProperty("email", head.name());
        json.writeEndObject();
        json.writeBooleanProperty("was_cancelled", false);
        json.writeBooleanProperty("ground_truth", layers.annotator() == null);
        Integer seconds = layers.annotator() == null ? null : article.seconds().get(layers.annotator());
        if (seconds != null && project.options().seconds()) {
            json.writeNumberProperty("lead_time", seconds);
        }
        json.writeArrayPropertyStart("result");
        Marks marks = Marks.of(article, layers, losses);
        marks.marks().forEach(mark -> write(json, article.text(), mark));
        marks.ties().forEach(tie -> relation(json, tie.from(), tie.to(), tie.type()));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, DocumentText text, Mark mark) {
        for (int i = 0; i < mark.spans().size(); i++) {
            Span span = mark.spans().get(i);
            String id = i == 0 ? mark.id() : "%s~%d".formatted(mark.id(), i + 1);
            begin(json, id, "label", "labels", span);
            json.writeStringProperty("text", text.slice(span));
            strings(json, "labels", List.of(mark.label()));
            end(json);
            if (i > 0) {
                relation(json, id, mark.id(), CONTINUES);
            }
        }
        mark.attributes().forEach((name, value) -> attribute(json, mark, name, value));
        if (!mark.flags().isEmpty()) {
            choices(json, mark, "flags", mark.flags());
        }
        Mention.Link link = mark.link();
        if (link != null) {
            textArea(json, mark, "entity", link.entity() == null ? "" : link.entity());
            choices(json, mark, "confidence", List.of(link.confidence().name().toLowerCase(Locale.ROOT)));
        }
    }

    private static void attribute(JsonGenerator json, Mark mark, String name, Object value) {
        switch (value) {
            case List<?> many ->
                choices(json, mark, name, many.stream().map(String::valueOf).toList());
            case Number number -> {
                begin(json, mark.id(), name, "number", mark.first());
                json.writeName("number");
                JsonOutput.writeValue(json, number);
                end(json);
            }
            case String words when words.length() > 40 || words.indexOf(' ') >= 0 -> textArea(json, mark, name, words);
            default -> choices(json, mark, name, List.of(String.valueOf(value)));
        }
    }

    private static void choices(JsonGenerator json, Mark mark, String name, List<String> chosen) {
        begin(json, mark.id(), name, "choices", mark.first());
        strings(json, "choices", chosen);
        end(json);
    }

    private static void textArea(JsonGenerator json, Mark mark, String name, String words) {
        begin(json, mark.id(), name, "textarea", mark.first());
        strings(json, "text", List.of(words));
        end(json);
    }

    private static void begin(JsonGenerator json, String id, String from, String type, Span span) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeStringProperty("from_name", from);
        json.writeStringProperty("to_name", "text");
        json.writeStringProperty("type", type);
        json.writeStringProperty("origin", "manual");
        json.writeObjectPropertyStart("value");
        json.writeNumberProperty("start", span.start());
        json.writeNumberProperty("end", span.end());
    }

    private static void end(JsonGenerator json) {
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void relation(JsonGenerator json, String from, String to, String type) {
        json.writeStartObject();
        json.writeStringProperty("type", "relation");
        json.writeStringProperty("from_id", from);
        json.writeStringProperty("to_id", to);
        json.writeStringProperty("direction", "right");
        strings(json, "labels", List.of(type));
        json.writeEndObject();
    }
}
