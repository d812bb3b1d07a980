package dev.parley.scheme;

import dev.parley.scheme.Field.Kind;
import dev.parley.scheme.SpanLayer.Crossing;
import dev.parley.scheme.SpanLayer.LinkRule;
import dev.parley.scheme.SpanLayer.SameSpan;
import dev.parley.scheme.SpanLayer.Snap;
import dev.parley.scheme.SpanLayer.SpanRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a layer of mentions. */
final class SpanLayerReader {

    static final int HUES = 12;
    /** Fixed by the export record. */
    private static final List<String> CONFIDENCE = List.of("certain", "likely", "possible");

    /** Add a stretch, show names, help. */
    private static final Set<String> EDITOR_KEYS = Set.of("+", "#", "?");

    private static final Set<String> RESERVED = Set.of("label", "link");

    private final String language;
    private final Vocabulary vocabulary;
    private final Identifiers labelIds = new Identifiers("label id");
    private final Identifiers keys;

    SpanLayerReader(String language, Vocabulary vocabulary, Identifiers keys) {
        this.language = language;
        this.vocabulary = vocabulary;
        this.keys = keys;
    }

    SpanLayer read(String id, YamlMap layer) {
        layer.find("kind");
        Map<String, String> name =
                layer.find("name").map(value -> value.names(language)).orElse(Map.of());
        SpanRule rule = layer.find("span").map(value -> rule(value.map())).orElse(SpanRule.DEFAULT);
        List<Label> labels = labels(layer);
        List<AttributeReader.Draft> drafts = new AttributeReader(language, RESERVED).read(layer);
        vocabulary.add(
                id,
                "label",
                new Field(id, Kind.LABEL, labels.stream().map(Label::id).toList()));
        drafts.forEach(draft -> vocabulary.add(id, draft.attribute().id(), Field.of(id, draft.attribute())));
        Optional<YamlValue> linkValue = layer.find("link");
        linkValue.ifPresent(_ -> vocabulary.add(id, "link", new Field(id, Kind.LINK, List.of())));
        ConditionReader conditions = new ConditionReader(vocabulary, Optional.of(id));
        List<Attribute> attributes = AttributeReader.withConditions(drafts, conditions);
        Optional<LinkRule> link = linkValue.map(value -> link(value.map(), conditions));
        layer.close();
        return new SpanLayer(id, name, rule, labels, attributes, link);
    }

    private static SpanRule rule(YamlMap entry) {
        SpanRule usual = SpanRule.DEFAULT;
        SpanRule rule = new SpanRule(
                entry.read("discontinuous", YamlValue::flag, usual.discontinuous()),
                entry.read("nesting", YamlValue::flag, usual.nesting()),
                entry.read("crossing", value -> value.oneOf(Words.of(Crossing.values())), usual.crossing()),
                entry.read("same-span", value -> value.oneOf(Words.of(SameSpan.values())), usual.sameSpan()),
                entry.read("snap", value -> value.oneOf(Words.of(Snap.values())), usual.snap()),
                entry.read("trim", YamlValue::flag, usual.trim()));
        entry.close();
        return rule;
    }

    private List<Label> labels(YamlMap layer) {
        List<Label> labels = new ArrayList<>();
        Optional<YamlValue> list = layer.need("labels");
        list.filter(YamlValue::isEmptyList).ifPresent(empty -> empty.fault("A layer of mentions needs a label."));
        for (YamlValue item : list.map(YamlValue::items).orElse(List.of())) {
            label(item.map(), 1 + labels.size() % HUES).ifPresent(labels::add);
        }
        return List.copyOf(labels);
    }

    private Optional<Label> label(YamlMap entry, int usualColour) {
        Optional<String> id = labelIds.next(entry, Identifiers.LABEL);
        Map<String, String> name =
                entry.find("name").map(value -> value.names(language)).orElse(Map.of());
        Optional<String> key = entry.find("key").flatMap(value -> key(value, keys));
        int colour = entry.read("colour", value -> value.integer(1, HUES), usualColour);
        Map<String, String> hint =
                entry.find("hint").map(value -> value.names(language)).orElse(Map.of());
        entry.close();
        return id.map(there -> new Label(there, name, key.orElse(null), colour, hint));
    }

    /** An editor key: one visible character that nothing else has taken; capitals and small letters are the same key. */
    static Optional<String> key(YamlValue value, Identifiers keys) {
        return value.text().map(text -> text.toLowerCase(Locale.ROOT)).filter(key -> {
            if (key.codePointCount(0, key.length()) != 1) {
                value.fault("\"%s\" is not one character; a key is a single one.".formatted(key));
                return false;
            }
            if (EDITOR_KEYS.contains(key)) {
                value.fault("\"%s\" is a key of the editor itself; take another.".formatted(key));
                return false;
            }
            return keys.isFree(key, value);
        });
    }

    private static LinkRule link(YamlMap entry, ConditionReader conditions) {
        entry.find("registry").ifPresent(value -> value.oneOf(Map.of("entities", "entities")));
        LinkRule link = new LinkRule(
                entry.find("required-when").flatMap(conditions::read),
                entry.find("confidence").map(SpanLayerReader::confidence).orElse(CONFIDENCE),
                entry.read("nil", YamlValue::flag, true),
                entry.find("external").map(SpanLayerReader::external).orElse(List.of()));
        entry.close();
        return link;
    }

    private static List<String> confidence(YamlValue value) {
        if (value.isEmptyList()) {
            value.fault("A link needs at least one degree of confidence.");
        }
        return distinct(value, new Identifiers("degree of confidence"), CONFIDENCE);
    }

    private static List<String> external(YamlValue value) {
        Identifiers taken = new Identifiers("external registry");
        return value.items().stream()
                .flatMap(item -> taken.next(item, Identifiers.WORD).stream())
                .toList();
    }

    /** A list of words out of those known, each at most once. */
    static List<String> distinct(YamlValue value, Identifiers taken, List<String> known) {
        return value.items().stream()
                .flatMap(item -> AttributeReader.oneOf(item, known).filter(word -> taken.isFree(word, item)).stream())
                .toList();
    }
}
