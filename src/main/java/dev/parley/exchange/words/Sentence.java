package dev.parley.exchange.words;

import dev.parley.document.Span;
import java.util.List;

/**
 * @param span from its first token to its last
 * @param tokens never empty
 */
public record Sentence(Span span, List<Token> tokens) {

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    /**
     * The tokens a span touches, as a half-open range of their numbers; empty if it touches none.
     *
     * @return two numbers
     */
    public int[] touched(Span wanted) {
        int first = firstEndingAfter(wanted.start());
        int last = first;
        while (last < tokens.size() && tokens.get(last).start() < wanted.end()) {
            last++;
        }
        return new int[] {first, last};
    }

    /** Tokens stand in order, and what has no full stop is one long sentence. */
    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
