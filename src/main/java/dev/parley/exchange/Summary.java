package dev.parley.exchange;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an export holds, in figures.
 *
 * @param goldByStatus number of documents by how their gold set came about: adjudicated, majority, single, unanimous
 * @param withoutGold number of documents in which nothing is settled
 * @param undecided number of disagreements nobody has decided yet
 * @param setsByState number of annotators' sets: draft, locked, submitted
 * @param goldAnnotations mentions, claims and relations of the gold sets
 * @param annotations those of the annotators' sets
 */
public record Summary(
        int documents,
        Map<String, Integer> goldByStatus,
        int withoutGold,
        int undecided,
        Map<String, Integer> setsByState,
        int goldAnnotations,
        int annotations) {

    public Summary {
        goldByStatus = new TreeMap<>(goldByStatus);
        setsByState = new TreeMap<>(setsByState);
    }

    /** Number of annotators' sets. */
    public int sets() {
        return setsByState.values().stream().mapToInt(Integer::intValue).sum();
    }
}
