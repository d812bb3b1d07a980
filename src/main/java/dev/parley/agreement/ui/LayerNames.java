package dev.parley.agreement.ui;

import dev.parley.agreement.Alignment;
import dev.parley.scheme.Label;
import dev.parley.scheme.Layer;
import dev.parley.scheme.RelationType;
import dev.parley.scheme.Scheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the layers of a scheme are called, as a report has them. */
final class LayerNames {

    private LayerNames() {}

    /** By id, in the order of a report. */
    static Map<String, String> of(Scheme scheme) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(scheme.spanLayers().stream(), scheme.frame().stream())
                .forEach((Layer layer) -> names.put(layer.id(), layer.name().getOrDefault("en", layer.id())));
        if (!scheme.relations().isEmpty()) {
            names.put(Alignment.RELATIONS, "Relations");
        }
        return names;
    }

    /** Ids of all labels and types of relations. */
    static List<String> labels(Scheme scheme) {
        return Stream.concat(
                        scheme.spanLayers().stream()
                                .flatMap(layer -> layer.labels().stream())
                                .map(Label::id),
                        scheme.relations().stream().map(RelationType::id))
                .toList();
    }
}
