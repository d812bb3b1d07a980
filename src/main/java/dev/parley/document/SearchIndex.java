package dev.parley.document;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which documents hold which words. */
interface SearchIndex {

    /** Most documents that one search tells apart; numbers beyond are not found. */
    int MOST = Integer.MAX_VALUE - 1;

    /** Adds documents by number, with their folded words; adding one again adds to its words. */
    void add(Map<Long, Set<String>> documents);

    /** Forgets that a document holds these words. */
    void remove(long document, Set<String> words);

    /**
     * Numbers of the documents that hold all these words.
     *
     * @param whole folded words
     * @param beginnings of words, as they are being typed
     */
    BitSet find(List<String> whole, Collection<String> beginnings);

    /** Forgets documents that are gone for good, whatever they hold. */
    void forget(Collection<Long> documents);
}
