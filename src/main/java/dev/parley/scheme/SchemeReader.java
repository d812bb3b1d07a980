package dev.parley.scheme;

import dev.parley.scheme.Check.Severity;
import dev.parley.scheme.LayersReader.Layers;
import dev.parley.scheme.Reading.Faulty;
import dev.parley.scheme.Reading.Readable;
import dev.parley.scheme.RelationType.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the YAML form of a scheme (and JSON, which is YAML too) and names every fault at once, each with its line and path.
 * Pure: no database, no clock.
 */
public final class SchemeReader {

    private static final List<String> USUAL_SEGMENTS =
            List.of("title", "lead", "body", "dateline", "byline", "boilerplate", "duplicate");
    private static final List<String> USUALLY_EXCLUDED = List.of("boilerplate", "duplicate");

    private SchemeReader() {}

    /**
     * Reads a scheme.
     *
     * @param yaml up to 200 000 characters
     * @return the scheme with its defaults filled in, or every fault
     */
    public static Reading read(String yaml) {
        Faults faults = new Faults();
        Optional<Scheme> scheme = YamlText.root(SchemeJson.isJson(yaml) ? SchemeJson.readable(yaml) : yaml, faults)
                .map(root -> scheme(root.map()));
        return scheme.isPresent() && faults.none() ? new Readable(scheme.get()) : new Faulty(faults.inOrder());
    }

    private static Scheme scheme(YamlMap root) {
        root.need("parley-schema").ifPresent(value -> value.oneOf(Map.of("1", 1)));
        String id = root.need("id")
                .flatMap(value -> value.text(Identifiers.WORD, "an id for a scheme"))
                .orElse("");
        int version = root.read("version", value -> value.integer(1, Integer.MAX_VALUE), 1);
        Optional<String> language =
                root.find("language").flatMap(value -> value.text(YamlValue.LANGUAGE, "a language tag"));
        String names = language.orElse("en");
        Map<String, String> title =
                root.find("title").map(value -> value.names(names)).orElse(Map.of());
        Optional<String> guidelines = root.find("guidelines").flatMap(YamlValue::text);
        List<String> segments =
                root.find("segments").map(SchemeReader::segments).orElse(USUAL_SEGMENTS);
        Layers layers = root.need("layers")
                .map(value -> new LayersReader().read(value, names))
                .orElseGet(Layers::none);
        List<RelationType> relations = relations(root, names, layers);
        List<Check> checks = checks(root, names, layers);
        Optional<YamlMap> agreement = root.find("agreement").map(YamlValue::map);
        MatchRule match = agreement
                .flatMap(entry -> entry.find("match"))
                .map(value -> match(value.map()))
                .orElse(MatchRule.DEFAULT);
        List<String> excluded = agreement
                .flatMap(entry -> entry.find("exclude-segments"))
                .map(value -> SpanLayerReader.distinct(value, new Identifiers("segment"), segments))
                .orElseGet(() ->
                        USUALLY_EXCLUDED.stream().filter(segments::contains).toList());
        agreement.ifPresent(YamlMap::close);
        Map<String, Map<String, String>> mappings =
                root.find("mappings").map(value -> mappings(value, layers)).orElse(Map.of());
        root.close();
        return new Scheme(
                id,
                version,
                title,
                language.orElse(null),
                guidelines.orElse(null),
                segments,
                layers.spans(),
                layers.frame(),
                relations,
                checks,
                match,
                excluded,
                mappings);
    }

    private static List<String> segments(YamlValue value) {
        Identifiers taken = new Identifiers("segment");
        return value.items().stream()
                .flatMap(item -> taken.next(item, Identifiers.WORD).stream())
                .toList();
    }

    private static Stream<YamlMap> entries(YamlMap root, String key) {
        return root.find(key).map(YamlValue::items).orElse(List.of()).stream().map(YamlValue::map);
    }

