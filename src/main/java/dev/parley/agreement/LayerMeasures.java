package dev.parley.agreement;

import dev.parley.agreement.Measure.Sample;
import dev.parley.agreement.continuum.Continuum;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.Span;
import dev.parley.scheme.Scheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The measures of one layer. */
final class LayerMeasures {

    private final Scheme scheme;
    private final String layer;
    private final List<String> labels;
    private final Predicate<String> annotators;
    /** Names of the two annotators looked at; empty for everybody. */
    private final List<String> between;

    /** @param labels of the layer, in the scheme's order; the types for relations; none for claims */
    LayerMeasures(Scheme scheme, String layer, List<String> labels) {
        this(scheme, layer, labels, annotator -> true, List.of());
    }

    private LayerMeasures(
            Scheme scheme, String layer, List<String> labels, Predicate<String> annotators, List<String> between) {
        this.between = between;
        this.scheme = scheme;
        this.layer = layer;
        this.labels = List.copyOf(labels);
        this.annotators = annotators;
    }

    /** The same measures, looking at two annotators only. */
    LayerMeasures between(Pair pair) {
        return new LayerMeasures(
                scheme,
                layer,
                labels,
                annotator -> annotator.equals(pair.one()) || annotator.equals(pair.other()),
                List.of(pair.one(), pair.other()));
    }

    Stream<Cluster<?>> clusters(Alignment alignment) {
        return alignment.clusters().filter(cluster -> cluster.layer().equals(layer) && !cluster.excluded());
    }

    String layer() {
        return layer;
    }

    List<String> labels() {
        return labels;
    }

    /** The marks of a document on a line, those of annotators who made none missing but counted. */
    Continuum continuum(Alignment alignment) {
        List<String> names = alignment.annotators();
        List<Continuum.Unit> units = new ArrayList<>();
        int[] reach = {alignment.document().codePoints()};
        clusters(alignment)
                .forEach(cluster -> cluster.members().forEach((annotator, member) -> {
                    List<Span> place = Alignment.place(member);
                    if (!place.isEmpty()) {
                        int end = place.getLast().end();
                        reach[0] = Math.max(reach[0], end);
                        units.add(new Continuum.Unit(
                                names.indexOf(annotator), place.getFirst().start(), end, Math.max(0, number(member))));
                    }
                }));
        return Continuum.of(names.size(), reach[0], units);
    }

    /** Number of a mark's label, -1 if it has none the layer knows. */
    int number(Annotation member) {
        String label = label(member);
        return label == null ? -1 : labels.indexOf(label);
    }

    /** How often each label was given; not a measure, but counted like one. */
    Measure marks() {
        return Measure.of(
                "marks",
                "marks of " + layer + labels,
                Map.of(),
                labels.size(),
                alignment -> {
                    double[] numbers = new double[labels.size()];
                    clusters(alignment)
                            .flatMap(cluster -> cluster.annotations().stream())
                            .mapToInt(this::number)
                            .filter(label -> label >= 0)
                            .forEach(label -> numbers[label]++);
                    return Sample.of(numbers, 1);
                },
                sums -> Outcome.undefined(Outcome.Reason.NO_UNITS));
    }

    /** How many disagreements there are, decided or not; counted like a measure, too. */
    Measure disagreements() {
        return Measure.of(
                "disagreements",
                "disagreements of " + layer,
                Map.of(),
                1,
                alignment -> {
                    long found = clusters(alignment)
                            .filter(cluster ->
                                    Disagreements.in(alignment, cluster).isPresent())
                            .count();
                    return Sample.of(new double[] {found}, 1);
                },
                sums -> Outcome.of(sums[0]));
    }

    boolean isRelations() {
        return layer.equals(Alignment.RELATIONS);
    }

    boolean isClaims() {
        return scheme.frame().stream().anyMatch(frame -> frame.id().equals(layer));
    }

    /** Same boundaries: how many of the pairs of marks that were brought together cover the same characters. */
    Measure boundary() {
        Map<String, Object> how = how("share of aligned pairs that cover exactly the same characters");
        how.put("units", "aligned pairs");
        return share("boundary", how, (alignment, annotator, member) -> Alignment.place(member), List::equals);
    }

    /** The same part: how many of the pairs of claims that were brought together have it the same. */
    Measure part(String role) {
        Map<String, Object> how = how("share of aligned pairs with the same " + role
                + ", persons compared by entity or aligned mention; pairs where neither has one are left out");
        how.put("units", "aligned pairs where at least one has it");
        return share(
                role,
                how,
                (alignment, annotator, member) -> Optional.ofNullable(
                        Shape.of(alignment, annotator, member).part(role)),
                (one, other) -> one.isEmpty() && other.isEmpty() ? null : one.equals(other));
    }

    /** Two annotators, by name. */
    record Pair(String one, String other) {
        static final Comparator<Pair> BY_NAME = Comparator.comparing(Pair::one).thenComparing(Pair::other);
    }

    /** What is looked at in an annotation. Worked out once for each, as it may cost more than comparing it. */
    interface Look<V> {
        V of(Alignment alignment, String annotator, Annotation member);
    }

