package dev.parley.annotation;

import dev.parley.document.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Mentions by the stretches of the text they touch: those that may overlap one are found without looking at all. */
final class MentionsByPlace {

    /** Code points in a stretch; a mention is usually in one and rarely in more than two. */
    private static final int STRETCH = 128;

    private final Map<Integer, Map<String, Mention>> stretches = new HashMap<>();

    void add(Mention mention) {
        touched(mention)
                .forEach(stretch -> stretches
                        .computeIfAbsent(stretch, _ -> new LinkedHashMap<>())
                        .put(mention.id(), mention));
    }

    void remove(Mention mention) {
        touched(mention)
                .forEach(stretch -> stretches.computeIfPresent(stretch, (_, there) -> {
                    there.remove(mention.id());
                    return there.isEmpty() ? null : there;
                }));
    }

    /** The mentions in the same stretches. */
    Collection<Mention> near(Mention mention) {
        Map<String, Mention> near = new LinkedHashMap<>();
        touched(mention).forEach(stretch -> near.putAll(stretches.getOrDefault(stretch, Map.of())));
        return near.values();
    }

    /** From its first word to its last: a mention in pieces may cross others between them. */
    private static IntStream touched(Mention mention) {
        List<Span> spans = mention.spans();
        return spans.isEmpty()
                ? IntStream.empty()
                : IntStream.rangeClosed(
                        spans.getFirst().start() / STRETCH, (spans.getLast().end() - 1) / STRETCH);
    }
}
