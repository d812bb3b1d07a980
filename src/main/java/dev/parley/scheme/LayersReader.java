package dev.parley.scheme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the layers. Those of mentions come first, wherever they stand, because claims refer to them. */
final class LayersReader {

    private static final Map<String, String> KINDS = Map.of("span", "span", "frame", "frame");
    private static final Set<String> RESERVED = Set.of("label", "link");

    private final Vocabulary vocabulary = new Vocabulary();
    private final Identifiers keys = new Identifiers("editor key");
    private final Map<String, YamlMap> spans = new LinkedHashMap<>();
    private final Map<String, YamlMap> frames = new LinkedHashMap<>();

    /**
     * @param order the ids of all layers as they stand in the text, whatever is wrong with them
     * @param vocabulary what conditions may ask about
     */
    record Layers(List<SpanLayer> spans, Optional<FrameLayer> frame, Set<String> order, Vocabulary vocabulary) {

        static Layers none() {
            return new Layers(List.of(), Optional.empty(), Set.of(), new Vocabulary());
        }
    }

    Layers read(YamlValue value, String language) {
        YamlMap map = value.map();
        map.each(this::sort);
        if (spans.isEmpty() && frames.isEmpty()) {
            value.fault("A scheme needs at least one layer.");
        }
        SpanLayerReader spanReader = new SpanLayerReader(language, vocabulary, keys);
        List<SpanLayer> spanLayers = new ArrayList<>();
        spans.forEach((id, layer) -> spanLayers.add(spanReader.read(id, layer)));
        List<FrameLayer> frameLayers = new ArrayList<>();
        frames.forEach((id, layer) ->
                frameLayers.add(new FrameLayerReader(language, vocabulary, keys, spanLayers).read(id, layer)));
        frames.values().stream()
                .skip(1)
                .forEach(second -> second.self().fault("There can be one layer of claims; this is another."));
        return new Layers(List.copyOf(spanLayers), frameLayers.stream().findFirst(), map.keys(), vocabulary);
    }

    private void sort(String id, YamlValue value) {
        if (!Identifiers.WORD.matcher(id).matches() || RESERVED.contains(id)) {
            value.fault("\"%s\" cannot be the id of a layer (%s).".formatted(id, Identifiers.WORD.pattern()));
        }
        vocabulary.addLayer(id);
        YamlMap layer = value.map();
        Optional<String> kind = layer.need("kind").flatMap(there -> there.oneOf(KINDS));
        if (kind.isPresent()) {
            (kind.get().equals("span") ? spans : frames).put(id, layer);
        }
    }
}
