package dev.parley.adjudication;

import dev.parley.agreement.Disagreement;
import java.util.Optional;

/**
 * A disagreement in the queue.
 *
 * @param place position of its document in the project and its own in the document; the order of reading
 * @param words what is marked, as the first version has it; empty for relations
 * @param wrong the probability that the likeliest version is wrong, 0 to 1
 * @param value errors a second of the adjudicator's time is expected to settle: {@code wrong}, times one for itself and
 *     for each claim and relation that refers to it, times the number that look alike, by the seconds such a decision takes
 * @param alike how many open ones one decision could settle, this one included; at least 1
 * @param decision how it was settled; absent while it is open
 * @param question what the annotators concerned were asked; absent if nobody was
 */
public record QueueItem(
        Disagreement disagreement,
        Place place,
        String words,
        double wrong,
        double value,
        int alike,
        Optional<Decision> decision,
        Optional<Question> question) {

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

    /** Open, and somebody who was asked about it has not answered yet. */
    public boolean isWaiting() {
        return isOpen() && question.filter(asked -> !asked.isAnswered()).isPresent();
    }

    /** Open, and everybody who was asked about it has answered. */
    public boolean isAnswered() {
        return isOpen() && question.filter(Question::isAnswered).isPresent();
    }
}
