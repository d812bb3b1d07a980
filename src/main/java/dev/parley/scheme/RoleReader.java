package dev.parley.scheme;

import dev.parley.scheme.FrameRole.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a claim. Which there can be, and of what type, is fixed by the export record. */
final class RoleReader {

    static final Map<String, Type> TYPES = types();
    private static final List<String> CONSTANTS = List.of("author", "outlet", "unspecified", "uncertain");
    private static final int MANY = Integer.MAX_VALUE;
    private static final int MOST = 1000;

    private final String language;
    private final String frame;
    private final List<SpanLayer> spanLayers;
    private final Identifiers ids = new Identifiers("role");

    RoleReader(String language, String frame, List<SpanLayer> spanLayers) {
        this.language = language;
        this.frame = frame;
        this.spanLayers = spanLayers;
    }

    private static Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        types.put("content", Type.SPAN);
        types.put("cue", Type.SPAN);
        types.put("source", Type.MENTION);
        types.put("addressee", Type.MENTION);
        types.put("target", Type.MENTION);
        types.put("via", Type.MENTION);
        types.put("parent", Type.FRAME);
        return types;
    }

    Optional<FrameRole> read(YamlMap entry) {
        Optional<YamlValue> place = entry.need("id");
        Optional<String> id = place.flatMap(value -> AttributeReader.oneOf(value, List.copyOf(TYPES.keySet())))
                .filter(TYPES::containsKey)
                .filter(word -> ids.isFree(word, place.orElseThrow()));
        Type type = type(entry, id);
        boolean content = id.filter("content"::equals).isPresent();
        int min = entry.read(
                "min",
                value -> value.integer(0, MOST),
                content || id.filter("source"::equals).isPresent() ? 1 : 0);
        int max = entry.read("max", RoleReader::most, type == Type.FRAME ? 1 : MANY);
        if (min > max) {
            entry.find("min")
                    .orElse(entry.self())
                    .fault("The least, %d, is more than the most, %d.".formatted(min, max));
        }
        if (content && min == 0) {
            entry.find("min")
                    .ifPresent(value -> value.fault(
                            "A claim needs content; say \"allow-empty-as: implicit\" where it may be understood."));
        }
        if (type == Type.FRAME && max > 1) {
            entry.find("max").ifPresent(value -> value.fault("A claim can lie in one parent at most."));
        }
        Optional<SpanLayer> fillers = type == Type.MENTION ? fillers(entry) : Optional.empty();
        String layer = type == Type.FRAME
                ? ownLayer(entry)
                : fillers.map(SpanLayer::id).orElse(null);
        if (type == Type.SPAN) {
            entry.refuse("layer", "Spans stand in no layer; leave this out.");
        }
        FrameRole role = new FrameRole(
                id.orElse(""),
                entry.find("name").map(value -> value.names(language)).orElse(Map.of()),
                type,
                layer,
                min,
                max,
                mentionsOnly(
                        entry, type, "labels", fillers.map(RoleReader::labels).orElse(List.of())),
                mentionsOnly(entry, type, "constants", CONSTANTS),
                entry.find("colour")
                        .flatMap(value -> value.integer(1, SpanLayerReader.HUES))
                        .orElse(null),
                emptyAsImplicit(entry, content),
                acyclic(entry, type),
                inside(entry, type));
        entry.close();
        return id.map(_ -> role);
    }

    private static Type type(YamlMap entry, Optional<String> id) {
        Type fixed = id.map(TYPES::get).orElse(Type.SPAN);
        Optional<Type> said = entry.find("type").flatMap(value -> value.oneOf(Words.of(Type.values())));
        if (id.isPresent() && said.isPresent() && said.get() != fixed) {
            entry.find("type")
                    .ifPresent(value -> value.fault("The type of \"%s\" is %s, not %s."
                            .formatted(id.get(), Words.of(fixed), Words.of(said.get()))));
        }
        return id.isPresent() ? fixed : said.orElse(fixed);
    }

    private static Optional<Integer> most(YamlValue value) {
        return value.text().filter("many"::equals).isPresent() ? Optional.of(MANY) : value.integer(1, MOST);
    }

    private Optional<SpanLayer> fillers(YamlMap entry) {
        Optional<YamlValue> said = entry.find("layer");
        if (said.isEmpty()) {
            if (spanLayers.size() != 1) {
                entry.need("layer");
                return Optional.empty();
            }
            return Optional.of(spanLayers.getFirst());
        }
        Optional<String> id = said.flatMap(YamlValue::text);
        Optional<SpanLayer> layer = id.flatMap(word ->
                spanLayers.stream().filter(there -> there.id().equals(word)).findFirst());
        if (id.isPresent() && layer.isEmpty()) {
            said.get()
                    .fault("There is no layer of mentions \"%s\"; there is %s."
                            .formatted(
                                    id.get(),
                                    YamlValue.listed(spanLayers.stream()
                                            .map(SpanLayer::id)
                                            .toList())));
        }
        return layer;
    }

    private String ownLayer(YamlMap entry) {
        entry.find("layer")
                .flatMap(YamlValue::text)
                .filter(word -> !word.equals(frame))
                .ifPresent(word -> entry.find("layer")
                        .ifPresent(
                                value -> value.fault("The parent of a claim is a claim, of layer \"%s\", not of \"%s\"."
                                        .formatted(frame, word))));
        return frame;
    }

    private static List<String> labels(SpanLayer layer) {
        return layer.labels().stream().map(Label::id).toList();
    }

    private static List<String> mentionsOnly(YamlMap entry, Type type, String key, List<String> known) {
        if (type != Type.MENTION) {
            entry.refuse(key, "Only parts filled by mentions have %s.".formatted(key));
            return List.of();
        }
        return entry.find(key)
                .map(value -> SpanLayerReader.distinct(value, new Identifiers("entry"), known))
                .orElse(List.of());
    }

    private static boolean emptyAsImplicit(YamlMap entry, boolean content) {
        if (!content) {
            entry.refuse("allow-empty-as", "Only the content can be left to be understood.");
            return false;
        }
        return entry.read("allow-empty-as", value -> value.oneOf(Map.of("implicit", true)), false);
    }

    private static boolean acyclic(YamlMap entry, Type type) {
        if (type != Type.FRAME) {
            entry.refuse("acyclic", "Only a parent can be acyclic.");
            return false;
        }
        entry.find("acyclic")
                .flatMap(YamlValue::flag)
                .filter(flag -> !flag)
                .ifPresent(_ -> entry.find("acyclic")
                        .ifPresent(value ->
                                value.fault("A claim can never be its own ancestor; say true or leave it out.")));
        return true;
    }

    private static @Nullable String inside(YamlMap entry, Type type) {
        if (type != Type.FRAME) {
            entry.refuse("inside", "Only a parent can have a claim inside.");
            return null;
        }
        return entry.find("inside")
                .flatMap(value -> AttributeReader.oneOf(value, List.of("content", "cue")))
                .orElse(null);
    }
}
