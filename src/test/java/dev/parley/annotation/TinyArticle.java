package dev.parley.annotation;

import dev.parley.annotation.AnnotationSet.State;
import dev.parley.annotation.Claim.Constant;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** An article of one line, and annotations that name their words instead of counting positions. */
public record TinyArticle(DocumentId id, DocumentText text) {

    public static TinyArticle of(String text) {
        return new TinyArticle(DocumentId.random(), DocumentText.of(text));
    }

    /** Where the words stand first. */
    public Span span(String words) {
        return span(words, 1);
    }

    /** Where the words stand for the n-th time, counted from 1. */
    public Span span(String words, int occurrence) {
        int at = -1;
        for (int i = 0; i < occurrence; i++) {
            at = text.value().indexOf(words, at + 1);
            if (at < 0) {
                throw new IllegalArgumentException("not in the article %d times: %s".formatted(occurrence, words));
            }
        }
        return new Span(text.toCodePoint(at), text.toCodePoint(at + words.length()));
    }

    public List<Span> spans(String... words) {
        return Arrays.stream(words).map(this::span).sorted().toList();
    }

    public Mention mention(String id, String label, String... words) {
        return new Mention(id, label, spans(words), Map.of(), null, List.of());
    }

    /** A plain indirect assertion. The source is a mention's id or a constant such as {@code author}. */
    public Claim claim(String id, String source, String cue, String... content) {
        return new Claim(
                id,
                spans(content),
                cue.isEmpty() ? List.of() : spans(cue),
                source.isEmpty() ? List.of() : List.of(party(source)),
                List.of(),
                List.of(),
                List.of(),
                null,
                Map.of("form", "indirect", "act", "assert"),
                false,
                List.of());
    }

    public static Party party(String source) {
        return Arrays.stream(Constant.values())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(source))
                .<Party>map(ConstantParty::new)
                .findFirst()
                .orElseGet(() -> new MentionParty(source));
    }

    public static Relation relation(String id, String type, String fromClaim, String toClaim) {
        return new Relation(
                id,
                type,
                new Relation.End(Annotation.Kind.CLAIM, fromClaim, null),
                new Relation.End(Annotation.Kind.CLAIM, toClaim, null));
    }

    /** A set of this article as somebody handed it in. */
    public AnnotationSet set(String annotator, Annotation... annotations) {
        AnnotationIndex index = index(annotations);
        return new AnnotationSet(
                id,
                annotator,
                State.SUBMITTED,
                annotations.length,
                1,
                index.orderedMentions(),
                index.orderedClaims(),
                index.orderedRelations(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    AnnotationIndex index(Annotation... annotations) {
        AnnotationIndex index = new AnnotationIndex(id);
        Stream.of(annotations).forEach(index::put);
        return index;
    }
}
