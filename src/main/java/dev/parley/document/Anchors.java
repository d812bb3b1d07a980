package dev.parley.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words of two texts that certainly belong together: beginnings of sequences of words that occur once in each, as far as
 * they come in the same order (the longest such chain, as in "patience" comparison). Costs O(n log n).
 */
final class Anchors {

    /** Words and what stands between them; shorter sequences occur too often, longer ones rarely survive. */
    private static final int LENGTH = 11;

    private static final int SEVERAL = -1;

    private Anchors() {}

    /** Pairs of places, ascending in both texts. */
    static List<int[]> between(List<String> a, List<String> b) {
        Map<Long, Integer> inA = once(a);
        Map<Long, Integer> inB = once(b);
        List<int[]> pairs = new ArrayList<>();
        inA.forEach((sequence, place) -> {
            int other = inB.getOrDefault(sequence, SEVERAL);
            // two sequences may share a hash
            if (place != SEVERAL && other != SEVERAL && a.get(place).equals(b.get(other))) {
                pairs.add(new int[] {place, other});
            }
        });
        pairs.sort((one, other) -> Integer.compare(one[0], other[0]));
        return longestAscending(pairs);
    }

    private static Map<Long, Integer> once(List<String> words) {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i + LENGTH <= words.size(); i++) {
            long hash = 0;
            for (String word : words.subList(i, i + LENGTH)) {
                hash = hash * 0x100000001b3L + word.hashCode();
            }
            places.merge(hash, i, (one, other) -> SEVERAL);
        }
        return places;
    }

    private static List<int[]> longestAscending(List<int[]> pairs) {
        int[] ends = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(ends[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        int[][] chain = new int[length][];
        int at = length == 0 ? -1 : ends[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            chain[i] = pairs.get(at);
            at = before[at];
        }
        return Arrays.asList(chain);
    }
}
