package dev.parley.scheme;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One kind of information about a text. */
public sealed interface Layer permits SpanLayer, FrameLayer {

    String id();

    /** Name by language tag. */
    Map<String, String> name();

    List<Attribute> attributes();

    default Optional<Attribute> attribute(String attributeId) {
        return attributes().stream()
                .filter(attribute -> attribute.id().equals(attributeId))
                .findFirst();
    }
}
