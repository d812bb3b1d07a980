package dev.parley.registry.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.parley.scheme.Label;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SpanLayer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an entity may be, by the scheme's labels. Stored is the label's id, read is its name.
 *
 * @param names by id, in the order of the scheme
 */
record EntityTypes(Map<String, String> names) {

    /** The labels of layers that link to the registry, else all. */
    static EntityTypes of(Scheme scheme) {
        List<SpanLayer> layers = scheme.spanLayers();
        List<SpanLayer> linking =
                layers.stream().filter(layer -> layer.link().isPresent()).toList();
        Map<String, String> names = new LinkedHashMap<>();
        for (SpanLayer layer : linking.isEmpty() ? layers : linking) {
            for (Label label : layer.labels()) {
                names.put(label.id(), label.name().getOrDefault("en", label.id()));
            }
        }
        return new EntityTypes(names);
    }

    /** A type that the scheme no longer has, or never had, is called by its id. */
    String name(String type) {
        return names.getOrDefault(type, type);
    }

    /** A field to choose one in; its value is an id. */
    ComboBox<String> field() {
        ComboBox<String> field = new ComboBox<>("Type", names.keySet());
        field.setItemLabelGenerator(this::name);
        return field;
    }
}
