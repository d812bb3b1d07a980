package dev.parley.adjudication;

import dev.parley.agreement.Alignment;
import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreements;
import dev.parley.document.DocumentText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One document, read by several: what their sets have in common and where they differ, whatever was decided. */
final class Aligned {

    private final Alignment alignment;
    private final Map<String, Disagreement> disagreements = new LinkedHashMap<>();
    private final GoldIds ids;
    private final int assigned;
    private @Nullable Map<String, Look> looks;

    /** @param assigned how many annotators were asked */
    Aligned(Alignment alignment, int assigned) {
        this.alignment = alignment;
        this.assigned = assigned;
        this.ids = new GoldIds(alignment);
        Disagreements.in(alignment).forEach(found -> disagreements.putIfAbsent(found.id(), found));
    }

    /**
     * What the queue shows of a disagreement and orders it by.
     *
     * @param words that are marked, as the first version has it
     * @param likeness what others would have to look like to be settled with it; absent for those that are never alike
     * @param dependents claims and relations that refer to it
     */
    record Look(String words, Optional<Likeness> likeness, int dependents) {}

    Alignment alignment() {
        return alignment;
    }

    /** By id, in reading order. */
    Map<String, Disagreement> disagreements() {
        return disagreements;
    }

    GoldIds ids() {
        return ids;
    }

    int assigned() {
        return assigned;
    }

    /** By disagreement; worked out when it is first asked for. */
    synchronized Map<String, Look> looks(Supplier<DocumentText> source) {
        Map<String, Look> known = looks;
        if (known == null) {
            known = new HashMap<>();
            if (!disagreements.isEmpty()) {
                DocumentText text = source.get();
                Dependents dependents = Dependents.of(alignment);
                for (Disagreement one : disagreements.values()) {
                    known.put(
                            one.id(),
                            new Look(Likeness.words(one, text), Likeness.of(one, text), dependents.count(one.id())));
                }
            }
            looks = known;
        }
        return known;
    }

    /** How much memory it takes, in annotations. */
    int weight() {
        return 1
                + alignment.sets().stream()
                        .mapToInt(set -> set.mentions().size()
                                + set.claims().size()
                                + set.relations().size())
                        .sum();
    }
}
