package dev.parley.document;

import dev.parley.account.User;

/**
 * Something that points into the texts of documents, and goes along when a document gets another text; each package that
 * keeps such things tells how. Called in the transaction of the change, in Spring's order: who builds on others comes after
 * them.
 */
public interface Carrier {

    /**
     * Moves what points into a document.
     *
     * @param document as it is now, with the new text
     * @param left number of the revision it leaves
     */
    Carried carry(User actor, Document document, int left, MovedText moved);

    /**
     * What became of the things of one kind.
     *
     * @param what their name in the plural, such as {@code annotations}
     * @param kept how many stand with the same words as before
     * @param open how many somebody has to look at
     */
    record Carried(String what, int kept, int open) {}
}
