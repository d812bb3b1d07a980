package dev.parley.agreement;

import dev.parley.agreement.LayerMeasures.Pair;
import dev.parley.agreement.Measure.Sample;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Relation;
import dev.parley.document.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Relations as pairs of annotators have them: with ends that were aligned, or with ends on the very same characters. */
final class RelationMeasures {

    private final LayerMeasures layer;
    private final List<Pair> pairs;

    RelationMeasures(LayerMeasures layer, List<Pair> pairs) {
        this.layer = layer;
        this.pairs = pairs;
    }

    List<Measure> all() {
        return List.of(
                f1("aligned-f1", "F1: aligned ends, the same type and direction", false),
                f1("strict-f1", "F1: ends on the same characters, the same type and direction", true),
                layer.share(
                        "direction",
                        layer.how("share of aligned pairs that point the same way"),
                        RelationMeasures::direction,
                        String::equals));
    }

    private static String direction(Alignment alignment, String annotator, Annotation relation) {
        return String.valueOf(Shape.of(alignment, annotator, relation).aspects().get("direction"));
    }

    private Measure f1(String name, String variant, boolean strict) {
        Map<String, Object> how = layer.how(variant + "; documents and pairs added");
        how.put("units", "relations of all annotators");
        return Measure.of(
                name,
                name + how + pairs,
                how,
                2,
                alignment -> {
                    double[] numbers = new double[2];
                    List<Pair> present = pairs.stream()
                            .filter(pair -> alignment.annotators().containsAll(List.of(pair.one(), pair.other())))
                            .toList();
                    layer.clusters(alignment).forEach(cluster -> {
                        Map<String, Tie> ties = new HashMap<>();
                        cluster.members()
                                .forEach((annotator, member) ->
                                        ties.put(annotator, Tie.of(alignment, annotator, (Relation) member, strict)));
                        for (Pair pair : present) {
                            Tie one = ties.get(pair.one());
                            Tie other = ties.get(pair.other());
                            numbers[1] += (one == null ? 0 : 1) + (other == null ? 0 : 1);
                            numbers[0] += one != null && other != null && one.isSame(other) ? 1 : 0;
                        }
                    });
                    return Sample.of(numbers, (int) numbers[1]);
                },
                sums -> new SpanF1((int) sums[0], (int) sums[1]).value());
    }

    /**
     * One annotator's relation, as far as it is compared.
     *
     * @param ends the characters of its two ends; empty where these do not matter
     */
    private record Tie(Shape shape, List<List<Span>> ends) {

        static Tie of(Alignment alignment, String annotator, Relation relation, boolean strict) {
            return new Tie(
                    Shape.of(alignment, annotator, relation),
                    strict
                            ? List.of(
                                    place(alignment, annotator, relation.from()),
                                    place(alignment, annotator, relation.to()))
                            : List.of());
        }

        /** The ends of a symmetric relation may be written the other way round. */
        boolean isSame(Tie other) {
            return shape.equals(other.shape) && (ends.equals(other.ends) || ends.equals(other.ends.reversed()));
        }
    }

    /** Ends in other documents are the same if they are aligned; their characters are not at hand. */
    private static List<Span> place(Alignment alignment, String annotator, Relation.End end) {
        return alignment
                .cluster(end.kind(), annotator, end.annotation())
                .flatMap(cluster -> cluster.of(annotator))
                .map(Alignment::place)
                .orElse(List.of());
    }
}
