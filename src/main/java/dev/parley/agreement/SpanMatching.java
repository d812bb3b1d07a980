package dev.parley.agreement;

import dev.parley.document.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The most spans of two annotators that can be matched one to one. */
final class SpanMatching {

    private static final int NONE = -1;

    private final List<List<Integer>> candidates;
    private final int[] partnerOfOne;
    private final int[] partnerOfOther;

    private SpanMatching(List<List<Integer>> candidates, int others) {
        this.candidates = candidates;
        this.partnerOfOne = new int[candidates.size()];
        this.partnerOfOther = new int[others];
        Arrays.fill(partnerOfOne, NONE);
        Arrays.fill(partnerOfOther, NONE);
    }

    /** Number of pairs; equal to the size of a maximum matching between the marks that {@code rule} lets meet. */
    static int size(List<SpanF1.Mark> ones, List<SpanF1.Mark> others, SpanF1.Rule rule) {
        return new SpanMatching(candidates(ones, others, rule), others.size()).match();
    }

    /** For each mark of the first annotator those of the second it may be matched with, found by one sweep. */
    private static List<List<Integer>> candidates(List<SpanF1.Mark> ones, List<SpanF1.Mark> others, SpanF1.Rule rule) {
        List<List<Integer>> candidates = new ArrayList<>();
        ones.forEach(one -> candidates.add(new ArrayList<>()));
        int[] oneOrder = byStart(ones);
        int[] otherOrder = byStart(others);
        List<Integer> open = new ArrayList<>();
        int next = 0;
        for (int one : oneOrder) {
            List<Span> place = ones.get(one).spans();
            while (next < otherOrder.length
                    && start(others.get(otherOrder[next])) < place.getLast().end()) {
                open.add(otherOrder[next++]);
            }
            int from = place.getFirst().start();
            open.removeIf(other -> others.get(other).spans().getLast().end() <= from);
            open.stream()
                    .filter(other -> rule.allows(ones.get(one), others.get(other)))
                    .forEach(candidates.get(one)::add);
        }
        return candidates;
    }

    /** Marks without a place are left out: nothing can meet them. */
    private static int[] byStart(List<SpanF1.Mark> marks) {
        return IntStream.range(0, marks.size())
                .boxed()
                .filter(i -> !marks.get(i).spans().isEmpty())
                .sorted(Comparator.comparingInt(i -> start(marks.get(i))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int start(SpanF1.Mark mark) {
        return mark.spans().getFirst().start();
    }

    /** Augmenting paths, breadth first; the groups of marks that touch each other are small in real texts. */
    private int match() {
        int size = 0;
        for (int one = 0; one < candidates.size(); one++) {
            size += augment(one) ? 1 : 0;
        }
        return size;
    }

    private boolean augment(int start) {
        Map<Integer, Integer> reachedFrom = new HashMap<>();
        Deque<Integer> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            int one = waiting.remove();
            for (int other : candidates.get(one)) {
                if (reachedFrom.putIfAbsent(other, one) == null) {
                    if (partnerOfOther[other] == NONE) {
                        turn(other, reachedFrom);
                        return true;
                    }
                    waiting.add(partnerOfOther[other]);
                }
            }
        }
        return false;
    }

    /** Gives each mark on the path back to the start the partner it was reached by. */
    private void turn(int end, Map<Integer, Integer> reachedFrom) {
        int other = end;
        while (other != NONE) {
            int one = Objects.requireNonNull(reachedFrom.get(other));
            int before = partnerOfOne[one];
            partnerOfOne[one] = other;
            partnerOfOther[other] = one;
            other = before;
        }
    }
}
