package dev.parley.exchange.training;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.util.Collection;

/**
 * The paragraphs that some spans stand in.
 *
 * @param span in the document
 * @param text its words
 */
record Context(Span span, String text) {

    /** From the start of the first line touched to the end of the last. */
    static Context of(DocumentText text, Collection<Span> spans) {
        int start = text.toUtf16(spans.stream().mapToInt(Span::start).min().orElse(0));
        int end = text.toUtf16(spans.stream().mapToInt(Span::end).max().orElse(text.codePoints()));
        String value = text.value();
        int from = start == 0 ? 0 : value.lastIndexOf('\n', start - 1) + 1;
        int to = value.indexOf('\n', end);
        to = to < 0 ? value.length() : to;
        return new Context(new Span(text.toCodePoint(from), text.toCodePoint(to)), value.substring(from, to));
    }

    int origin() {
        return span.start();
    }
}
