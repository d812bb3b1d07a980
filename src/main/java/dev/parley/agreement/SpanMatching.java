package dev.parley.agreement;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The most spans of two annotators that can be matched one to one. */
final class SpanMatching {

    private static final int NONE = -1;

    /** For each mark of the first annotator those of the second it may be matched with. */
    private final int[][] candidates;

    private final int[] partnerOfOne;
    private final int[] partnerOfOther;

    private SpanMatching(int[][] candidates, int others) {
        this.candidates = candidates;
        this.partnerOfOne = new int[candidates.length];
        this.partnerOfOther = new int[others];
        Arrays.fill(partnerOfOne, NONE);
        Arrays.fill(partnerOfOther, NONE);
    }

    /** Number of pairs; equal to the size of a maximum matching between the marks that {@code rule} lets meet. */
    static int size(List<SpanF1.Mark> ones, List<SpanF1.Mark> others, SpanF1.Rule rule) {
        return new SpanMatching(candidates(ones, others, rule), others.size()).match();
    }

    /** Found by one sweep over both in the order of their beginnings. */
    private static int[][] candidates(List<SpanF1.Mark> ones, List<SpanF1.Mark> others, SpanF1.Rule rule) {
        int[][] candidates = new int[ones.size()][];
        Arrays.fill(candidates, new int[0]);
        int[] otherOrder = byStart(others);
        int[] open = new int[otherOrder.length];
        int[] found = new int[otherOrder.length];
        int opened = 0;
        int next = 0;
        for (int one : byStart(ones)) {
            SpanF1.Mark mark = ones.get(one);
            int end = mark.spans().getLast().end();
            while (next < otherOrder.length && start(others.get(otherOrder[next])) < end) {
                open[opened++] = otherOrder[next++];
            }
            int kept = 0;
            int size = 0;
            for (int i = 0; i < opened; i++) {
                SpanF1.Mark other = others.get(open[i]);
                if (other.spans().getLast().end() > start(mark)) {
                    open[kept++] = open[i];
                    if (rule.allows(mark, other)) {
                        found[size++] = open[i];
                    }
                }
            }
            opened = kept;
            candidates[one] = Arrays.copyOf(found, size);
        }
        return candidates;
    }

    /** Marks without a place are left out: nothing can meet them. */
    private static int[] byStart(List<SpanF1.Mark> marks) {
        long[] keys = new long[marks.size()];
        int size = 0;
        for (int mark = 0; mark < keys.length; mark++) {
            if (!marks.get(mark).spans().isEmpty()) {
                keys[size++] = (long) start(marks.get(mark)) << Integer.SIZE | mark;
            }
        }
        Arrays.sort(keys, 0, size);
        int[] order = new int[size];
        for (int place = 0; place < size; place++) {
            order[place] = (int) keys[place];
        }
        return order;
    }

    private static int start(SpanF1.Mark mark) {
        return mark.spans().getFirst().start();
    }

    private int match() {
        int size = 0;
        for (int one = 0; one < candidates.length; one++) {
            size += takeFree(one) || augment(one) ? 1 : 0;
        }
        return size;
    }

    private boolean takeFree(int one) {
        for (int other : candidates[one]) {
            if (partnerOfOther[other] == NONE) {
                partnerOfOne[one] = other;
                partnerOfOther[other] = one;
                return true;
            }
        }
        return false;
    }

    /** Augmenting paths, breadth first; the groups of marks that touch each other are small in real texts. */
    private boolean augment(int start) {
        if (candidates[start].length == 0) {
            return false;
        }
        Map<Integer, Integer> reachedFrom = new HashMap<>();
        Deque<Integer> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            int one = waiting.remove();
            for (int other : candidates[one]) {
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
