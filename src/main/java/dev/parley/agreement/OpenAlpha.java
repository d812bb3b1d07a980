package dev.parley.agreement;

import dev.parley.agreement.Bootstrap.Counts;
import dev.parley.agreement.Measure.Sample;
import dev.parley.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Krippendorff's α where answers are sets out of a vocabulary that nobody has listed, such as the entities a claim is
 * about, with the distance of {@link Distance#masi}; sets of one member make it nominal. A matrix of all answers would be
 * as large as the square of their number, and nearly empty: only sets with a common member are less than 1 apart. So with
 * the similarity s = 1 − δ², n<sub>c</sub> pairable answers c and n of all,
 *
 * <pre>
 * α = 1 − (1 − S_o) / (1 − S_e),   S_o = Σ s over pairable pairs / n,   S_e = (Σ_ck n_c n_k s(c,k) − n) / (n (n − 1)).
 * </pre>
 */
final class OpenAlpha {

    /** Between the members of a set that is written down; no member holds it. */
    private static final String SEPARATOR = "\u0000";

    private final LayerMeasures layer;
    private final String name;
    private final Map<String, Object> how;
    private final Answer answer;

    OpenAlpha(LayerMeasures layer, String name, Map<String, Object> how, Answer answer) {
        this.layer = layer;
        this.name = name;
        this.how = how;
        this.answer = answer;
    }

    /** What an annotator's member of a cluster says; absent if it counts as a missing rating. */
    interface Answer {
        @Nullable
        Set<String> of(Alignment alignment, Cluster<?> cluster, String annotator, Annotation member);
    }

    /**
     * The answers of one document.
     *
     * @param alike sum of the similarities of all pairable pairs, those of an item with m answers divided by m − 1
     * @param given how often each set was answered, where at least two answered
     * @param items about which at least two answered
     */
    record Tally(double alike, Map<String, Integer> given, int items) {}

    /** Two answers that have a member in common. */
    private record Overlap(int one, int other, double similarity) {}

    static String written(Collection<String> members) {
        return String.join(SEPARATOR, new TreeSet<>(members));
    }

    static Set<String> read(String written) {
        return written.isEmpty() ? Set.of() : Set.of(written.split(SEPARATOR));
    }

    /** @param documents all that the measure will be asked about */
    Measure over(Collection<DocumentSamples> documents) {
        SortedMap<String, Integer> places = new TreeMap<>();
        documents.forEach(document -> tally(document).given.keySet().forEach(set -> places.put(set, 0)));
        List<Set<String>> sets = new ArrayList<>();
        places.replaceAll((set, unnumbered) -> {
            sets.add(read(set));
            return sets.size();
        });
        List<Overlap> overlaps = overlaps(sets);
        return new Measure(
                name, how, 1 + sets.size(), document -> sample(tally(document), places), sums -> value(sums, overlaps));
    }

    private Tally tally(DocumentSamples document) {
        return document.tally(name + how, this::count);
    }

    private Tally count(Alignment alignment) {
        Map<String, Integer> given = new HashMap<>();
        double[] alike = new double[1];
        int[] items = new int[1];
        layer.clusters(alignment).forEach(cluster -> {
            List<Set<String>> answers = new ArrayList<>();
            cluster.members().forEach((annotator, member) -> {
                Set<String> said = answer.of(alignment, cluster, annotator, member);
                if (said != null) {
                    answers.add(said);
                }
            });
            if (answers.size() > 1) {
                items[0]++;
                answers.forEach(said -> given.merge(written(said), 1, Integer::sum));
                alike[0] += similarity(answers);
            }
        });
        return new Tally(alike[0], Map.copyOf(given), items[0]);
    }

    private static double similarity(List<Set<String>> answers) {
        double sum = 0;
        for (int one = 0; one < answers.size(); one++) {
            for (int other = one + 1; other < answers.size(); other++) {
                sum += 2 * SetOverlap.of(answers.get(one), answers.get(other)).masi();
            }
        }
        return sum / (answers.size() - 1);
    }

    private static Sample sample(Tally tally, Map<String, Integer> places) {
        int[] where = new int[tally.given.size() + 1];
        double[] values = new double[where.length];
        values[0] = tally.alike;
        int size = 1;
        for (Map.Entry<String, Integer> answer : tally.given.entrySet()) {
            where[size] = places.getOrDefault(answer.getKey(), 0);
            values[size++] = answer.getValue();
        }
        return new Sample(new Counts(where, values), tally.items);
    }

    /** Two empty sets are the same answer; an empty one has nothing in common with others. */
    private static List<Overlap> overlaps(List<Set<String>> sets) {
        Map<String, List<Integer>> having = new HashMap<>();
        List<Overlap> overlaps = new ArrayList<>();
        for (int set = 0; set < sets.size(); set++) {
            TreeSet<Integer> met = new TreeSet<>();
            for (String member : sets.get(set)) {
                List<Integer> earlier = having.computeIfAbsent(member, fresh -> new ArrayList<>());
                met.addAll(earlier);
                earlier.add(set);
            }
            for (int other : met) {
                overlaps.add(new Overlap(
                        other + 1,
                        set + 1,
                        SetOverlap.of(sets.get(other), sets.get(set)).masi()));
            }
        }
        return overlaps;
    }

    private static Outcome value(double[] sums, List<Overlap> overlaps) {
        double answers = 0;
        double together = 0;
        for (int set = 1; set < sums.length; set++) {
            answers += sums[set];
            together += sums[set] * sums[set];
        }
        if (answers == 0) {
            return Outcome.undefined(Outcome.Reason.NO_MATCHES);
        }
        for (Overlap overlap : overlaps) {
            together += 2 * sums[overlap.one] * sums[overlap.other] * overlap.similarity;
        }
        double apartByChance = 1 - (together - answers) / (answers * (answers - 1));
        return apartByChance <= 0
                ? Outcome.undefined(Outcome.Reason.NO_VARIATION)
                : Outcome.of(1 - (1 - sums[0] / answers) / apartByChance);
    }
}
