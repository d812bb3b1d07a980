package dev.parley.agreement;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.scheme.Attribute;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Krippendorff's α for one attribute over the places that at least two annotators marked: ordinal for a scale, else
 * nominal. "Not filled in" is an answer of its own, but places where nobody filled it in are left out, and on a scale it has
 * no rank and counts as a missing rating.
 */
final class AttributeMeasure {

    private static final String NOT_FILLED = "";

    private final LayerMeasures layer;
    private final Attribute attribute;

    AttributeMeasure(LayerMeasures layer, Attribute attribute) {
        this.layer = layer;
        this.attribute = attribute;
    }

    Measure over(List<Alignment> alignments) {
        boolean ordinal = attribute.type() == Attribute.Type.SCALE;
        Map<String, Object> how = layer.how("Krippendorff's alpha, " + (ordinal ? "ordinal" : "nominal")
                + ", over places at least two annotators marked");
        how.put("attribute", attribute.id());
        how.put("units", "aligned places where somebody filled it in");
        List<String> categories = ordinal ? attribute.values() : categories(alignments);
        return layer.alpha(
                "attribute-alpha",
                how,
                categories,
                (cluster, member) -> category(cluster, member, ordinal),
                ordinal ? Distance.ORDINAL : Distance.NOMINAL);
    }

    private List<String> categories(List<Alignment> alignments) {
        return alignments.stream()
                .flatMap(layer::clusters)
                .flatMap(cluster -> cluster.annotations().stream())
                .flatMap(member -> Stream.concat(value(member).stream(), Stream.of(NOT_FILLED)))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private @Nullable String category(Cluster<?> cluster, Annotation member, boolean ordinal) {
        if (cluster.annotations().stream().allMatch(other -> value(other).isEmpty())) {
            return null;
        }
        return value(member).orElse(ordinal ? null : NOT_FILLED);
    }

    private Optional<String> value(Annotation member) {
        Map<String, Object> attributes = switch (member) {
            case Mention mention -> mention.attributes();
            case Claim claim -> claim.attributes();
            case Relation ignored -> Map.of();
        };
        return Optional.ofNullable(Shape.comparable(attribute, attributes))
                .map(value -> value instanceof Collection<?> several
                        ? several.stream()
                                .map(String::valueOf)
                                .sorted()
                                .toList()
                                .toString()
                        : value.toString());
    }
}
