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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Krippendorff's α for one attribute over the places that at least two annotators marked: ordinal for a scale, else
 * nominal, for several answers at once with the distances of MASI. "Not filled in" is an answer of its own, but places where nobody filled it in are left out, and on a scale it has
 * no rank and counts as a missing rating.
 */
final class AttributeMeasure {

    private static final String NOT_FILLED = "";
    /** Between the values of one answer; no value holds it. */
    private static final String SEPARATOR = "\n";

    private final LayerMeasures layer;
    private final Attribute attribute;

    AttributeMeasure(LayerMeasures layer, Attribute attribute) {
        this.layer = layer;
        this.attribute = attribute;
    }

    Measure over(Collection<DocumentSamples> documents) {
        boolean ordinal = attribute.type() == Attribute.Type.SCALE;
        boolean several = attribute.type() == Attribute.Type.CHOICES;
        Map<String, Object> how =
                layer.how("Krippendorff's alpha, " + (ordinal ? "ordinal" : several ? "MASI distance" : "nominal")
                        + ", over places at least two annotators marked");
        how.put("attribute", attribute.id());
        how.put("units", "aligned places where somebody filled it in");
        List<String> categories = ordinal ? attribute.values() : categories(documents);
        return layer.alpha(
                "attribute-alpha",
                how,
                categories,
                (cluster, member) -> category(cluster, member, ordinal),
                ordinal ? Distance.ORDINAL : several ? Distance.masi(sets(categories)) : Distance.NOMINAL);
    }

    private List<String> categories(Collection<DocumentSamples> documents) {
        TreeSet<String> found = new TreeSet<>(Set.of(NOT_FILLED));
        if (attribute.type() == Attribute.Type.CHOICE) {
            found.addAll(attribute.values());
        } else if (attribute.type() == Attribute.Type.FLAG) {
            found.addAll(List.of("false", "true"));
        } else {
            documents.forEach(document -> found.addAll(
                    document.vocabulary("%s of %s".formatted(attribute.id(), layer.layer()), this::values)));
        }
        return List.copyOf(found);
    }

    private Set<String> values(Alignment alignment) {
        return layer.clusters(alignment)
                .flatMap(cluster -> cluster.annotations().stream())
                .flatMap(member -> value(member).stream())
                .collect(Collectors.toSet());
    }

    private static List<Set<String>> sets(List<String> categories) {
        return categories.stream()
                .map(category -> category.equals(NOT_FILLED) ? Set.<String>of() : Set.of(category.split(SEPARATOR)))
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
                        ? several.stream().map(String::valueOf).sorted().collect(Collectors.joining(SEPARATOR))
                        : value.toString());
    }
}
