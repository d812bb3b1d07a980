package dev.parley.scheme;

import dev.parley.scheme.Condition.All;
import dev.parley.scheme.Condition.Any;
import dev.parley.scheme.Condition.Exists;
import dev.parley.scheme.Condition.In;
import dev.parley.scheme.Condition.Is;
import dev.parley.scheme.Condition.Min;
import dev.parley.scheme.Condition.Not;
import dev.parley.scheme.Condition.StartsWith;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads conditions: one field with one operator, or {@code all}, {@code any} and {@code not} of conditions. */
final class ConditionReader {

    private static final List<String> OPERATORS = List.of("is", "in", "exists", "min", "starts-with");
    private static final List<String> JOINTS = List.of("all", "any", "not");

    private final Vocabulary vocabulary;
    private final Optional<String> home;
    private final Set<String> layers = new TreeSet<>();

    /** @param home the layer that all fields must belong to; empty where any layer may be asked about */
    ConditionReader(Vocabulary vocabulary, Optional<String> home) {
        this.vocabulary = vocabulary;
        this.home = home;
    }

    /** The layers that the conditions read so far ask about. */
    Set<String> layers() {
        return layers;
    }

    Optional<Condition> read(YamlValue value) {
        YamlMap entry = value.map();
        List<String> joints =
                JOINTS.stream().filter(word -> entry.find(word).isPresent()).toList();
        Optional<Condition> condition;
        if (joints.isEmpty()) {
            condition = single(entry);
        } else {
            condition = joined(entry, joints);
        }
        entry.close();
        return condition;
    }

    private Optional<Condition> joined(YamlMap entry, List<String> joints) {
        if (joints.size() > 1 || entry.find("field").isPresent()) {
            entry.self().fault("One condition holds either a field or one of all, any and not.");
        }
        OPERATORS.forEach(entry::find);
        YamlValue operand = entry.find(joints.getFirst()).orElseThrow();
        if (joints.getFirst().equals("not")) {
            return read(operand).map(Not::new);
        }
        if (operand.isEmptyList()) {
            operand.fault("At least one condition is expected here.");
        }
        List<Condition> conditions =
                operand.items().stream().flatMap(item -> read(item).stream()).toList();
        return Optional.of(joints.getFirst().equals("all") ? new All(conditions) : new Any(conditions));
    }

    private Optional<Condition> single(YamlMap entry) {
        Optional<YamlValue> place = entry.need("field");
        Optional<String> name = place.flatMap(YamlValue::text);
        Optional<Field> field = name.flatMap(word -> vocabulary.find(place.orElseThrow(), word, home));
        field.ifPresent(known -> layers.add(known.layer()));
        List<String> operators =
                OPERATORS.stream().filter(word -> entry.find(word).isPresent()).toList();
        if (operators.size() != 1) {
            entry.self()
                    .fault(
                            operators.isEmpty()
                                    ? "A condition needs one of %s.".formatted(YamlValue.listed(OPERATORS))
                                    : "A condition has one operator, not %s; join two with \"all\"."
                                            .formatted(YamlValue.listed(operators)));
            return Optional.empty();
        }
        String operator = operators.getFirst();
        YamlValue operand = entry.find(operator).orElseThrow();
        return field.flatMap(known -> condition(name.orElseThrow(), known, operator, operand));
    }

    private static Optional<Condition> condition(String name, Field field, String operator, YamlValue operand) {
        if (!field.kind().allows(operator)) {
            operand.fault("\"%s\" cannot be asked with \"%s\"; it can be asked with %s."
                    .formatted(
                            name,
                            operator,
                            YamlValue.listed(OPERATORS.stream()
                                    .filter(field.kind()::allows)
                                    .toList())));
            return Optional.empty();
        }
        return switch (operator) {
            case "is" -> value(field, operand).map(value -> new Is(name, value));
            case "in" -> Optional.of(new In(name, values(field, operand).toList()));
            case "exists" -> operand.flag().map(expected -> new Exists(name, expected));
            case "min" -> operand.integer(0, 1000).map(count -> new Min(name, count));
            default -> operand.text().map(prefix -> new StartsWith(name, prefix));
        };
    }

    private static Stream<Object> values(Field field, YamlValue operand) {
        if (operand.isEmptyList()) {
            operand.fault("At least one value is expected here.");
        }
        return operand.items().stream().flatMap(item -> value(field, item).stream());
    }

    private static Optional<Object> value(Field field, YamlValue operand) {
        return AttributeReader.value(operand, field.valueType(), field.values()).map(Objects::requireNonNull);
    }
}
