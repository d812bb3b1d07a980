package dev.parley.assignment;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shares documents out: each goes to the annotators with the least so far, of several to the one named first. The same
 * question always gives the same answer, and asking again after it was carried out gives nothing more to do.
 */
final class Spread {

    private final Map<UserId, Integer> load;
    private final Map<DocumentId, Set<UserId>> readers;

    /**
     * @param load how many documents each annotator has already; who has none may be left out
     * @param readers who reads which of the documents already
     */
    Spread(Map<UserId, Integer> load, Map<DocumentId, Set<UserId>> readers) {
        this.load = new HashMap<>(load);
        this.readers = readers;
    }

    /**
     * Who is missing until each document has so many of these annotators; documents that have them are left out.
     *
     * @param annotators without repeats
     */
    Map<DocumentId, List<UserId>> missing(Collection<DocumentId> documents, List<UserId> annotators, int perDocument) {
        Map<DocumentId, List<UserId>> missing = new LinkedHashMap<>();
        for (DocumentId document : documents) {
            Set<UserId> present = readers.getOrDefault(document, Set.of());
            long have = annotators.stream().filter(present::contains).count();
            List<UserId> next = annotators.stream()
                    .filter(annotator -> !present.contains(annotator))
                    .sorted(Comparator.comparingInt(annotator -> load.getOrDefault(annotator, 0)))
                    .limit(Math.max(0, perDocument - have))
                    .toList();
            next.forEach(this::addLoad);
            if (!next.isEmpty()) {
                missing.put(document, next);
            }
        }
        return missing;
    }

    private void addLoad(UserId annotator) {
        load.merge(annotator, 1, Integer::sum);
    }
}
