package dev.parley.exchange;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.Constant;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import dev.parley.document.SourceFileId;
import dev.parley.document.Span;
import dev.parley.exchange.split.Part;
import dev.parley.exchange.split.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A tiny article with annotations named by their words, for tests that look at one line. */
public final class Story {

    private final DocumentText text;
    private final DocumentId id;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    public Story(String text) {
        this(1, text);
    }

    public Story(long number, String text) {
        this.text = DocumentText.of(text);
        this.id = new DocumentId(new UUID(number, 5));
    }

    /** The ferry story that most tests tell: an emoji before everything, a possessive, nesting, two pieces, a chain. */
    public static Story ferry() {
        return new Story(
                        "🛶 Ilvend’s envoy Mara Ilvend said on Monday that “the ferry”, she hopes, “will sail”.\nNobody asked.")
                .mention("m1", "PERSON", "Mara Ilvend")
                .mention("m2", "ORG", "Ilvend")
                .mention("m3", "ROLE", "Ilvend’s envoy Mara Ilvend")
                .mention("m4", "DATE", "Monday")
                .claim("c1", "m1", "said", "the ferry", "will sail");
    }

    public Span span(String words) {
        int at = text.value().indexOf(words);
        return new Span(text.toCodePoint(at), text.toCodePoint(at + words.length()));
    }

    public Story mention(String name, String label, String... words) {
        mentions.add(new Mention(
                name, label, Arrays.stream(words).map(this::span).toList(), Map.of("level", "NAM"), null, List.of()));
        return this;
    }

    /** A mention without attributes. */
    public Story bare(String name, String label, String... words) {
        mentions.add(
                new Mention(name, label, Arrays.stream(words).map(this::span).toList(), Map.of(), null, List.of()));
        return this;
    }

    public Story link(String name, String entity) {
        mentions.replaceAll(mention -> mention.id().equals(name)
                ? new Mention(
                        name,
                        mention.label(),
                        mention.spans(),
                        mention.attributes(),
                        new Mention.Link(entity, Mention.Confidence.CERTAIN),
                        List.of())
                : mention);
        return this;
    }

    public Story claim(String name, String source, String cue, String... content) {
        Party party = source.startsWith("<")
                ? new ConstantParty(Constant.valueOf(
                        source.substring(1, source.length() - 1).toUpperCase(java.util.Locale.ROOT)))
                : new MentionParty(source);
        claims.add(new Claim(
                name,
                Arrays.stream(content).map(this::span).toList(),
                cue.isEmpty() ? List.of() : List.of(span(cue)),
                List.of(party),
                List.of(),
                List.of(),
                List.of(),
                null,
                Map.of("form", "indirect", "act", "assert"),
                false,
                List.of()));
        return this;
    }

    public Story relate(String name, String type, String from, String to) {
        relations.add(new Relation(
                name, type, new Relation.End(Kind.CLAIM, from, null), new Relation.End(Kind.CLAIM, to, null)));
        return this;
    }

    public DocumentText text() {
        return text;
    }

    public DocumentId id() {
        return id;
    }

    private Gold gold() {
        return new Gold(Gold.Status.ADJUDICATED, "supervisor", Articles.NOON, mentions, claims, relations, List.of());
    }

    private AnnotationSet set(String annotator) {
        return new AnnotationSet(
                id,
                annotator,
                AnnotationSet.State.SUBMITTED,
                1,
                2,
                mentions,
                claims,
                relations,
                Articles.NOON,
                Articles.NOON);
    }

    public Article article(String... annotators) {
        return article(null, annotators);
    }

    public Article article(@org.jspecify.annotations.Nullable Part part, String... annotators) {
        Document document = new Document(
                id,
                Articles.PROJECT,
                "Ferry",
                "en",
                text.sha256(),
                text.codePoints(),
                text.utf16(),
                new Document.Source(
                        new SourceFileId(new UUID(3, 3)),
                        "ferry.txt",
                        text.sha256(),
                        "text/plain",
                        0,
                        text.codePoints()),
                List.of(),
                Articles.NOON);
        return new Article(
                document,
                text,
                Arrays.stream(annotators).map(this::set).toList(),
                Optional.of(gold()),
                0,
                Optional.ofNullable(part).map(given -> new Placement(id, id.toString(), given, Set.of(given))),
                Map.of());
    }

    /** A project with this one article. */
    public ExportSource source(String... annotators) {
        return new GeneratedSource(1, _ -> article(annotators));
    }

    public static ExportSource project(Article... articles) {
        return new GeneratedSource(articles.length, number -> articles[(int) number]);
    }
}
