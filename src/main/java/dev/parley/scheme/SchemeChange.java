package dev.parley.scheme;

import dev.parley.scheme.Reading.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a new version of a scheme would do to what was annotated under the present one.
 *
 * @param from number of the present version
 * @param removed what existing annotations may not use any more
 * @param changed what keeps its id but not its meaning, look or rules
 * @param annotationsAffected annotations that use anything removed or changed, each counted once
 */
public record SchemeChange(
        int from,
        List<Use> added,
        List<Use> removed,
        List<Use> changed,
        long annotationsAffected,
        List<Fault> refusals) {

    /** @param annotations how many use it */
    public record Use(SchemeItem item, long annotations) {}

    /** Nothing that is in use may lose its id or the kind of its values. */
    public boolean isRefused() {
        return !refusals.isEmpty();
    }

    /** @param annotations goes through the project's annotations, each as the set of what it uses */
    static SchemeChange between(Scheme before, Scheme after, Consumer<Consumer<Set<SchemeItem>>> annotations) {
        Map<SchemeItem, Object> old = SchemeItems.of(before);
        Map<SchemeItem, Object> present = SchemeItems.of(after);
        Map<SchemeItem, Long> counts = new LinkedHashMap<>();
        old.forEach((item, definition) -> {
            if (!definition.equals(present.get(item))) {
                counts.put(item, 0L);
            }
        });
        Tally tally = new Tally(counts);
        if (!counts.isEmpty()) {
            annotations.accept(tally);
        }
        List<Use> removed = new ArrayList<>();
        List<Use> changed = new ArrayList<>();
        counts.forEach((item, uses) -> (present.containsKey(item) ? changed : removed).add(new Use(item, uses)));
        List<Use> added = present.keySet().stream()
                .filter(item -> !old.containsKey(item))
                .map(item -> new Use(item, 0))
                .toList();
        return new SchemeChange(
                before.version(),
                added,
                List.copyOf(removed),
                List.copyOf(changed),
                tally.affected,
                refusals(removed, changed, old, present));
    }

    private static List<Fault> refusals(
            List<Use> removed, List<Use> changed, Map<SchemeItem, Object> old, Map<SchemeItem, Object> present) {
        List<Fault> refusals = new ArrayList<>();
        for (Use use : removed) {
            if (use.annotations() > 0) {
                refusals.add(fault(use, "is removed, but %s it.".formatted(users(use.annotations()))));
            }
        }
        for (Use use : changed) {
            boolean sameKind = SchemeItems.holdSameKind(old.get(use.item()), present.get(use.item()));
            if (use.annotations() > 0 && !sameKind) {
                refusals.add(fault(use, "gets another type, but %s it.".formatted(users(use.annotations()))));
            }
        }
        return List.copyOf(refusals);
    }

    private static Fault fault(Use use, String what) {
        return new Fault(0, use.item().path(), "The %s %s".formatted(use.item().inWords(), what));
    }

    private static String users(long annotations) {
        return annotations == 1 ? "1 annotation uses" : "%d annotations use".formatted(annotations);
    }

    /** Counts, for each item asked about, the annotations that use it, and those that use any. */
    private static final class Tally implements Consumer<Set<SchemeItem>> {

        private final Map<SchemeItem, Long> counts;
        private long affected;

        Tally(Map<SchemeItem, Long> counts) {
            this.counts = counts;
        }

        @Override
        public void accept(Set<SchemeItem> used) {
            boolean any = false;
            for (SchemeItem item : used) {
                any |= counts.computeIfPresent(item, (_, uses) -> uses + 1) != null;
            }
            if (any) {
                affected++;
            }
        }
    }
}
