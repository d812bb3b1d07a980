package dev.parley.scheme;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property of a mention or a claim.
 *
 * @param values what may be chosen, in order; a scale's go from low to high; empty for text, number and flag
 * @param defaultValue taken where nothing is said
 * @param required whether a set with an annotation that lacks it cannot be submitted
 * @param optional whether leaving it out is a normal answer
 * @param maxLength for text, in code points
 * @param showWhen when it is asked at all; always if absent
 * @param inAgreement whether annotators are compared on it
 */
public record Attribute(
        String id,
        Type type,
        List<String> values,
        @Nullable Object defaultValue,
        boolean required,
        boolean optional,
        @Nullable Integer maxLength,
        Optional<Condition> showWhen,
        boolean inAgreement) {

    public enum Type {
        /** One of the values. */
        CHOICE,
        /** Any of the values. */
        CHOICES,
        /** One of the values, which have an order. */
        SCALE,
        TEXT,
        NUMBER,
        FLAG
    }
}
