package dev.parley.agreement;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.SourceFileId;
import dev.parley.document.Span;
import dev.parley.project.ProjectId;
import dev.parley.scheme.Attribute;
import dev.parley.scheme.FrameLayer;
import dev.parley.scheme.FrameRole;
import dev.parley.scheme.Label;
import dev.parley.scheme.MatchRule;
import dev.parley.scheme.RelationType;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SpanLayer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Small articles and what annotators say about them, for tests: spans are written {@code "3-9"} or {@code "3-9,12-15"}.
 */
public final class Readings {

    public static final Scheme SCHEME = scheme(0.5);

    private Readings() {}

    public static Scheme scheme(double threshold) {
        return scheme(threshold, "PERSON", "ORG", "GPE");
    }

    public static Scheme scheme(double threshold, String... labels) {
        List<Attribute> ofMention = List.of(choice("level", List.of("NAM", "NOM", "PRO"), "NAM"));
        SpanLayer entities = new SpanLayer(
                "entity",
                Map.of("en", "Entity"),
                SpanLayer.SpanRule.DEFAULT,
                Stream.of(labels)
                        .map(label -> new Label(label, Map.of(), null, 1, Map.of()))
                        .toList(),
                ofMention,
                Optional.empty());
        SpanLayer topics = new SpanLayer(
                "topic",
                Map.of("en", "Topic"),
                SpanLayer.SpanRule.DEFAULT,
                List.of(new Label("WAR", Map.of(), null, 2, Map.of())),
                List.of(),
                Optional.empty());
        FrameLayer claims = new FrameLayer(
                "claim",
                Map.of("en", "Claim"),
                "c",
                Stream.of("content", "cue", "source", "addressee", "parent")
                        .map(Readings::role)
                        .toList(),
                List.of(
                        choice("form", List.of("direct", "indirect"), null),
                        choice("act", List.of("assert", "deny", "request"), null),
                        new Attribute(
                                "certainty",
                                Map.of(),
                                Attribute.Type.SCALE,
                                List.of("unknown", "possible", "certain"),
                                "certain",
                                false,
                                false,
                                null,
                                Optional.empty(),
                                true)),
                Map.of());
        List<RelationType> relations = List.of(
                new RelationType("same-as", Map.of(), "claim", "claim", RelationType.Scope.DOCUMENT, true, true),
                new RelationType("denies", Map.of(), "claim", "claim", RelationType.Scope.DOCUMENT, false, false));
        return new Scheme(
                "test",
                1,
                Map.of("en", "Test"),
                "en",
                null,
                List.of("body", "boilerplate"),
                List.of(entities, topics),
                Optional.of(claims),
                relations,
                List.of(),
                new MatchRule(threshold),
                List.of("boilerplate"),
                Map.of());
    }

    private static Attribute choice(String id, List<String> values, @Nullable Object byDefault) {
        return new Attribute(
                id,
                Map.of(),
                Attribute.Type.CHOICE,
                values,
                byDefault,
                byDefault == null,
                false,
                null,
                Optional.empty(),
                true);
    }

    private static FrameRole role(String id) {
        List<String> constants = id.equals("source") ? List.of("author", "uncertain") : List.of();
        FrameRole.Type type = id.equals("parent")
                ? FrameRole.Type.FRAME
                : id.equals("content") || id.equals("cue") ? FrameRole.Type.SPAN : FrameRole.Type.MENTION;
        return new FrameRole(
                id, Map.of(), type, null, 0, Integer.MAX_VALUE, List.of(), constants, null, true, true, null);
    }

    public static Document document(Document.Segment... segments) {
        return document(1, segments);
    }

    public static Document document(int number, Document.Segment... segments) {
        return new Document(
                new DocumentId(new UUID(0, number)),
                new ProjectId(new UUID(0, 0)),
                "Article " + number,
                "en",
                "0".repeat(64),
                1_000,
                1_000,
                new Document.Source(
                        new SourceFileId(new UUID(0, number)), "a.txt", "0".repeat(64), "text/plain", 0, 1_000),
                List.of(segments),
                Instant.EPOCH);
    }

    public static List<Span> spans(String written) {
        return Stream.of(written.split(","))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("-"))
                .map(ends -> new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                .toList();
    }

    /** All that one annotator says; built up mark by mark. */
    public static final class Reading {

        private final String annotator;
        private final DocumentId document;
        private final List<Mention> mentions = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private final List<Relation> relations = new ArrayList<>();

        private Reading(String annotator, DocumentId document) {
            this.annotator = annotator;
            this.document = document;
        }

        public Reading mention(String id, String spans, String label) {
            return mention(new Mention(id, label, spans(spans), Map.of(), null, List.of()));
        }

        public Reading mention(Mention mention) {
            mentions.add(mention);
            return this;
        }

        public Reading claim(String id, String content, String cue, String source) {
            return claim(new Claim(
                    id,
                    spans(content),
                    spans(cue),
                    List.of(new MentionParty(source)),
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    Map.of("form", "direct", "act", "assert"),
                    content.isEmpty(),
                    List.of()));
        }

        public Reading claim(Claim claim) {
            claims.add(claim);
            return this;
        }

        public Reading relation(String id, String type, String from, String to) {
            relations.add(new Relation(
                    id, type, new Relation.End(Kind.CLAIM, from, null), new Relation.End(Kind.CLAIM, to, null)));
            return this;
        }

        public AnnotationSet in(AnnotationSet.State state) {
            return in(state, 1, null);
        }

        /** Handed in under a version of the scheme. */
        public AnnotationSet under(int schemeVersion) {
            return in(AnnotationSet.State.SUBMITTED, schemeVersion, null);
        }

        /** Handed in under a version of the guidelines. */
        public AnnotationSet underGuidelines(int version) {
            return in(AnnotationSet.State.SUBMITTED, 1, version);
        }

        private AnnotationSet in(AnnotationSet.State state, int schemeVersion, @Nullable Integer guidelineVersion) {
            return new AnnotationSet(
                    document,
                    annotator,
                    state,
                    1,
                    schemeVersion,
                    mentions,
                    claims,
                    relations,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    guidelineVersion);
        }

        public AnnotationSet handedIn() {
            return in(AnnotationSet.State.SUBMITTED);
        }
    }

    public static Reading by(String annotator) {
        return by(annotator, document());
    }

    public static Reading by(String annotator, Document document) {
        return new Reading(annotator, document.id());
    }
}