    private static List<RelationType> relations(YamlMap root, String language, Layers layers) {
        Identifiers ids = new Identifiers("relation id");
        List<String> known = List.copyOf(layers.order());
        List<RelationType> relations = new ArrayList<>();
        entries(root, "relations").forEach(entry -> {
            Optional<String> id = ids.next(entry, Identifiers.WORD);
            Map<String, String> name =
                    entry.find("name").map(value -> value.names(language)).orElse(Map.of());
            String from =
                    entry.need("from").flatMap(value -> layer(value, known)).orElse("");
            String to = entry.need("to").flatMap(value -> layer(value, known)).orElse("");
            Scope scope = entry.read("scope", value -> value.oneOf(Words.of(Scope.values())), Scope.DOCUMENT);
            boolean symmetric = entry.read("symmetric", YamlValue::flag, false);
            boolean transitive = entry.read("transitive", YamlValue::flag, false);
            if (!from.equals(to) && !from.isEmpty() && !to.isEmpty()) {
                Stream.of("symmetric", "transitive")
                        .flatMap(word ->
                                entry.find(word).filter(value -> value.flag().orElse(false)).stream())
                        .forEach(value -> value.fault(
                                "A relation from %s to %s cannot be so; both ends would have to be of one layer."
                                        .formatted(from, to)));
            }
            entry.close();
            id.ifPresent(word -> relations.add(new RelationType(word, name, from, to, scope, symmetric, transitive)));
        });
        return List.copyOf(relations);
    }

    private static Optional<String> layer(YamlValue value, List<String> known) {
        return value.text().filter(word -> {
            if (!known.contains(word)) {
                value.fault("There is no layer \"%s\"; there is %s.".formatted(word, YamlValue.listed(known)));
            }
            return known.contains(word);
        });
    }

    private static List<Check> checks(YamlMap root, String language, Layers layers) {
        Identifiers ids = new Identifiers("check id");
        List<Check> checks = new ArrayList<>();
        entries(root, "checks").forEach(entry -> {
            Optional<String> id = ids.next(entry, Identifiers.WORD);
            Map<String, String> name =
                    entry.find("name").map(value -> value.names(language)).orElse(Map.of());
            Severity severity =
                    entry.read("severity", value -> value.oneOf(Words.of(Severity.values())), Severity.WARN);
            ConditionReader conditions = new ConditionReader(layers.vocabulary(), Optional.empty());
            Optional<Condition> when = entry.find("when").flatMap(conditions::read);
            Optional<Condition> require = entry.need("require").flatMap(conditions::read);
            if (conditions.layers().size() > 1) {
                entry.self()
                        .fault("A check looks at one annotation at a time, not at %s at once."
                                .formatted(YamlValue.listed(conditions.layers())));
            }
            entry.close();
            id.ifPresent(word ->
                    require.ifPresent(condition -> checks.add(new Check(word, name, severity, when, condition))));
        });
        return List.copyOf(checks);
    }

    private static MatchRule match(YamlMap entry) {
        entry.find("measure").ifPresent(value -> value.oneOf(Map.of("iou", "iou")));
        double threshold = entry.find("threshold")
                .flatMap(value -> value.number().filter(number -> {
                    boolean fits = number.signum() > 0 && number.doubleValue() <= 1;
                    if (!fits) {
                        value.fault(
                                "The threshold is above 0 and at most 1, not %s.".formatted(number.toPlainString()));
                    }
                    return fits;
                }))
                .map(Number::doubleValue)
                .orElse(MatchRule.DEFAULT.threshold());
        entry.close();
        return new MatchRule(threshold);
    }

    private static Map<String, Map<String, String>> mappings(YamlValue value, Layers layers) {
        List<String> labels = layers.spans().stream()
                .flatMap(layer -> layer.labels().stream())
                .map(Label::id)
                .toList();
        Map<String, Map<String, String>> mappings = new LinkedHashMap<>();
        value.map().each((name, mapping) -> {
            if (!Identifiers.WORD.matcher(name).matches()) {
                mapping.fault("\"%s\" cannot name an inventory (%s).".formatted(name, Identifiers.WORD.pattern()));
            }
            Map<String, String> labelOf = new LinkedHashMap<>();
            mapping.map().each((label, other) -> {
                if (!labels.contains(label)) {
                    other.fault("There is no label \"%s\" to map from.".formatted(label));
                }
                other.text(Identifiers.LABEL, "a label id").ifPresent(word -> labelOf.put(label, word));
            });
            mappings.put(name, Collections.unmodifiableMap(labelOf));
        });
        return Collections.unmodifiableMap(mappings);
    }
}
