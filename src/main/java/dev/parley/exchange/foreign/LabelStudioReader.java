package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.RawDocument.RawSet;
import dev.parley.exchange.foreign.RawDocument.RawSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads Label Studio's list of tasks. Annotations that were cancelled, and predictions, are nobody's word and left out. */
final class LabelStudioReader {

    private LabelStudioReader() {}

    static void read(ForeignFile file, Consumer<RawDocument> found) {
        file.records(task -> {
            JsonNode data = task.node().path("data");
            if (!data.path("text").isString()) {
                throw task.fault("field “data.text” should be a text; is this a Label Studio export?");
            }
            List<RawSet> sets = new ArrayList<>();
            for (JsonNode annotation : task.node().path("annotations")) {
                if (!annotation.path("was_cancelled").asBoolean(false)) {
                    sets.add(set(task, annotation));
                }
            }
            found.accept(new RawDocument(
                    task.place(),
                    data.path("document")
                            .asString("task-" + task.node().path("id").asString("")),
                    optional(data.path("title")),
                    optional(data.path("language")),
                    data.get("text").asString(),
                    null,
                    sets));
        });
    }

    private static @Nullable String optional(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private static RawSet set(JsonRecord task, JsonNode annotation) {
        Collected collected = new Collected();
        for (JsonNode region : annotation.path("result")) {
            JsonNode value = region.path("value");
            String id = region.path("id").asString("");
            switch (region.path("type").asString("")) {
                case "labels" -> {
                    if (!value.path("start").isInt() || !value.path("end").isInt()) {
                        throw task.fault(
                                "field “result[].value.start” of region “%s” should be a number".formatted(id));
                    }
                    if (collected.has(id)) {
                        throw task.fault("field “result[].id”: the region “%s” is given twice".formatted(id));
                    }
                    String quote = optional(value.path("text"));
                    int number = 0;
                    for (JsonNode label : value.path("labels")) {
                        String own = number++ == 0 ? id : "%s.%d".formatted(id, number);
                        collected.mark(
                                own,
                                label.asString(),
                                new RawSpan(
                                        value.get("start").asInt(),
                                        value.get("end").asInt(),
                                        quote));
                    }
                }
                case "relation" -> {
                    String type = region.path("labels").path(0).asString("related");
                    collected.tie(
                            type,
                            region.path("from_id").asString(""),
                            region.path("to_id").asString(""));
                }
                case "choices" -> collected.say(id, from(region), words(value.path("choices")));
                case "textarea" -> collected.say(id, from(region), words(value.path("text")));
                case "number" -> collected.say(id, from(region), number(value.path("number")));
                default -> {}
            }
        }
        JsonNode by = annotation.path("completed_by");
        String annotator = by.isObject()
                ? by.path("username")
                        .asString(by.path("email").asString(by.path("id").asString("")))
                : by.asString("");
        return collected.set(annotator);
    }

    private static String from(JsonNode region) {
        return region.path("from_name").asString("");
    }

    private static Object number(JsonNode node) {
        return node.isIntegralNumber() ? (Object) node.asLong() : (Object) node.asDouble();
    }

    /** One word as itself, several as a list. */
    private static Object words(JsonNode node) {
        List<String> words = new ArrayList<>();
        node.forEach(word -> words.add(word.asString("")));
        return words.size() == 1 ? words.getFirst() : words;
    }
}
