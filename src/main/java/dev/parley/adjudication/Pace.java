package dev.parley.adjudication;

import dev.parley.agreement.Cause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long people take for a decision of each cause: the median of the latest, or a guess before there are some. */
final class Pace {

    private static final double GUESS = 8;
    private static final int ENOUGH = 5;
    private static final int LATEST = 50;
    /** Longer than this, somebody was at lunch. */
    private static final int LONGEST = 300_000;

    private final Map<Cause, Double> seconds = new EnumMap<>(Cause.class);

    Pace(Collection<Decision> decisions) {
        Map<Cause, List<Integer>> taken = new EnumMap<>(Cause.class);
        decisions.stream()
                .sorted(Comparator.comparing(Decision::decidedAt).reversed())
                .forEach(decision -> {
                    Integer milliseconds = decision.milliseconds();
                    List<Integer> ofCause = taken.computeIfAbsent(decision.cause(), cause -> new ArrayList<>());
                    if (milliseconds != null && milliseconds <= LONGEST && ofCause.size() < LATEST) {
                        ofCause.add(milliseconds);
                    }
                });
        taken.forEach((cause, all) -> {
            if (all.size() >= ENOUGH) {
                seconds.put(cause, Math.max(0.5, median(all) / 1000));
            }
        });
    }

    double seconds(Cause cause) {
        return seconds.getOrDefault(cause, GUESS);
    }

    private static double median(List<Integer> numbers) {
        List<Integer> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
