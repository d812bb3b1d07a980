package dev.parley.agreement;

import dev.parley.agreement.LayerMeasures.Pair;
import dev.parley.agreement.Measure.Sample;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Relation;
import dev.parley.document.Span;
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
                        (alignment, pair) -> direction(alignment, pair.one(), pair.first())
                                .equals(direction(alignment, pair.other(), pair.second()))));
    }

    private static Object direction(Alignment alignment, String annotator, Annotation relation) {
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
                    layer.clusters(alignment)
                            .forEach(cluster -> pairs.forEach(pair -> {
                                boolean comparable =
                                        alignment.annotators().containsAll(List.of(pair.one(), pair.other()));
                                Annotation one = cluster.members().get(pair.one());
                                Annotation other = cluster.members().get(pair.other());
                                numbers[1] += comparable ? (one == null ? 0 : 1) + (other == null ? 0 : 1) : 0;
                                if (one instanceof Relation first && other instanceof Relation second) {
                                    numbers[0] += same(alignment, pair, first, second, strict) ? 1 : 0;
                                }
                            }));
                    return Sample.of(numbers, (int) numbers[1]);
                },
                sums -> new SpanF1((int) sums[0], (int) sums[1]).value());
    }

    private static boolean same(Alignment alignment, Pair pair, Relation one, Relation other, boolean strict) {
        boolean alike = Shape.of(alignment, pair.one(), one).equals(Shape.of(alignment, pair.other(), other));
        if (!alike || !strict) {
            return alike;
        }
        List<List<Span>> first =
                List.of(place(alignment, pair.one(), one.from()), place(alignment, pair.one(), one.to()));
        List<List<Span>> second =
                List.of(place(alignment, pair.other(), other.from()), place(alignment, pair.other(), other.to()));
        // the ends of a symmetric relation may be written the other way round
        return first.equals(second) || first.equals(second.reversed());
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
