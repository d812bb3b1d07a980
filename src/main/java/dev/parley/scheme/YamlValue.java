package dev.parley.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of the YAML text with its place, read as what is expected there. What does not fit becomes a fault and reads as
 * absent. Scalars are taken as written: YAML's {@code no}, {@code on} or {@code 1.0} stay words where words are expected.
 */
final class YamlValue {

    static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final int LONGEST_TEXT = 1000;

    private static final Map<String, Boolean> FLAGS =
            Map.of("true", true, "yes", true, "on", true, "false", false, "no", false, "off", false);

    private final Node node;
    private final String path;
    private final Faults faults;

    YamlValue(Node node, String path, Faults faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    /** Line in the text, from 1. */
    int line() {
        return node.getStartMark().getLine() + 1;
    }

    void fault(String message) {
        faults.add(line(), path, message);
    }

    /** Whether nothing is said: {@code key:}, {@code ~} or {@code null}. */
    boolean isNothing() {
        return node instanceof ScalarNode scalar && scalar.isPlain() && Tag.NULL.equals(scalar.getTag());
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isEmptyList() {
        return node instanceof SequenceNode sequence && sequence.getValue().isEmpty();
    }

    YamlMap map() {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(this, mapping);
        }
        fault("Entries of the form \"key: value\" are expected here, not %s.".formatted(shown()));
        return new YamlMap(this, new MappingNode(Tag.MAP, List.of(), org.yaml.snakeyaml.DumperOptions.FlowStyle.AUTO));
    }

    List<YamlValue> items() {
        if (node instanceof SequenceNode sequence) {
            List<YamlValue> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(new YamlValue(item, "%s[%d]".formatted(path, items.size()), faults));
            }
            return items;
        }
        fault("A list is expected here, not %s.".formatted(shown()));
        return List.of();
    }

    Optional<String> text() {
        if (!(node instanceof ScalarNode scalar)) {
            return misfit("A word or text is expected here, not %s.".formatted(shown()));
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty()) {
            return misfit("A word or text is expected here; it is empty.");
        }
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            return misfit("This text is longer than %d characters.".formatted(LONGEST_TEXT));
        }
        if (CONTROL.matcher(text).find()) {
            return misfit("This text holds a control character.");
        }
        return Optional.of(text);
    }

    /** A text of a given form. */
    Optional<String> text(Pattern form, String what) {
        return text().flatMap(text -> form.matcher(text).matches()
                ? Optional.of(text)
                : misfit("\"%s\" is not %s (%s).".formatted(text, what, form.pattern())));
    }

    List<String> texts() {
        return items().stream().flatMap(item -> item.text().stream()).toList();
    }

    /** One of several words, or absent with a fault. */
    <E> Optional<E> oneOf(Map<String, E> choices) {
        return text().flatMap(text -> {
            E choice = choices.get(text);
            return choice != null
                    ? Optional.of(choice)
                    : misfit("\"%s\" is not known here; it can be %s.".formatted(text, listed(choices.keySet())));
        });
    }

    Optional<Boolean> flag() {
        return text().flatMap(text -> {
            Boolean flag = FLAGS.get(text.toLowerCase(Locale.ROOT));
            return flag != null ? Optional.of(flag) : misfit("\"%s\" is neither true nor false.".formatted(text));
        });
    }

    Optional<BigDecimal> number() {
        return text().flatMap(text -> {
            try {
                BigDecimal number = new BigDecimal(text);
                return number.precision() > 30 || Math.abs(number.scale()) > 30
                        ? misfit("The number %s is too long.".formatted(text))
                        : Optional.of(number);
            } catch (NumberFormatException e) {
                return misfit("\"%s\" is not a number.".formatted(text));
            }
        });
    }

    Optional<Integer> integer(int lowest, int highest) {
        return text().flatMap(text -> {
            try {
                int number = Integer.parseInt(text);
                return number >= lowest && number <= highest ? Optional.of(number) : outside(text, lowest, highest);
            } catch (NumberFormatException e) {
                return outside(text, lowest, highest);
            }
        });
    }

    private Optional<Integer> outside(String text, int lowest, int highest) {
        return misfit("\"%s\" is not a whole number from %d to %d.".formatted(text, lowest, highest));
    }

    /** Text by language tag; a bare text counts for {@code language}. */
    Map<String, String> names(String language) {
        if (isText()) {
            return text().map(text -> Map.of(language, text)).orElse(Map.of());
        }
        Map<String, String> names = new LinkedHashMap<>();
        map().each((tag, name) -> {
            if (name.isNothing()) {
                name.fault("\"%s\" says nothing; inside braces, a text with a comma needs quotation marks."
                        .formatted(tag));
                return;
            }
            if (!LANGUAGE.matcher(tag).matches()) {
                name.fault("\"%s\" is not a language tag such as en or pt-BR.".formatted(tag));
            }
            name.text().ifPresent(text -> names.put(tag, text));
        });
        return Collections.unmodifiableMap(names);
    }

    /** The place where a key would stand that is not there. */
    YamlValue named(String key) {
        return child(key, node);
    }

    YamlValue child(String key, Node value) {
        return new YamlValue(value, path.isEmpty() ? key : path + "." + key, faults);
    }

    static String listed(Iterable<String> words) {
        return String.join(", ", words);
    }

    private <T> Optional<T> misfit(String message) {
        fault(message);
        return Optional.empty();
    }

    private String shown() {
        return switch (node) {
            case MappingNode _ -> "\"key: value\" entries";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar when scalar.getValue().isBlank() -> "nothing";
            case ScalarNode scalar -> "\"%s\"".formatted(scalar.getValue());
            default -> "this";
        };
    }
}
