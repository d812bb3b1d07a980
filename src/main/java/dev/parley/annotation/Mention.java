package dev.parley.annotation;

import dev.parley.document.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words naming a person, body, place or whatever else the scheme's span layers know.
 *
 * @param label id of the label; tells the layer
 * @param spans one or more stretches, ascending and without overlap
 * @param attributes by attribute id; a value is a string, number, boolean or list of strings
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
        flags = List.copyOf(flags);
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
