package dev.parley.agreement;

import dev.parley.agreement.Disagreement.Version;
import dev.parley.annotation.AnnotationSet;
import dev.parley.scheme.Scheme;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What the scheme said at its earlier versions. A disagreement comes from a change of the scheme if those who worked under
 * the same version all say the same, and the versions say different things about the layer.
 *
 * @param at the scheme at a version
 */
public record Revisions(IntFunction<Scheme> at) {

    /** Nothing is known of earlier versions, so nothing is put down to them. */
    public static Revisions unknown(Scheme present) {
        return new Revisions(version -> present);
    }

    boolean explain(List<AnnotationSet> sets, String layer, List<Version> versions) {
        Map<Integer, Set<Integer>> saidUnder = new HashMap<>();
        for (AnnotationSet set : sets) {
            for (int said = 0; said < versions.size(); said++) {
                if (versions.get(said).annotators().contains(set.annotator())) {
                    saidUnder
                            .computeIfAbsent(set.schemeVersion(), version -> new HashSet<>())
                            .add(said);
                }
            }
        }
        return saidUnder.size() > 1
                && saidUnder.values().stream().allMatch(said -> said.size() == 1)
                && saidUnder.keySet().stream()
                                .map(at::apply)
                                .map(scheme -> definition(scheme, layer))
                                .distinct()
                                .count()
                        > 1;
    }

    private static Object definition(Scheme scheme, String layer) {
        if (layer.equals(Alignment.RELATIONS)) {
            return scheme.relations();
        }
        return Stream.concat(scheme.spanLayers().stream(), scheme.frame().stream())
                .filter(found -> found.id().equals(layer))
                .toList();
    }
}
