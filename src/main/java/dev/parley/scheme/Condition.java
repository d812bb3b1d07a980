package dev.parley.scheme;

import java.util.List;

/**
 * Something that is true or false of one annotation, without scripting, so that the server, the browser and an exporter
 * come to the same answer. A field is {@code label}, an attribute's or role's id, or such an id behind its layer
 * ({@code claim.form}); {@code link} asks for the link of a mention, {@code claim.source.link} for those of the mentions
 * that are the source, {@code claim.implicit} whether a claim's content is only understood. Values are texts,
 * {@link java.math.BigDecimal}s or {@link Boolean}s, as the field's type asks.
 */
public sealed interface Condition {

    record Is(String field, Object value) implements Condition {}

    record In(String field, List<Object> values) implements Condition {}

    record Exists(String field, boolean expected) implements Condition {}

    /** At least this many fillers. */
    record Min(String field, int count) implements Condition {}

    /** The words of the field start so; {@code quote-mark} stands for any opening or straight quotation mark. */
    record StartsWith(String field, String prefix) implements Condition {}

    record All(List<Condition> conditions) implements Condition {}

    record Any(List<Condition> conditions) implements Condition {}

    record Not(Condition condition) implements Condition {}
}
