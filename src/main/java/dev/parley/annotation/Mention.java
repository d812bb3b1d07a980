package dev.parley.annotation;

import dev.parley.document.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words naming a person, body, place or whatever else the scheme's span layers know.
 *
 * @param label id of the label; tells the layer
 * @param spans one or more stretches, ascending and without overlap
 * @param attributes by attribute id; a value is a string, number (Long or Double), boolean or list of strings
 * @param link the entity named; absent if nobody looked yet
 */
public record Mention(
        String id,
        String label,
        List<Span> spans,
        Map<String, Object> attributes,
        @Nullable Link link,
        List<String> flags)
        implements Annotation {

    public Mention {
        spans = List.copyOf(spans);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        flags = List.copyOf(flags);
    }

    /** The same mention at other words. */
    public Mention at(List<Span> others) {
        return new Mention(id, label, others, attributes, link, flags);
    }

    /** The same mention, its link naming another entity. */
    public Mention linkedTo(String entity) {
        return link == null
                ? this
                : new Mention(id, label, spans, attributes, new Link(entity, link.confidence()), flags);
    }

    /**
     * @param entity id in the project's registry; absent means "looked for, not in the registry"
     */
    public record Link(@Nullable String entity, Confidence confidence) {}

    public enum Confidence {
        CERTAIN,
        LIKELY,
        POSSIBLE
    }
}
