package dev.parley.scheme;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a layer's vocabulary.
 *
 * @param id as exported, such as {@code PERSON}
 * @param name by language tag
 * @param key one character that gives this label in the editor; unique in the scheme
 * @param colour index of the hue, 1 to 12
 * @param hint one sentence for annotators, by language tag
 */
public record Label(
        String id, Map<String, String> name, @Nullable String key, int colour, Map<String, String> hint) {}