    interface Comparison<V> {
        /** Whether the pair counts as the same; absent if it does not count at all. */
        @Nullable
        Boolean same(V one, V other);
    }

    <V> Measure share(String name, Map<String, Object> how, Look<V> look, Comparison<V> comparison) {
        return Measure.of(
                name,
                name + how + between,
                how,
                2,
                alignment -> {
                    double[] numbers = new double[2];
                    inPairs(alignment, look, (one, other) -> {
                        Boolean same = comparison.same(one, other);
                        if (same != null) {
                            numbers[0] += same ? 1 : 0;
                            numbers[1]++;
                        }
                    });
                    return Sample.of(numbers, (int) numbers[1]);
                },
                sums -> sums[1] == 0 ? Outcome.undefined(Outcome.Reason.NO_MATCHES) : Outcome.of(sums[0] / sums[1]));
    }

    /** Each two annotations of different annotators that were brought together. */
    <V> void inPairs(Alignment alignment, Look<V> look, BiConsumer<V, V> pairs) {
        List<V> seen = new ArrayList<>();
        clusters(alignment).forEach(cluster -> {
            seen.clear();
            cluster.members().forEach((annotator, member) -> {
                if (annotators.test(annotator)) {
                    V one = look.of(alignment, annotator, member);
                    seen.forEach(before -> pairs.accept(before, one));
                    seen.add(one);
                }
            });
        });
    }

    /** Same label: Krippendorff's α over the places that at least two marked. */
    Measure labelAlpha() {
        if (labels.isEmpty()) {
            return Measure.of(
                    "label-alpha",
                    how("Krippendorff's alpha, nominal"),
                    0,
                    alignment -> Sample.of(new double[0], 0),
                    sums -> Outcome.undefined(Outcome.Reason.NO_LABELS));
        }
        Map<String, Object> how = how("Krippendorff's alpha, nominal, over places at least two annotators marked");
        how.put("units", "aligned places");
        return alpha("label-alpha", how, labels, (cluster, member) -> label(member), Distance.NOMINAL);
    }

    /** One label against all others. */
    Measure labelAlpha(int label) {
        Measure all = labelAlpha();
        Map<String, Object> how = how("Krippendorff's alpha, nominal, this label against all others");
        how.put("label", labels.get(label));
        return new Measure(
                "label-alpha",
                how,
                all.width(),
                all.sample(),
                sums -> Bootstrap.isEmpty(sums)
                        ? Outcome.undefined(Outcome.Reason.NO_MATCHES)
                        : KrippendorffAlpha.of(matrix(labels, sums).only(label), Distance.NOMINAL));
    }

    static @Nullable String label(Annotation member) {
        return switch (member) {
            case Mention mention -> mention.label();
            case Relation relation -> relation.type();
            case Claim ignored -> null;
        };
    }

    /** What a member of a cluster chose; absent if it counts as a missing rating. */
    interface Category {
        @Nullable
        String of(Cluster<?> cluster, Annotation member);
    }

    Measure alpha(String name, Map<String, Object> how, List<String> categories, Category category, Distance distance) {
        int width = categories.size();
        return Measure.of(
                name,
                name + how + categories + between,
                how,
                width * width,
                alignment -> coincidences(alignment, categories, category),
                sums -> Bootstrap.isEmpty(sums)
                        ? Outcome.undefined(Outcome.Reason.NO_MATCHES)
                        : KrippendorffAlpha.of(matrix(categories, sums), distance));
    }

    private Sample coincidences(Alignment alignment, List<String> categories, Category category) {
        List<List<@Nullable String>> items = new ArrayList<>();
        clusters(alignment).forEach(cluster -> {
            List<@Nullable String> item = new ArrayList<>();
            for (String annotator : alignment.annotators()) {
                Annotation member = cluster.members().get(annotator);
                item.add(member == null || !annotators.test(annotator) ? null : category.of(cluster, member));
            }
            if (item.stream().filter(Objects::nonNull).count() > 1) {
                items.add(item);
            }
        });
        double[][] counts = Coincidences.of(Ratings.of(categories, items)).counts();
        double[] flat = Stream.of(counts).flatMapToDouble(Arrays::stream).toArray();
        return Sample.of(flat, items.size());
    }

    static Coincidences<String> matrix(List<String> categories, double[] flat) {
        double[][] counts = new double[categories.size()][categories.size()];
        for (int i = 0; i < flat.length; i++) {
            counts[i / categories.size()][i % categories.size()] = flat[i];
        }
        return new Coincidences<>(categories, counts);
    }

    /** What every measure says about itself. */
    Map<String, Object> how(String variant) {
        Map<String, Object> how = new LinkedHashMap<>();
        how.put("variant", variant);
        how.put("match", "intersection over union of at least " + scheme.match().threshold());
        how.put("schemeVersion", scheme.version());
        how.put("sets", "handed in");
        how.put("layer", layer);
        if (!scheme.excludedSegments().isEmpty()) {
            how.put("excludedSegments", scheme.excludedSegments());
        }
        return how;
    }
}
