package dev.parley.exchange.split;

import dev.parley.document.DocumentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where every document of a project stands. */
public record Split(Map<DocumentId, Placement> placements) {

    public Split {
        placements = Map.copyOf(placements);
    }

    /**
     * Places documents that have no place yet; those that have one keep it. A new near-duplicate goes where the others are;
     * one that joins groups of different parts goes to the strictest.
     *
     * @param seed the same for a whole project
     * @param groups every document of the project is in one
     */
    Split grown(String seed, Collection<List<DocumentId>> groups) {
        Map<DocumentId, Placement> grown = new HashMap<>(placements);
        for (List<DocumentId> group : groups) {
            List<Placement> known = group.stream()
                    .filter(placements::containsKey)
                    .map(placements::get)
                    .sorted(Comparator.<Placement, Part>comparing(placement -> placement.part())
                            .reversed()
                            .thenComparing(Placement::group))
                    .toList();
            String id = known.isEmpty()
                    ? group.stream()
                            .map(DocumentId::toString)
                            .min(Comparator.naturalOrder())
                            .orElseThrow()
                    : known.getFirst().group();
            Part part = known.isEmpty()
                    ? Placement.drawn(seed, id)
                    : known.getFirst().part();
            EnumSet<Part> joins = EnumSet.noneOf(Part.class);
            known.forEach(placement -> joins.add(placement.part()));
            group.forEach(document -> grown.putIfAbsent(document, new Placement(document, id, part, joins)));
        }
        return new Split(grown);
    }

    /** How many documents each part has. */
    public Map<Part, Integer> counts() {
        Map<Part, Integer> counts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            counts.put(part, (int) placements.values().stream()
                    .filter(placement -> placement.part() == part)
                    .count());
        }
        return counts;
    }

    /** Number of groups of near-duplicates. */
    public int groups() {
        return (int)
                placements.values().stream().map(Placement::group).distinct().count();
    }

    /** Documents that came when their near-duplicates were in different parts already. */
    public List<Placement> conflicts() {
        List<Placement> conflicts = new ArrayList<>(placements.values());
        conflicts.removeIf(placement -> placement.joins().size() < 2);
        conflicts.sort(Comparator.comparing(placement -> placement.document().toString()));
        return conflicts;
    }
}
