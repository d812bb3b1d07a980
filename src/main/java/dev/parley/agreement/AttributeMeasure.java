package dev.parley.agreement;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.scheme.Attribute;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Krippendorff's α for one attribute over the places that at least two annotators marked: ordinal for a scale, else
 * nominal, for several answers at once with the distances of MASI. "Not filled in" is an answer of its own, but places where nobody filled it in are left out, and on a scale it has
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

    Measure over(Collection<DocumentSamples> documents) {
        return switch (attribute.type()) {
            case SCALE -> alpha("ordinal", attribute.values(), Distance.ORDINAL);
            case CHOICE -> alpha("nominal", filledOrNot(attribute.values()), Distance.NOMINAL);
            case FLAG -> alpha("nominal", filledOrNot(List.of("false", "true")), Distance.NOMINAL);
            case CHOICES -> open("MASI distance", documents);
            case TEXT, NUMBER -> open("nominal", documents);
        };
    }

    private Measure alpha(String distance, List<String> categories, Distance apart) {
        boolean ordinal = attribute.type() == Attribute.Type.SCALE;
        return layer.alpha(
                "attribute-alpha",
                how(distance),
                categories,
                (cluster, member) -> category(cluster, member, ordinal),
                apart);
    }

    private Measure open(String distance, Collection<DocumentSamples> documents) {
        return new OpenAlpha(layer, "attribute-alpha", how(distance), (alignment, cluster, annotator, member) -> {
                    String category = category(cluster, member, false);
                    return category == null ? null : OpenAlpha.read(category);
                })
                .over(documents);
    }

    private Map<String, Object> how(String distance) {
        Map<String, Object> how =
                layer.how("Krippendorff's alpha, " + distance + ", over places at least two annotators marked");
        how.put("attribute", attribute.id());
        how.put("units", "aligned places where somebody filled it in");
        return how;
    }

    private static List<String> filledOrNot(Collection<String> values) {
        TreeSet<String> categories = new TreeSet<>(values);
        categories.add(NOT_FILLED);
        return List.copyOf(categories);
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
                        ? OpenAlpha.written(
                                several.stream().map(String::valueOf).toList())
                        : value.toString());
    }
}
