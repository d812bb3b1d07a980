package dev.parley.adjudication;

import dev.parley.adjudication.GoldSet.Support;
import dev.parley.agreement.Alignment;
import dev.parley.agreement.Cluster;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.scheme.Attribute;
import dev.parley.scheme.Scheme;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts who stands behind an annotation of the gold set, and which label they gave it. */
final class SupportCounter {

    /** What stands in for the label of a claim, which has none: the required choice with the most values. */
    private final Optional<Attribute> kindOfClaim;

    SupportCounter(Scheme scheme) {
        this.kindOfClaim = scheme.frame()
                .flatMap(frame -> frame.attributes().stream()
                        .filter(attribute -> attribute.type() == Attribute.Type.CHOICE && attribute.required())
                        .max(Comparator.comparingInt(
                                attribute -> attribute.values().size())));
    }

    Support of(String item, Cluster<?> cluster) {
        Map<String, Integer> labels = new TreeMap<>();
        cluster.annotations().forEach(member -> label(member).ifPresent(label -> labels.merge(label, 1, Integer::sum)));
        return new Support(item, List.copyOf(cluster.members().keySet()), Alignment.meanOverlap(cluster), labels);
    }

    private Optional<String> label(Annotation member) {
        return switch (member) {
            case Mention mention -> Optional.of(mention.label());
            case Relation relation -> Optional.of(relation.type());
            case Claim claim ->
                kindOfClaim
                        .map(attribute -> claim.attributes().get(attribute.id()))
                        .map(Object::toString);
        };
    }
}
