package dev.parley.scheme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything of a scheme that annotations can use, each with what it means, so that two schemes can be compared. */
final class SchemeItems {

    /** Types that store the same kind of value, so one may become the other. */
    private static final Set<Attribute.Type> ONE_VALUE = Set.of(Attribute.Type.CHOICE, Attribute.Type.SCALE);

    private SchemeItems() {}

    static Map<SchemeItem, Object> of(Scheme scheme) {
        Map<SchemeItem, Object> items = new LinkedHashMap<>();
        for (SpanLayer layer : scheme.spanLayers()) {
            layer.labels().forEach(label -> items.put(SchemeItem.label(layer.id(), label.id()), label));
            addAttributes(items, layer);
        }
        scheme.frame().ifPresent(frame -> {
            for (FrameRole role : frame.roles()) {
                items.put(SchemeItem.role(frame.id(), role.id()), role);
                role.constants().forEach(word -> items.put(SchemeItem.constant(frame.id(), role.id(), word), word));
            }
            addAttributes(items, frame);
        });
        scheme.relations().forEach(relation -> items.put(SchemeItem.relation(relation.id()), relation));
        return items;
    }

    private static void addAttributes(Map<SchemeItem, Object> items, Layer layer) {
        for (Attribute attribute : layer.attributes()) {
            items.put(SchemeItem.attribute(layer.id(), attribute.id()), attribute);
            attribute.values().forEach(value -> items.put(SchemeItem.value(layer.id(), attribute.id(), value), value));
        }
    }

    /** Whether what was stored under one definition can be read under the other. */
    static boolean holdSameKind(@Nullable Object before, @Nullable Object after) {
        return !(before instanceof Attribute one && after instanceof Attribute other)
                || one.type() == other.type()
                || (ONE_VALUE.contains(one.type()) && ONE_VALUE.contains(other.type()));
    }
}
