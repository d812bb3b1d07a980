package dev.parley.exchange.split;

import dev.parley.document.DocumentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups texts that are the same or nearly so: connected by a similarity of at least one half. Candidates come from bands of
 * four values (any two texts as alike as one half share one of 32 bands with a chance of 87 %, at two thirds 99.9 %), so
 * that not every text is held against every other.
 */
final class NearDuplicates {

    private static final double ALIKE = 0.5;
    private static final int BAND = 4;
    private static final int BANDS = Signature.SIZE / BAND;

    private final List<DocumentId> documents = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();
    /** For each band the first few texts that have it; a band shared by thousands says nothing new after those. */
    private final Map<Long, List<Integer>> byBand = new HashMap<>();

    private final List<Integer> leaders = new ArrayList<>();

    private static final int MOST_IN_BAND = 32;

    void add(DocumentId document, String text) {
        int number = documents.size();
        Signature signature = Signature.of(text);
        documents.add(document);
        signatures.add(signature);
        leaders.add(number);
        for (int band = 0; band < BANDS; band++) {
            List<Integer> others = byBand.computeIfAbsent(signature.band(band, BAND), _ -> new ArrayList<>(1));
            for (int other : others) {
                if (leader(other) != leader(number) && signatures.get(other).likeness(signature) >= ALIKE) {
                    leaders.set(leader(number), leader(other));
                }
            }
            if (others.size() < MOST_IN_BAND) {
                others.add(number);
            }
        }
    }

    /** Every text is in exactly one group. */
    List<List<DocumentId>> groups() {
        Map<Integer, List<DocumentId>> groups = new HashMap<>();
        for (int i = 0; i < documents.size(); i++) {
            groups.computeIfAbsent(leader(i), _ -> new ArrayList<>()).add(documents.get(i));
        }
        return List.copyOf(groups.values());
    }

    private int leader(int number) {
        int leader = number;
        while (leaders.get(leader) != leader) {
            leaders.set(leader, leaders.get(leaders.get(leader)));
            leader = leaders.get(leader);
        }
        return leader;
    }
}
