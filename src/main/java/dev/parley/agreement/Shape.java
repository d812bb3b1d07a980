package dev.parley.agreement;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.scheme.Attribute;
import dev.parley.scheme.Layer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An annotation without whatever is not compared: ids, flags, the certainty of a link, attributes the scheme leaves out.
 * Two annotators said the same if their shapes are equal; where they differ, the names of the unequal aspects tell how.
 */
record Shape(Map<String, Object> aspects) {

    static final String BOUNDARY = "boundary";
    static final String LABEL = "label";
    static final String LINK = "link";
    static final String ATTRIBUTE = "attribute:";
    private static final String NOT_LINKED = "not looked for";
    private static final String NOT_IN_REGISTRY = "not in the registry";

    /** What fills a part of a claim; absent if nothing does. */
    @Nullable
    Object part(String role) {
        Object value = aspects.get(role);
        boolean empty =
                value == null || value.equals("") || value instanceof Collection<?> fillers && fillers.isEmpty();
        return empty ? null : value;
    }

    /** All of it, the same for equal shapes at any time. */
    String inWords() {
        StringBuilder words = new StringBuilder();
        aspects.forEach((aspect, value) -> {
            // sets have another order in each process
            Object said = value instanceof Set<?> several
                    ? several.stream().map(String::valueOf).sorted().toList()
                    : value;
            words.append(aspect).append(' ').append(said).append('\n');
        });
        return words.toString();
    }

    /** The aspects in which not all of these are the same. */
    static Set<String> differences(List<Shape> shapes) {
        Set<String> differing = new HashSet<>();
        Shape first = shapes.getFirst();
        for (Shape other : shapes) {
            for (Shape one : List.of(first, other)) {
                one.aspects.keySet().stream()
                        .filter(aspect -> !Objects.equals(first.aspects.get(aspect), other.aspects.get(aspect)))
                        .forEach(differing::add);
            }
        }
        return differing;
    }

    static Shape of(Alignment alignment, String annotator, Annotation annotation) {
        Map<String, Object> aspects = new TreeMap<>();
        switch (annotation) {
            case Mention mention -> mention(alignment, mention, aspects);
            case Claim claim -> claim(alignment, annotator, claim, aspects);
            case Relation relation -> relation(alignment, annotator, relation, aspects);
        }
        return new Shape(aspects);
    }

    private static void mention(Alignment alignment, Mention mention, Map<String, Object> aspects) {
        aspects.put(BOUNDARY, mention.spans());
        aspects.put(LABEL, mention.label());
        alignment
                .scheme()
                .layerOf(mention.label())
                .ifPresent(layer -> attributes(layer, mention.attributes(), aspects));
        Mention.Link link = mention.link();
        aspects.put(
                LINK,
                link == null
                        ? NOT_LINKED
                        : Optional.ofNullable(link.entity())
                                .map("entity "::concat)
                                .orElse(NOT_IN_REGISTRY));
    }

    private static void claim(Alignment alignment, String annotator, Claim claim, Map<String, Object> aspects) {
        ClaimParts parts = alignment.parts();
        aspects.put(BOUNDARY, claim.content());
        aspects.put("cue", claim.cue());
        aspects.put("source", parts.parties(annotator, claim.source()));
        aspects.put("addressee", parts.parties(annotator, claim.addressee()));
        aspects.put("target", parts.parties(annotator, claim.target()));
        aspects.put("via", parts.parties(annotator, claim.via()));
        String parent = claim.parent();
        aspects.put("parent", parent == null ? "" : parts.key(Annotation.Kind.CLAIM, annotator, parent));
        aspects.put(ATTRIBUTE + "implicit", claim.implicit());
        alignment.scheme().frame().ifPresent(frame -> attributes(frame, claim.attributes(), aspects));
    }

    private static void relation(
            Alignment alignment, String annotator, Relation relation, Map<String, Object> aspects) {
        aspects.put("type", relation.type());
        List<String> ends =
                List.of(alignment.endKey(annotator, relation.from()), alignment.endKey(annotator, relation.to()));
        boolean symmetric =
                alignment.scheme().relation(relation.type()).stream().anyMatch(type -> type.symmetric());
        aspects.put("direction", symmetric ? ends.stream().sorted().toList() : ends);
    }

    private static void attributes(Layer layer, Map<String, Object> values, Map<String, Object> aspects) {
        for (Attribute attribute : layer.attributes()) {
            Object value = comparable(attribute, values);
            if (attribute.inAgreement() && value != null) {
                aspects.put(ATTRIBUTE + attribute.id(), value);
            }
        }
    }

    /** What an annotation says about an attribute, its default counted as said; absent if it says nothing. */
    static @Nullable Object comparable(Attribute attribute, Map<String, Object> values) {
        Object value = values.getOrDefault(attribute.id(), attribute.defaultValue());
        return switch (value) {
            case null -> null;
            case List<?> several -> Set.copyOf(several);
            case Number number -> number.doubleValue();
            default -> value;
        };
    }
}
