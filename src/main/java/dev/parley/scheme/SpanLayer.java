package dev.parley.scheme;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A layer of mentions: labelled spans.
 *
 * @param rule what spans may look like
 * @param labels its vocabulary, in the order shown
 * @param link whether and how a mention points to an entity of the registry
 */
public record SpanLayer(
        String id,
        Map<String, String> name,
        SpanRule rule,
        List<Label> labels,
        List<Attribute> attributes,
        Optional<LinkRule> link)
        implements Layer {

    /**
     * @param discontinuous whether one mention may have several stretches
     * @param nesting whether a mention may lie inside another
     * @param crossing what to do about two mentions that overlap without nesting
     * @param sameSpan which mentions may share exactly the same span
     * @param snap to what the editor moves a selection's ends
     * @param trim whether the editor drops blanks at the ends
     */
    public record SpanRule(
            boolean discontinuous, boolean nesting, Crossing crossing, SameSpan sameSpan, Snap snap, boolean trim) {

        public static final SpanRule DEFAULT =
                new SpanRule(true, true, Crossing.WARN, SameSpan.DIFFERENT_LABEL, Snap.WORD, true);
    }

    public enum Crossing {
        ALLOW,
        WARN,
        FORBID
    }

    public enum SameSpan {
        ALLOW,
        DIFFERENT_LABEL,
        FORBID
    }

    public enum Snap {
        WORD,
        CHARACTER
    }

    /**
     * @param requiredWhen mentions that need a link before their set is submitted; none if absent
     * @param nil whether "not in the registry" is an answer
     */
    public record LinkRule(
            Optional<Condition> requiredWhen, List<String> confidence, boolean nil, List<String> external) {}
}
