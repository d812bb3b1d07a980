package dev.parley.scheme;

import dev.parley.scheme.Field.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the layer of claims. */
final class FrameLayerReader {

    private final String language;
    private final Vocabulary vocabulary;
    private final Identifiers keys;
    private final List<SpanLayer> spanLayers;

    /** @param spanLayers all of them; the fillers of roles come from there */
    FrameLayerReader(String language, Vocabulary vocabulary, Identifiers keys, List<SpanLayer> spanLayers) {
        this.language = language;
        this.vocabulary = vocabulary;
        this.keys = keys;
        this.spanLayers = spanLayers;
    }

    FrameLayer read(String id, YamlMap layer) {
        layer.find("kind");
        Map<String, String> name =
                layer.find("name").map(value -> value.names(language)).orElse(Map.of());
        Optional<String> key = layer.find("key").flatMap(value -> SpanLayerReader.key(value, keys));
        List<FrameRole> roles = roles(id, layer);
        Set<String> reserved = new HashSet<>(RoleReader.TYPES.keySet());
        reserved.addAll(Set.of("label", "link", "implicit"));
        List<AttributeReader.Draft> drafts = new AttributeReader(language, reserved).read(layer);
        vocabulary.add(id, "implicit", new Field(id, Kind.FLAG, List.of()));
        roles.forEach(role -> addFields(id, role));
        drafts.forEach(draft -> vocabulary.add(id, draft.attribute().id(), Field.of(id, draft.attribute())));
        List<Attribute> attributes =
                AttributeReader.withConditions(drafts, new ConditionReader(vocabulary, Optional.of(id)));
        Map<String, List<String>> cues =
                layer.find("cues").map(value -> cues(value, attributes)).orElse(Map.of());
        layer.close();
        return new FrameLayer(id, name, key.orElse(null), roles, attributes, cues);
    }

    /** By act, in the words of the attribute {@code act} where the layer has one. */
    private static Map<String, List<String>> cues(YamlValue value, List<Attribute> attributes) {
        Optional<List<String>> acts = attributes.stream()
                .filter(attribute -> attribute.id().equals("act"))
                .map(Attribute::values)
                .findFirst();
        Map<String, List<String>> cues = new LinkedHashMap<>();
        value.map().each((act, words) -> {
            if (acts.filter(known -> !known.contains(act)).isPresent()) {
                words.fault("The attribute \"act\" has no value \"%s\"; it has %s."
                        .formatted(act, YamlValue.listed(acts.get())));
            }
            cues.put(act, words.texts());
        });
        return Collections.unmodifiableMap(cues);
    }

    private List<FrameRole> roles(String id, YamlMap layer) {
        List<FrameRole> roles = new ArrayList<>();
        Optional<YamlValue> list = layer.need("roles");
        RoleReader reader = new RoleReader(language, id, spanLayers);
        for (YamlValue item : list.map(YamlValue::items).orElse(List.of())) {
            reader.read(item.map()).ifPresent(roles::add);
        }
        if (roles.stream().noneMatch(role -> role.id().equals("content"))) {
            list.ifPresent(there -> there.fault("The role \"content\" is missing; a claim without words is none."));
        }
        return List.copyOf(roles);
    }

    private void addFields(String id, FrameRole role) {
        vocabulary.add(id, role.id(), Field.of(id, role));
        boolean linked = spanLayers.stream()
                .anyMatch(
                        layer -> layer.id().equals(role.layer()) && layer.link().isPresent());
        if (role.type() == FrameRole.Type.MENTION && linked) {
            vocabulary.add(id, role.id() + ".link", new Field(id, Kind.LINK, List.of()));
        }
    }
}
