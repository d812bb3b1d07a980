package dev.parley.agreement;

import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts units of several annotators together, the best overlap first, at most one of each annotator to a group. Looks only
 * at units whose places meet: O(n log n + p log p) for n units and p meeting pairs.
 */
final class GreedyAligner {

    /**
     * @param annotator number of the annotator, from 0
     * @param place where it stands: ascending, without overlap, not empty
     * @param order decides between equals without looking at the annotator: the label, then the id
     */
    record Unit<T>(int annotator, T value, List<Span> place, String order) {

        int start() {
            return place.getFirst().start();
        }

        int end() {
            return place.getLast().end();
        }
    }

    /** How well two units fit apart from their place; more is better, and decides only between equal overlaps. */
    interface Affinity<T> {
        double of(Unit<T> one, Unit<T> other);
    }

    private record Pair(int one, int other, double iou, double affinity) {}

    private GreedyAligner() {}

    /**
     * Groups of units, each ordered and the groups among themselves by their first position.
     *
     * @param threshold least intersection over union for which two units come together; any common character if 0
     */
    static <T> List<List<Unit<T>>> align(List<Unit<T>> given, double threshold, Affinity<T> affinity) {
        Comparator<Unit<T>> byPlace = Comparator.comparingInt(Unit::start);
        List<Unit<T>> units = given.stream()
                .sorted(byPlace.thenComparing(unit -> -unit.end())
                        .thenComparing(unit -> unit.place().toString())
                        .thenComparing(Unit::order)
                        .thenComparing(Unit::annotator))
                .toList();
        Groups<T> groups = new Groups<>(units);
        pairs(units, threshold, affinity).forEach(pair -> groups.join(pair.one, pair.other));
        return groups.all();
    }

    private static <T> List<Pair> pairs(List<Unit<T>> units, double threshold, Affinity<T> affinity) {
        List<Pair> pairs = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Unit<T> unit = units.get(i);
            open.removeIf(earlier -> units.get(earlier).end() <= unit.start());
            for (int earlier : open) {
                Unit<T> other = units.get(earlier);
                if (other.annotator() != unit.annotator()) {
                    double iou = Characters.iou(other.place(), unit.place());
                    if (iou > 0 && iou >= threshold) {
                        pairs.add(new Pair(earlier, i, iou, affinity.of(other, unit)));
                    }
                }
            }
            open.add(i);
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.iou)
                .thenComparingDouble(pair -> -pair.affinity)
                .thenComparingInt(Pair::one)
                .thenComparingInt(Pair::other));
        return pairs;
    }

    private static final class Groups<T> {

        private final List<Unit<T>> units;
        private final int[] groupOf;
        private final List<List<Integer>> groups = new ArrayList<>();

        Groups(List<Unit<T>> units) {
            this.units = units;
            this.groupOf = IntStream.range(0, units.size()).toArray();
            IntStream.range(0, units.size()).forEach(i -> groups.add(new ArrayList<>(List.of(i))));
        }

        void join(int one, int other) {
            List<Integer> into = groups.get(groupOf[one]);
            List<Integer> from = groups.get(groupOf[other]);
            if (into != from && fit(into, from)) {
                into.addAll(from);
                List<Integer> moved = List.copyOf(from);
                from.clear();
                moved.forEach(unit -> groupOf[unit] = groupOf[one]);
            }
        }

        private boolean fit(List<Integer> into, List<Integer> from) {
            return into.stream()
                    .allMatch(one -> from.stream().allMatch(other -> fit(units.get(one), units.get(other))));
        }

        private boolean fit(Unit<T> one, Unit<T> other) {
            return one.annotator() != other.annotator() && Characters.shared(one.place(), other.place()) > 0;
        }

        List<List<Unit<T>>> all() {
            return groups.stream()
                    .filter(group -> !group.isEmpty())
                    .sorted(Comparator.comparing(Collections::min))
                    .map(group -> group.stream().sorted().map(units::get).toList())
                    .toList();
        }
    }
}
