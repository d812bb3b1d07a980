package dev.parley.agreement;

import dev.parley.agreement.LayerMeasures.Pair;
import dev.parley.agreement.Measure.Sample;
import dev.parley.annotation.Mention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which entity a mention means, on mentions that both annotators marked. "Looked for and not in the registry" is an answer;
 * "not looked for" is none. Merged entities count as the one they were merged into.
 */
final class LinkMeasures {

    private static final String NOT_IN_REGISTRY = "";

    private static final List<Function<Coreference, Coreference.Parts>> COREFERENCE =
            List.of(Coreference::bCubed, Coreference::ceafE, Coreference::lea);
    /** Numbers that {@link Coreference.Parts} has. */
    private static final int PARTS = 4;

    private final LayerMeasures layer;
    private final List<Pair> pairs;

    LinkMeasures(LayerMeasures layer, List<Pair> pairs) {
        this.layer = layer;
        this.pairs = pairs;
    }

    /** @param documents all that will be asked about */
    List<Measure> all(Collection<DocumentSamples> documents) {
        return List.of(
                share(
                        "link",
                        "share of aligned pairs with the same entity, where both looked",
                        (one, other) -> one == null || other == null ? null : one.equals(other)),
                share(
                        "link-coverage",
                        "share of aligned pairs where both looked, of those where one did",
                        (one, other) -> one == null && other == null ? null : one != null && other != null),
                identity().over(documents),
                nil(),
                coreference("b-cubed", "B³ (Bagga and Baldwin 1998)", 0),
                coreference("ceaf-e", "CEAF-e (Luo 2005, φ₄)", 1),
                coreference("lea", "LEA (Moosavi and Strube 2016)", 2));
    }

    private interface Comparison {
        /** Whether two answers count as the same; absent if the pair does not count. */
        @Nullable
        Boolean same(@Nullable String one, @Nullable String other);
    }

    private static @Nullable String answer(@Nullable Object member) {
        Mention.Link link = member instanceof Mention mention ? mention.link() : null;
        if (link == null) {
            return null;
        }
        String entity = link.entity();
        return entity == null ? NOT_IN_REGISTRY : entity;
    }

    private Measure share(String name, String variant, Comparison comparison) {
        return layer.share(
                name,
                layer.how(variant + "; not in the registry is an answer"),
                (alignment, annotator, member) -> Optional.ofNullable(answer(member)),
                (one, other) -> comparison.same(one.orElse(null), other.orElse(null)));
    }

    private OpenAlpha identity() {
        Map<String, Object> how = layer.how(
                "Krippendorff's alpha, nominal, over entities, where both looked; not in the registry is an answer");
        how.put("units", "aligned places");
        return new OpenAlpha(layer, "link-alpha", how, (alignment, cluster, annotator, member) -> {
            String answer = answer(member);
            return answer == null ? null : answer.isEmpty() ? Set.of() : Set.of(answer);
        });
    }

    private Measure nil() {
        Map<String, Object> how = layer.how("Krippendorff's alpha, nominal, in the registry or not, where both looked");
        how.put("units", "aligned places");
        return layer.alpha(
                "link-nil-alpha",
                how,
                List.of("in the registry", "not in it"),
                (cluster, member) -> {
                    String answer = answer(member);
                    return answer == null ? null : answer.isEmpty() ? "not in it" : "in the registry";
                },
                Distance.NOMINAL);
    }

    /** @param figure its place among {@link #COREFERENCE}, which are all counted from the same groups */
    private Measure coreference(String name, String variant, int figure) {
        Map<String, Object> how =
                layer.how(variant + ", F1 over mentions both tied to an entity; pairs and documents added");
        how.put("units", "mentions of pairs");
        return Measure.of(
                name,
                "coreference of " + layer.layer() + pairs,
                how,
                PARTS * COREFERENCE.size(),
                this::coreference,
                sums -> new Coreference.Parts(
                                sums[PARTS * figure],
                                sums[PARTS * figure + 1],
                                sums[PARTS * figure + 2],
                                sums[PARTS * figure + 3])
                        .f1()
                        .because(Outcome.Reason.NO_MATCHES));
    }

    private Sample coreference(Alignment alignment) {
        double[] numbers = new double[PARTS * COREFERENCE.size()];
        int mentions = 0;
        for (Pair pair : pairs) {
            int[][] groups = groups(alignment, pair);
            Coreference both = Coreference.of(groups[0], groups[1]);
            for (int figure = 0; figure < COREFERENCE.size(); figure++) {
                Coreference.Parts parts = COREFERENCE.get(figure).apply(both);
                numbers[PARTS * figure] += parts.hits();
                numbers[PARTS * figure + 1] += parts.ofOne();
                numbers[PARTS * figure + 2] += parts.ofOther();
                numbers[PARTS * figure + 3] += parts.otherHits();
            }
            mentions += groups[0].length;
        }
        return Sample.of(numbers, mentions);
    }

    private int[][] groups(Alignment alignment, Pair pair) {
        Map<String, Integer> numbers = new HashMap<>();
        List<int[]> both = new ArrayList<>();
        layer.clusters(alignment).forEach(cluster -> {
            String one = answer(cluster.members().get(pair.one()));
            String other = answer(cluster.members().get(pair.other()));
            if (one != null && other != null && !one.isEmpty() && !other.isEmpty()) {
                both.add(new int[] {
                    numbers.computeIfAbsent(one, name -> numbers.size()),
                    numbers.computeIfAbsent(other, name -> numbers.size())
                });
            }
        });
        return new int[][] {
            both.stream().mapToInt(group -> group[0]).toArray(),
            both.stream().mapToInt(group -> group[1]).toArray()
        };
    }
}
