package dev.parley.exchange.words;

import dev.parley.document.Span;

/**
 * A word or a mark of punctuation.
 *
 * @param spaceAfter whether something other than a token follows before the next one
 */
public record Token(Span span, String text, boolean spaceAfter) {

    public int start() {
        return span.start();
    }

    public int end() {
        return span.end();
    }
}
