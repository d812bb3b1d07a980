package dev.parley.scheme;

import dev.parley.scheme.SpanLayer.LinkRule;
import dev.parley.scheme.SpanLayer.SpanRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A scheme in the structure of its YAML form, with all defaults filled in: maps, lists, texts, numbers and flags in a fixed
 * order. What is absent is left out.
 */
final class SchemeTree {

    private SchemeTree() {}

    static Map<String, Object> of(Scheme scheme) {
        Map<String, Object> layers = new LinkedHashMap<>();
        scheme.spanLayers().forEach(layer -> layers.put(layer.id(), of(layer)));
        scheme.frame().ifPresent(layer -> layers.put(layer.id(), of(layer)));
        return new Branch()
                .with("parley-schema", 1)
                .with("id", scheme.id())
                .with("version", scheme.version())
                .with("title", scheme.title())
                .with("language", scheme.language())
                .with("guidelines", scheme.guidelines())
                .with("segments", scheme.segments())
                .with("layers", layers)
                .with("relations", each(scheme.relations(), SchemeTree::of))
                .with("checks", each(scheme.checks(), SchemeTree::of))
                .with(
                        "agreement",
                        new Branch()
                                .with(
                                        "match",
                                        new Branch()
                                                .with("measure", "iou")
                                                .with(
                                                        "threshold",
                                                        scheme.match().threshold())
                                                .map)
                                .with("exclude-segments", scheme.excludedSegments())
                                .map)
                .with("mappings", scheme.mappings())
                .map;
    }

    private static Map<String, Object> of(SpanLayer layer) {
        return new Branch()
                .with("kind", "span")
                .with("name", layer.name())
                .with("span", of(layer.rule()))
                .with("labels", each(layer.labels(), SchemeTree::of))
                .with("attributes", each(layer.attributes(), SchemeTree::of))
                .with("link", layer.link().map(SchemeTree::of).orElse(null))
                .map;
    }

    private static Map<String, Object> of(SpanRule rule) {
        return new Branch()
                .with("discontinuous", rule.discontinuous())
                .with("nesting", rule.nesting())
                .with("crossing", Words.of(rule.crossing()))
                .with("same-span", Words.of(rule.sameSpan()))
                .with("snap", Words.of(rule.snap()))
                .with("trim", rule.trim())
                .map;
    }

    private static Map<String, Object> of(Label label) {
        return new Branch()
                .with("id", label.id())
                .with("name", label.name())
                .with("key", label.key())
                .with("colour", label.colour())
                .with("hint", label.hint())
                .map;
    }

    private static Map<String, Object> of(LinkRule link) {
        return new Branch()
                .with("registry", "entities")
                .with("required-when", link.requiredWhen().map(SchemeTree::of).orElse(null))
                .with("confidence", link.confidence())
                .with("nil", link.nil())
                .with("external", link.external())
                .map;
    }

    private static Map<String, Object> of(Attribute attribute) {
        return new Branch()
                .with("id", attribute.id())
                .with("name", attribute.name())
                .with("type", Words.of(attribute.type()))
                .with("values", attribute.values().isEmpty() ? null : attribute.values())
                .with("default", attribute.defaultValue())
                .with("required", attribute.required())
                .with("optional", attribute.optional())
                .with("max-length", attribute.maxLength())
                .with("show-when", attribute.showWhen().map(SchemeTree::of).orElse(null))
                .with("agreement", attribute.inAgreement() ? "compare" : "none")
                .map;
    }

    private static Map<String, Object> of(FrameLayer layer) {
        return new Branch()
                .with("kind", "frame")
                .with("name", layer.name())
                .with("key", layer.key())
                .with("roles", each(layer.roles(), SchemeTree::of))
                .with("attributes", each(layer.attributes(), SchemeTree::of))
                .with("cues", layer.cues())
                .map;
    }

    private static Map<String, Object> of(FrameRole role) {
        boolean mention = role.type() == FrameRole.Type.MENTION;
        return new Branch()
                .with("id", role.id())
                .with("name", role.name())
                .with("type", Words.of(role.type()))
                .with("layer", role.layer())
                .with("min", role.min())
                .with("max", role.max() == Integer.MAX_VALUE ? "many" : role.max())
                .with("labels", mention ? role.labels() : null)
                .with("constants", mention ? role.constants() : null)
                .with("colour", role.colour())
                .with("allow-empty-as", role.allowEmptyAsImplicit() ? "implicit" : null)
                .with("acyclic", role.acyclic() ? true : null)
                .with("inside", role.inside())
                .map;
    }

    private static Map<String, Object> of(RelationType relation) {
        return new Branch()
                .with("id", relation.id())
                .with("name", relation.name())
                .with("from", relation.from())
                .with("to", relation.to())
                .with("scope", Words.of(relation.scope()))
                .with("symmetric", relation.symmetric())
                .with("transitive", relation.transitive())
                .map;
    }

    private static Map<String, Object> of(Check check) {
        return new Branch()
                .with("id", check.id())
                .with("name", check.name())
                .with("severity", Words.of(check.severity()))
                .with("when", check.when().map(SchemeTree::of).orElse(null))
                .with("require", of(check.require()))
                .map;
    }

    static Map<String, Object> of(Condition condition) {
        return switch (condition) {
            case Condition.Is is -> field(is.field(), "is", is.value());
            case Condition.In in -> field(in.field(), "in", in.values());
            case Condition.Exists exists -> field(exists.field(), "exists", exists.expected());
            case Condition.Min min -> field(min.field(), "min", min.count());
            case Condition.StartsWith starts -> field(starts.field(), "starts-with", starts.prefix());
            case Condition.All all -> new Branch().with("all", each(all.conditions(), SchemeTree::of)).map;
            case Condition.Any any -> new Branch().with("any", each(any.conditions(), SchemeTree::of)).map;
            case Condition.Not not -> new Branch().with("not", of(not.condition())).map;
        };
    }

    private static Map<String, Object> field(String field, String operator, Object operand) {
        return new Branch().with("field", field).with(operator, operand).map;
    }

    private static <T> List<Map<String, Object>> each(List<T> things, Function<T, Map<String, Object>> how) {
        return things.stream().map(how).toList();
    }

    /** A mapping under construction; what is null is left out. */
    private static final class Branch {

        private final Map<String, Object> map = new LinkedHashMap<>();

        Branch with(String key, @Nullable Object value) {
            if (value != null) {
                map.put(key, value);
            }
            return this;
        }
    }
}
