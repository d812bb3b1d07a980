package dev.parley.agreement;

import dev.parley.document.Span;
import java.util.List;

/** What stretches of text cover, counted in code points. Lists of spans are ascending and without overlap. */
final class Characters {

    private Characters() {}

    static int covered(List<Span> spans) {
        int covered = 0;
        for (int i = 0; i < spans.size(); i++) {
            covered += spans.get(i).length();
        }
        return covered;
    }

    static int shared(List<Span> one, List<Span> other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.size() && j < other.size(); ) {
            shared += one.get(i).overlap(other.get(j));
            if (one.get(i).end() < other.get(j).end()) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    /** Intersection over union, 0 to 1; two empty lists have nothing in common. */
    static double iou(List<Span> one, List<Span> other) {
        int shared = shared(one, other);
        return shared == 0 ? 0 : (double) shared / (covered(one) + covered(other) - shared);
    }

    /** Whether every character of {@code spans} lies in one of {@code holders}. */
    static boolean inside(List<Span> spans, List<Span> holders) {
        return spans.stream().allMatch(span -> holders.stream().anyMatch(holder -> holder.contains(span)));
    }
}
