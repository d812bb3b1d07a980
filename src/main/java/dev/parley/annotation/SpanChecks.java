package dev.parley.annotation;

import static dev.parley.annotation.JsonCursor.quoted;

import dev.parley.annotation.AnnotationJson.Quote;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.scheme.SpanLayer;
import dev.parley.scheme.SpanLayer.Crossing;
import dev.parley.scheme.SpanLayer.SameSpan;
import java.util.List;
import java.util.function.Predicate;

/** Whether spans stand rightly in the text, and two mentions rightly beside each other. */
final class SpanChecks {

    private final DocumentText text;
    private final Refusals refusals;

    SpanChecks(DocumentText text, Refusals refusals) {
        this.text = text;
        this.refusals = refusals;
    }

    /** The stretches of one thing, in the text, ascending, apart, and cutting no character that readers see as one. */
    void stretches(String what, List<Span> spans) {
        Span before = null;
        for (Span span : spans) {
            if (!text.contains(span)) {
                refusals.add(
                        "The %s [%d, %d) ends outside the text, which has %d code points.",
                        what, span.start(), span.end(), text.codePoints());
                continue;
            }
            if (before != null && span.start() < before.end()) {
                refusals.add(
                        "The %s [%d, %d) must come after [%d, %d) and not overlap it.",
                        what, span.start(), span.end(), before.start(), before.end());
            }
            for (int border : List.of(span.start(), span.end())) {
                if (!text.isGraphemeBoundary(border)) {
                    refusals.add(
                            "The %s [%d, %d) splits a character at %d: what is seen as one sign there has several code points.",
                            what, span.start(), span.end(), border);
                }
            }
            before = span;
        }
    }

    /** The words the sender read; only asked for spans inside the text. */
    void quotes(List<Quote> quotes) {
        for (Quote quote : quotes) {
            Span span = quote.span();
            if (text.contains(span) && !text.slice(span).equals(quote.text())) {
                refusals.add(
                        "The words at [%d, %d) are %s, not %s.",
                        span.start(), span.end(), quoted(text.slice(span)), quoted(quote.text()));
            }
        }
    }

    /** The layer's rule for a mention among the others of its layer. */
    void beside(Mention mention, SpanLayer layer, Iterable<Mention> others, Predicate<Mention> sameLayer) {
        SpanLayer.SpanRule rule = layer.rule();
        if (rule.nesting() && rule.crossing() != Crossing.FORBID && rule.sameSpan() == SameSpan.ALLOW) {
            return;
        }
        for (Mention other : others) {
            if (overlap(mention.spans(), other.spans()) && !other.id().equals(mention.id()) && sameLayer.test(other)) {
                beside(mention, other, rule);
            }
        }
    }

    private void beside(Mention mention, Mention other, SpanLayer.SpanRule rule) {
        if (mention.spans().equals(other.spans())) {
            if (rule.sameSpan() == SameSpan.FORBID) {
                refusals.add("%s has exactly this span already.", named(other));
            } else if (rule.sameSpan() == SameSpan.DIFFERENT_LABEL
                    && mention.label().equals(other.label())) {
                refusals.add("%s has exactly this span and this label already.", named(other));
            }
        } else if (inside(mention.spans(), other.spans()) || inside(other.spans(), mention.spans())) {
            if (!rule.nesting()) {
                refusals.add("It would nest with %s, which this layer does not allow.", named(other));
            }
        } else if (rule.crossing() == Crossing.FORBID) {
            refusals.add("It would cross %s, which this layer does not allow.", named(other));
        }
    }

    private String named(Mention mention) {
        return "%s %s (%s)".formatted(mention.label(), quoted(words(mention.spans())), mention.id());
    }

    /** The words of stretches that lie in the text, gaps shown. */
    private String words(List<Span> spans) {
        return String.join(" … ", spans.stream().map(text::slice).toList());
    }

    static boolean inside(List<Span> inner, List<Span> outer) {
        return inner.stream().allMatch(span -> outer.stream().anyMatch(container -> container.contains(span)));
    }

    /** The outer borders are asked first: of ten thousand mentions nearly all lie elsewhere. */
    private static boolean overlap(List<Span> some, List<Span> others) {
        return some.getFirst().start() < others.getLast().end()
                && others.getFirst().start() < some.getLast().end()
                && some.stream().anyMatch(span -> others.stream().anyMatch(other -> span.overlap(other) > 0));
    }
}
