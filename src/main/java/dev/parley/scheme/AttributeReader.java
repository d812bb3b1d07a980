package dev.parley.scheme;

import dev.parley.scheme.Attribute.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code attributes} of a layer. Their conditions wait until every attribute of the layer is known. */
final class AttributeReader {

    private static final Map<String, Type> TYPES = Words.of(Type.values());
    private static final Set<Type> CHOOSING = Set.of(Type.CHOICE, Type.CHOICES, Type.SCALE);
    private static final int LONGEST_TEXT = 10_000;

    private final String language;
    private final Set<String> reserved;
    private final Identifiers ids = new Identifiers("attribute id");

    /** @param reserved words that mean something else in this layer's conditions */
    AttributeReader(String language, Set<String> reserved) {
        this.language = language;
        this.reserved = reserved;
    }

    /** An attribute without its condition, and the condition's text. */
    record Draft(Attribute attribute, Optional<YamlValue> showWhen) {}

    List<Draft> read(YamlMap layer) {
        List<Draft> drafts = new ArrayList<>();
        layer.find("attributes")
                .map(YamlValue::items)
                .orElse(List.of())
                .forEach(item -> attribute(item.map()).ifPresent(drafts::add));
        return drafts;
    }

    /** Reads the conditions that were left open. */
    static List<Attribute> withConditions(List<Draft> drafts, ConditionReader conditions) {
        return drafts.stream()
                .map(draft -> draft.attribute().shownWhen(draft.showWhen().flatMap(conditions::read)))
                .toList();
    }

    private Optional<Draft> attribute(YamlMap entry) {
        Optional<String> id = ids.next(entry, Identifiers.ATTRIBUTE);
        id.filter(reserved::contains)
                .ifPresent(word ->
                        entry.self().fault("\"%s\" has its own meaning here; take another id.".formatted(word)));
        Type type = entry.need("type").flatMap(value -> value.oneOf(TYPES)).orElse(Type.TEXT);
        List<String> values = values(entry, type);
        Object defaultValue = entry.find("default")
                .flatMap(value -> value(value, type, values))
                .orElse(null);
        boolean required = entry.read("required", YamlValue::flag, false);
        boolean optional = entry.read("optional", YamlValue::flag, false);
        if (required && optional) {
            entry.find("optional")
                    .ifPresent(value -> value.fault("An attribute cannot be required and optional at once."));
        }
        Attribute attribute = new Attribute(
                id.orElse(""),
                entry.find("name").map(name -> name.names(language)).orElse(Map.of()),
                type,
                values,
                defaultValue,
                required,
                optional,
                maxLength(entry, type),
                Optional.empty(),
                entry.read("agreement", value -> value.oneOf(Map.of("compare", true, "none", false)), true));
        Optional<YamlValue> showWhen = entry.find("show-when");
        entry.close();
        return id.map(_ -> new Draft(attribute, showWhen));
    }

    private static List<String> values(YamlMap entry, Type type) {
        if (!CHOOSING.contains(type)) {
            if (entry.find("type").isPresent()) {
                entry.refuse("values", "Only choice, choices and scale have values, not %s.".formatted(Words.of(type)));
            }
            return List.of();
        }
        Identifiers taken = new Identifiers("value");
        Optional<YamlValue> list = entry.need("values");
        List<String> values = list.map(YamlValue::items).orElse(List.of()).stream()
                .flatMap(item -> item.text().filter(text -> taken.isFree(text, item)).stream())
                .toList();
        list.filter(YamlValue::isEmptyList).ifPresent(there -> there.fault("There is no value to choose."));
        return values;
    }

    private static @Nullable Integer maxLength(YamlMap entry, Type type) {
        if (type == Type.TEXT) {
            return entry.find("max-length")
                    .flatMap(value -> value.integer(1, LONGEST_TEXT))
                    .orElse(null);
        }
        entry.refuse("max-length", "Only text has a greatest length, not %s.".formatted(Words.of(type)));
        return null;
    }

    /** What may be said for an attribute: of its type and, where it has values, one of them. */
    static Optional<Object> value(YamlValue value, Type type, List<String> values) {
        return switch (type) {
            case CHOICE, SCALE -> oneOf(value, values).map(Object.class::cast);
            case CHOICES ->
                Optional.of(value.items().stream()
                        .flatMap(item -> oneOf(item, values).stream())
                        .toList());
            case TEXT -> value.text().map(Object.class::cast);
            case NUMBER -> value.number().map(Object.class::cast);
            case FLAG -> value.flag().map(Object.class::cast);
        };
    }

    static Optional<String> oneOf(YamlValue value, List<String> values) {
        Optional<String> text = value.text();
        text.filter(word -> !values.isEmpty() && !values.contains(word))
                .ifPresent(word ->
                        value.fault("\"%s\" is not among the values %s.".formatted(word, YamlValue.listed(values))));
        return text;
    }
}
