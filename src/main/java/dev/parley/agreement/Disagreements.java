package dev.parley.agreement;

import dev.parley.agreement.Disagreement.Version;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what annotators see differently in an {@link Alignment}. */
public final class Disagreements {

    /**
     * Where as many say the one as the other, what they say orders them and not who they are: so a place does not betray
     * whose version it is, and of two labels the same one is first wherever they meet.
     */
    private static final Comparator<Map.Entry<Shape, List<String>>> MOST_SHARED = Comparator.comparingInt(
                    (Map.Entry<Shape, List<String>> said) -> -said.getValue().size())
            .thenComparing(said -> said.getKey().inWords());

    private Disagreements() {}

    /** In the order of {@link Alignment#clusters()}; empty with fewer than two annotators. */
    public static List<Disagreement> in(Alignment alignment) {
        if (alignment.annotators().size() < 2) {
            return List.of();
        }
        return alignment
                .clusters()
                .filter(cluster -> !cluster.excluded())
                .flatMap(cluster -> in(alignment, cluster).stream())
                .toList();
    }

    /** The disagreement about one cluster, if its annotators do not all say the same. */
    public static Optional<Disagreement> in(Alignment alignment, Cluster<?> cluster) {
        Map<Shape, List<String>> byShape = new LinkedHashMap<>();
        cluster.members()
                .forEach((annotator, member) -> byShape.computeIfAbsent(
                                Shape.of(alignment, annotator, member), shape -> new ArrayList<>())
                        .add(annotator));
        List<String> silent = alignment.annotators().stream()
                .filter(annotator -> !cluster.members().containsKey(annotator))
                .toList();
        if (byShape.size() == 1 && silent.isEmpty()) {
            return Optional.empty();
        }
        List<Version> versions = new ArrayList<>();
        byShape.entrySet().stream()
                .sorted(MOST_SHARED)
                .map(Map.Entry::getValue)
                .map(annotators -> new Version(
                        annotators, cluster.of(annotators.getFirst()).orElseThrow()))
                .forEach(versions::add);
        if (!silent.isEmpty()) {
            versions.add(new Version(silent, null));
        }
        Set<String> aspects = new TreeSet<>(Shape.differences(List.copyOf(byShape.keySet())));
        Set<String> together = alignment.splitWith(cluster);
        return Optional.of(new Disagreement(
                cluster.id(),
                alignment.document().id(),
                cluster.layer(),
                cause(alignment, cluster, versions, aspects, together),
                aspects,
                together,
                alignment.scheme().match(),
                versions));
    }

    private static Cause cause(
            Alignment alignment,
            Cluster<?> cluster,
            List<Version> versions,
            Set<String> aspects,
            Set<String> together) {
        if (alignment.revisions().explain(alignment.sets(), cluster.layer(), versions)) {
            return Cause.GUIDELINE_VERSION;
        }
        if (!together.isEmpty()) {
            return Cause.SPLIT_MERGE;
        }
        int silent = alignment.annotators().size() - cluster.members().size();
        if (silent > 0) {
            return cluster.members().size() == 1 && silent > 1 ? Cause.EXTRA : Cause.MISSING;
        }
        return cause(cluster.annotations().getFirst(), aspects);
    }

    private static Cause cause(Annotation member, Set<String> aspects) {
        boolean boundary = aspects.contains(Shape.BOUNDARY);
        boolean attribute = aspects.stream().anyMatch(aspect -> aspect.startsWith(Shape.ATTRIBUTE));
        return switch (member) {
            case Mention ignored -> {
                boolean label = aspects.contains(Shape.LABEL);
                if (boundary || label) {
                    yield boundary && label ? Cause.LABEL_BOUNDARY : boundary ? Cause.BOUNDARY : Cause.LABEL;
                }
                yield attribute ? Cause.ATTRIBUTE : Cause.LINK;
            }
            case Claim ignored -> boundary ? Cause.BOUNDARY : attribute ? Cause.ATTRIBUTE : Cause.PART;
            case Relation ignored -> Cause.RELATION;
        };
    }
}
