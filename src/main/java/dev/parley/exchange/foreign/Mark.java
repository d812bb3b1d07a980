package dev.parley.exchange.foreign;

import dev.parley.annotation.Mention;
import dev.parley.document.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A labelled stretch of text, as nearly every tool knows it.
 *
 * @param id unique in its set
 * @param spans one or more, in the order of the text
 * @param attributes values as those of a {@link Mention}
 */
public record Mark(
        String id,
        String label,
        List<Span> spans,
        Map<String, Object> attributes,
        Mention.@Nullable Link link,
        List<String> flags) {

    /** The label of a claim's content. */
    public static final String CLAIM = "CLAIM";
    /** The label of the words that attribute a claim. */
    public static final String CUE = "CUE";

    public Mark {
        spans = List.copyOf(spans);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        flags = List.copyOf(flags);
    }

    Span first() {
        return spans.getFirst();
    }
}
