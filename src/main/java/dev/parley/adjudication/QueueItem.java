package dev.parley.adjudication;

import dev.parley.agreement.Disagreement;
import java.util.Optional;

/**
 * A disagreement in the queue.
 *
 * @param place position of its document in the project and its own in the document; the order of reading
 * @param words what is marked, as the first version has it; empty for relations
 * @param value how much hangs on it: itself, the claims and relations that refer to it, and the others that look alike
 * @param alike how many open ones one decision could settle, this one included; at least 1
 * @param decision how it was settled; absent while it is open
 */
public record QueueItem(
        Disagreement disagreement, Place place, String words, int value, int alike, Optional<Decision> decision) {

    /** Where in the project. */
    public record Place(int document, int inDocument) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return document != other.document
                    ? Integer.compare(document, other.document)
                    : Integer.compare(inDocument, other.inDocument);
        }
    }

    public String id() {
        return disagreement.id();
    }

    public boolean isOpen() {
        return decision.isEmpty();
    }
}
