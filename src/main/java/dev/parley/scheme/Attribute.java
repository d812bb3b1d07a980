package dev.parley.scheme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property of a mention or a claim.
 *
 * @param name by language tag; the id is shown where empty
 * @param values what may be chosen, in order; a scale's go from low to high; empty for text, number and flag
 * @param defaultValue taken where nothing is said: a {@link String}, for {@code CHOICES} a list of them, a
 *     {@link java.math.BigDecimal} or a {@link Boolean}
 * @param required whether a set with an annotation that lacks it cannot be submitted
 * @param optional whether leaving it out is a normal answer
 * @param maxLength for text, in code points
 * @param showWhen when it is asked at all; always if absent; its fields belong to the attribute's own layer
 * @param inAgreement whether annotators are compared on it
 */
public record Attribute(
        String id,
        Map<String, String> name,
        Type type,
        List<String> values,
        @Nullable Object defaultValue,
        boolean required,
        boolean optional,
        @Nullable Integer maxLength,
        Optional<Condition> showWhen,
        boolean inAgreement) {

    Attribute shownWhen(Optional<Condition> condition) {
        return new Attribute(
                id, name, type, values, defaultValue, required, optional, maxLength, condition, inAgreement);
    }

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
