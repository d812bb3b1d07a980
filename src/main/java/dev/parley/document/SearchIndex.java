package dev.parley.document;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Which documents hold which words. */
interface SearchIndex {

    /** Most documents that one search tells apart; numbers beyond are not found. */
    int MOST = Integer.MAX_VALUE - 1;

    /**
     * Adds documents by number, with their folded words in order and {@linkplain Trail#GAP gaps} between those that do not
     * stand side by side; adding one again adds to its words and takes another order.
     */
    void add(Map<Long, List<String>> documents);

    /** Forgets that a document holds these words. */
    void remove(long document, Set<String> words);

    /**
     * Numbers of the documents that hold all these words.
     *
     * @param whole folded words
     * @param beginnings of words, as they are being typed
     */
    BitSet find(List<String> whole, Collection<String> beginnings);

    /** Tells the trails of documents, in no order; of some that are gone there is none. */
    void trails(Collection<Long> documents, BiConsumer<Long, byte[]> told);

    /** Forgets documents that are gone for good, whatever they hold. */
    void forget(Collection<Long> documents);
}
