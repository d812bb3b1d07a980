package dev.parley.adjudication;

import dev.parley.agreement.Alignment;
import dev.parley.agreement.Cluster;
import dev.parley.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One id for each cluster, unique in the document: the first of its members' ids that is free, in the order of the
 * annotators' names. Given out before anything is decided, so that no decision changes an id.
 */
final class GoldIds {

    private static final int LONGEST = 128;

    private final Alignment alignment;
    private final Map<String, String> ofCluster = new HashMap<>();
    private final Map<String, Cluster<?>> owner = new HashMap<>();

    GoldIds(Alignment alignment) {
        this.alignment = alignment;
        alignment.clusters().forEach(this::give);
    }

    private void give(Cluster<?> cluster) {
        String id = cluster.members().values().stream()
                .map(Annotation::id)
                .filter(candidate -> !owner.containsKey(candidate))
                .findFirst()
                .orElseGet(() -> another(cluster));
        owner.put(id, cluster);
        ofCluster.put(cluster.id(), id);
    }

    /** Files from elsewhere number their annotations, so that two annotators may have the same ids in another order. */
    private String another(Cluster<?> cluster) {
        String taken = cluster.members().firstEntry().getValue().id();
        for (int number = 2; ; number++) {
            String suffix = "." + number;
            String id = taken.substring(0, Math.min(taken.length(), LONGEST - suffix.length())) + suffix;
            if (!owner.containsKey(id)) {
                return id;
            }
        }
    }

    String of(Cluster<?> cluster) {
        String id = ofCluster.get(cluster.id());
        if (id == null) {
            throw new IllegalArgumentException("cluster of another alignment " + cluster.id());
        }
        return id;
    }

    Optional<String> of(Annotation.Kind kind, String annotator, String annotation) {
        return alignment.cluster(kind, annotator, annotation).map(this::of);
    }

    /** The cluster that has this id in the gold set, if it is of that kind. */
    Optional<Cluster<?>> cluster(Annotation.Kind kind, String id) {
        Cluster<?> cluster = owner.get(id);
        return cluster == null || cluster.annotations().getFirst().kind() != kind
                ? Optional.empty()
                : Optional.of(cluster);
    }
}
