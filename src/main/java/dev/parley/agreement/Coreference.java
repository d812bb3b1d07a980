package dev.parley.agreement;

import dev.parley.agreement.continuum.Assignments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far two annotators put the same mentions into the same groups, that is tie them to the same entity: B³ (Bagga and
 * Baldwin 1998), CEAF-e (Luo 2005, φ₄), LEA (Moosavi and Strube 2016) and MUC (Vilain et al. 1995), each as F1. The names of
 * groups do not matter. Only mentions that both have are compared; what one of them missed is told by other measures.
 *
 * <p>B³ is kind to mentions that stand alone, MUC to groups that swallow everything; a group of one counts in LEA as linked
 * to itself.
 */
public final class Coreference {

    private final int[] sizeOfOne;
    private final int[] sizeOfOther;
    /** How many mentions a group of the one shares with a group of the other: key {@code one · others + other}. */
    private final Map<Long, Integer> shared = new HashMap<>();

    private final int mentions;

    private Coreference(int[] one, int[] other) {
        this.mentions = one.length;
        int[] first = numbered(one);
        int[] second = numbered(other);
        this.sizeOfOne = sizes(first);
        this.sizeOfOther = sizes(second);
        for (int mention = 0; mention < one.length; mention++) {
            shared.merge((long) first[mention] * sizeOfOther.length + second[mention], 1, Integer::sum);
        }
    }

    /**
     * @param one the group of each mention as the first annotator has it, any numbers
     * @param other the same mentions in the same order
     */
    public static Coreference of(int[] one, int[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("%d mentions against %d".formatted(one.length, other.length));
        }
        return new Coreference(one, other);
    }

    /** What a measure's precision and recall are made of; documents may be added. */
    public record Parts(double hits, double ofOne, double ofOther, double otherHits) {

        public Parts plus(Parts more) {
            return new Parts(hits + more.hits, ofOne + more.ofOne, ofOther + more.ofOther, otherHits + more.otherHits);
        }

        public Outcome f1() {
            if (ofOne == 0 || ofOther == 0) {
                return Outcome.undefined(Outcome.Reason.NO_OVERLAP);
            }
            double recall = hits / ofOne;
            double precision = otherHits / ofOther;
            return Outcome.of(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
        }
    }

    public Parts bCubed() {
        double hits = 0;
        double otherHits = 0;
        for (Map.Entry<Long, Integer> entry : shared.entrySet()) {
            double common = entry.getValue();
            hits += common * common / sizeOfOne[one(entry.getKey())];
            otherHits += common * common / sizeOfOther[other(entry.getKey())];
        }
        return new Parts(hits, mentions, mentions, otherHits);
    }

    public Parts ceafE() {
        List<List<Integer>> others = new ArrayList<>();
        for (int group = 0; group < sizeOfOne.length; group++) {
            others.add(new ArrayList<>());
        }
        shared.keySet().stream().sorted().forEach(key -> others.get(one(key)).add(other(key)));
        int[][] edges = others.stream()
                .map(groups -> groups.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        double alike = Assignments.most(edges, sizeOfOther.length, this::likeness);
        return new Parts(alike, sizeOfOne.length, sizeOfOther.length, alike);
    }

    /** φ₄: common mentions over the mean size. */
    private double likeness(int one, int other) {
        int common = shared.getOrDefault((long) one * sizeOfOther.length + other, 0);
        return 2.0 * common / (sizeOfOne[one] + sizeOfOther[other]);
    }

    public Parts lea() {
        return new Parts(lea(sizeOfOne, true), mentions, mentions, lea(sizeOfOther, false));
    }

    /** Each group counts by its size, with the share of its links that the other has, too. */
    private double lea(int[] sizes, boolean ofOne) {
        double[] kept = new double[sizes.length];
        for (Map.Entry<Long, Integer> entry : shared.entrySet()) {
            int group = ofOne ? one(entry.getKey()) : other(entry.getKey());
            int counterpart = ofOne ? sizeOfOther[other(entry.getKey())] : sizeOfOne[one(entry.getKey())];
            boolean alone = sizes[group] == 1;
            kept[group] += alone ? (counterpart == 1 ? 1 : 0) : links(entry.getValue());
        }
        double sum = 0;
        for (int group = 0; group < sizes.length; group++) {
            sum += sizes[group] * kept[group] / Math.max(1, links(sizes[group]));
        }
        return sum;
    }

    private static double links(int size) {
        return size * (size - 1) / 2.0;
    }

    /** Undefined if nobody put two mentions together. */
    public Parts muc() {
        int[] partsOfOne = new int[sizeOfOne.length];
        int[] partsOfOther = new int[sizeOfOther.length];
        shared.keySet().forEach(key -> {
            partsOfOne[one(key)]++;
            partsOfOther[other(key)]++;
        });
        return new Parts(
                mucHits(sizeOfOne, partsOfOne),
                mentions - sizeOfOne.length,
                mentions - sizeOfOther.length,
                mucHits(sizeOfOther, partsOfOther));
    }

    private static double mucHits(int[] sizes, int[] parts) {
        double hits = 0;
        for (int group = 0; group < sizes.length; group++) {
            hits += sizes[group] - parts[group];
        }
        return hits;
    }

    private int one(long key) {
        return (int) (key / sizeOfOther.length);
    }

    private int other(long key) {
        return (int) (key % sizeOfOther.length);
    }

    private static int[] numbered(int[] groups) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return Arrays.stream(groups)
                .map(group -> numbers.computeIfAbsent(group, any -> numbers.size()))
                .toArray();
    }

    private static int[] sizes(int[] groups) {
        int[] sizes = new int[Arrays.stream(groups).max().orElse(-1) + 1];
        for (int group : groups) {
            sizes[group]++;
        }
        return sizes;
    }
}
