package dev.parley.agreement;

import dev.parley.agreement.continuum.BestAlignment;
import dev.parley.agreement.continuum.UnitGraph;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts units of several annotators together as γ's best alignment does (Mathet et al. 2015, α = 3, β = 1): two units are as
 * unlike as {@code 3 · d_pos + d_label}, being alone costs 1, and the cheapest clustering wins. Places are compared by the
 * characters they cover, which for unbroken spans that meet is the published d_pos and works for broken ones, too. Units
 * that share no character never come together.
 *
 * <p>A text falls into stretches that no unit crosses; each is aligned on its own. A stretch that is as it was before keeps
 * its groups, so an edit costs what lies around it.
 */
final class PlaceAligner {

    private static final double PLACE = 3;

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

    /** How unlike two units are apart from their place, 0 to 1. */
    interface Unlikeness<T> {
        double of(Unit<T> one, Unit<T> other);
    }

    /** What one stretch looked like, and the groups its units, by their number in it, were put into. */
    record Known(Map<List<?>, int[]> groups) {

        static Known nothing() {
            return new Known(new HashMap<>());
        }
    }

    private PlaceAligner() {}

    /**
     * Groups of units, each ordered and the groups among themselves by their first position.
     *
     * @param annotators how many take part, with or without units
     * @param before stretches aligned earlier with the same annotators and the same {@code unlikeness}
     * @param now gets the stretches of this alignment
     */
    static <T> List<List<Unit<T>>> align(
            List<Unit<T>> given, int annotators, Unlikeness<T> unlikeness, Known before, Known now) {
        Comparator<Unit<T>> byPlace = Comparator.comparingInt(Unit::start);
        List<Unit<T>> units = given.stream()
                .sorted(byPlace.thenComparing(unit -> -unit.end())
                        .thenComparing(unit -> unit.place().toString())
                        .thenComparing(Unit::order)
                        .thenComparing(Unit::annotator))
                .toList();
        List<List<Unit<T>>> groups = new ArrayList<>();
        for (int from = 0; from < units.size(); ) {
            int to = from;
            int reached = units.get(from).end();
            while (to < units.size() && units.get(to).start() < reached) {
                reached = Math.max(reached, units.get(to++).end());
            }
            List<Unit<T>> stretch = units.subList(from, to);
            List<?> key = List.copyOf(stretch);
            int[] found = before.groups.get(key);
            int[] groupOf = found != null ? found : groups(stretch, annotators, unlikeness);
            now.groups.put(key, groupOf);
            addGroups(stretch, groupOf, groups);
            from = to;
        }
        return groups;
    }

    private static <T> void addGroups(List<Unit<T>> stretch, int[] groupOf, List<List<Unit<T>>> groups) {
        List<List<Unit<T>>> added = new ArrayList<>();
        for (int unit = 0; unit < groupOf.length; unit++) {
            while (added.size() <= groupOf[unit]) {
                added.add(new ArrayList<>());
            }
            added.get(groupOf[unit]).add(stretch.get(unit));
        }
        groups.addAll(added);
    }

    private static <T> int[] groups(List<Unit<T>> stretch, int annotators, Unlikeness<T> unlikeness) {
        if (stretch.size() == 1) {
            return new int[1];
        }
        int[] annotatorOf = stretch.stream().mapToInt(Unit::annotator).toArray();
        UnitGraph.Builder graph = new UnitGraph.Builder(Math.max(2, annotators), annotatorOf);
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < stretch.size(); i++) {
            Unit<T> unit = stretch.get(i);
            open.removeIf(earlier -> stretch.get(earlier).end() <= unit.start());
            for (int earlier : open) {
                Unit<T> other = stretch.get(earlier);
                if (other.annotator() != unit.annotator() && Characters.shared(other.place(), unit.place()) > 0) {
                    graph.add(earlier, i, PLACE * apart(other.place(), unit.place()) + unlikeness.of(other, unit));
                }
            }
            open.add(i);
        }
        return BestAlignment.of(graph.build()).clusterOf();
    }

    /** d_pos: characters that only one of the two covers, over the characters each covers, squared. */
    private static double apart(List<Span> one, List<Span> other) {
        double both = Characters.covered(one) + Characters.covered(other);
        double share = (both - 2 * Characters.shared(one, other)) / both;
        return share * share;
    }
}
