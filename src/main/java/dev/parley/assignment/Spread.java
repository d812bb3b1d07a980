package dev.parley.assignment;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shares documents out: each goes to the annotators with the least so far, of several to the one named first. The same
 * question always gives the same answer, and asking again after it was carried out gives nothing more to do.
 */
final class Spread {

    private final Map<UserId, Integer> load = new HashMap<>();
    private final Map<DocumentId, Set<UserId>> readers;

    /** @param readers who reads what already; counts as load */
    Spread(Map<DocumentId, Set<UserId>> readers) {
        this.readers = readers;
        readers.values().forEach(present -> present.forEach(this::addLoad));
    }

    /** A document for somebody to read. */
    record Share(DocumentId document, UserId annotator) {}

    /**
     * What is missing until each document has so many of these annotators.
     *
     * @param annotators without repeats
     */
    List<Share> missing(Collection<DocumentId> documents, List<UserId> annotators, int perDocument) {
        List<Share> missing = new ArrayList<>();
        for (DocumentId document : documents) {
            Set<UserId> present = readers.getOrDefault(document, Set.of());
            long have = annotators.stream().filter(present::contains).count();
            List<UserId> next = annotators.stream()
                    .filter(annotator -> !present.contains(annotator))
                    .sorted(Comparator.comparingInt(annotator -> load.getOrDefault(annotator, 0)))
                    .limit(Math.max(0, perDocument - have))
                    .toList();
            for (UserId annotator : next) {
                addLoad(annotator);
                missing.add(new Share(document, annotator));
            }
        }
        return missing;
    }

    private void addLoad(UserId annotator) {
        load.merge(annotator, 1, Integer::sum);
    }
}
