package dev.parley.annotation;

import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the mentions whose outer borders meet those of another in O(log n + hits), so that looking at every mention of a
 * large set does not compare each with each. Holds the mentions of one moment.
 */
final class NearbyMentions {

    private final List<Mention> byStart;
    /** The furthest end among a mention and all before it. */
    private final int[] furthestEnd;

    NearbyMentions(Collection<Mention> mentions) {
        byStart = mentions.stream()
                .filter(mention -> !mention.spans().isEmpty())
                .sorted(Comparator.comparing(mention -> hull(mention)))
                .toList();
        furthestEnd = new int[byStart.size()];
        int furthest = 0;
        for (int i = 0; i < furthestEnd.length; i++) {
            furthest = Math.max(furthest, hull(byStart.get(i)).end());
            furthestEnd[i] = furthest;
        }
    }

    List<Mention> of(Mention mention) {
        Span wanted = hull(mention);
        List<Mention> found = new ArrayList<>();
        for (int i = firstFrom(wanted.end()) - 1; i >= 0 && furthestEnd[i] > wanted.start(); i--) {
            if (hull(byStart.get(i)).overlap(wanted) > 0) {
                found.add(byStart.get(i));
            }
        }
        return found;
    }

    /** Index of the first mention that starts at a position or later. */
    private int firstFrom(int start) {
        int low = 0;
        int high = byStart.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hull(byStart.get(middle)).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Span hull(Mention mention) {
        return new Span(
                mention.spans().getFirst().start(), mention.spans().getLast().end());
    }
}
