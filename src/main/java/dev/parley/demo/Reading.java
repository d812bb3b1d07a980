package dev.parley.demo;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.Constant;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Mention.Confidence;
import dev.parley.annotation.Mention.Link;
import dev.parley.annotation.Relation;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one annotator marked in one article of the demo, made from its script (see {@code demo/ferry-talks.yaml}). */
final class Reading {

    private static final Set<String> CONSTANTS = Set.of("author", "outlet", "unspecified", "uncertain");
    private static final Set<String> CLAIM_PARTS =
            Set.of("content", "cue", "source", "addressee", "target", "via", "parent", "implicit");

    private final String article;
    private final String annotator;
    private final DocumentText text;
    private final Phrases phrases;
    private final Map<String, DocumentId> documents;
    private final Registry registry;
    private final Script common;
    private final Script own;

    /** @param documents by article, for relations that lead to another one */
    Reading(
            String article,
            DocumentText text,
            Script script,
            String annotator,
            Map<String, DocumentId> documents,
            Registry registry) {
        this.article = article;
        this.annotator = annotator;
        this.phrases = new Phrases(text);
        this.documents = Map.copyOf(documents);
        this.registry = registry;
        this.text = text;
        this.common = script.section("reading");
        this.own = script.section(annotator);
    }

    /** The annotations in the order in which they can be stored: what is referred to comes first. */
    List<Annotation> annotations() {
        List<Annotation> annotations = new ArrayList<>();
        entries("mentions").forEach((name, value) -> annotations.add(mention(id(name), Script.asList(value))));
        entries("claims").forEach((name, value) -> annotations.add(claim(id(name), Script.of(value))));
        entries("relations").forEach((name, value) -> annotations.add(relation(id(name), Script.of(value))));
        return annotations;
    }

    /** The id an annotation of the demo has: the same in every installation. */
    static String id(String article, String annotator, String name) {
        String key = article + "/" + annotator + "/" + name;
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String id(String name) {
        return id(article, annotator, name);
    }

    /** The shared reading, less what this annotator left out, with what they saw otherwise. */
    private Map<String, Object> entries(String section) {
        Map<String, Object> entries =
                new LinkedHashMap<>(common.section(section).values());
        own.texts("leaves-out").forEach(entries::remove);
        entries.putAll(own.section(section).values());
        return entries;
    }

    /** A mention written as {@code [LABEL, words, more words..., {attribute: value}]}. */
    Mention mention(String id, List<Object> parts) {
        List<Span> spans = new ArrayList<>();
        Map<String, Object> attributes = new TreeMap<>();
        for (Object part : parts.subList(1, parts.size())) {
            if (part instanceof Map<?, ?>) {
                attributes.putAll(Script.of(part).values());
            } else {
                spans.add(phrases.find(part.toString()));
            }
        }
        String label = parts.getFirst().toString();
        Object link = attributes.remove("link");
        Object certainty = attributes.remove("certainty");
        Confidence confidence = certainty == null
                ? Confidence.CERTAIN
                : Confidence.valueOf(certainty.toString().toUpperCase(Locale.ROOT));
        return new Mention(id, label, spans, attributes, link(label, spans, link, confidence), List.of());
    }

    private @Nullable Link link(String label, List<Span> spans, @Nullable Object asked, Confidence confidence) {
        if (asked == null) {
            String words = String.join(" ", spans.stream().map(text::slice).toList());
            return registry.named(label, words)
                    .map(entity -> new Link(entity, confidence))
                    .orElse(null);
        }
        return switch (asked.toString()) {
            case "unset" -> null;
            case "none" -> new Link(null, confidence);
            default -> new Link(registry.id(asked.toString()), confidence);
        };
    }

    private Claim claim(String id, Script script) {
        List<Span> content = script.texts("content").stream().map(phrases::find).toList();
        List<Span> cue = script.texts("cue").stream()
                .map(words -> phrases.findNear(words, content.getFirst()))
                .toList();
        Map<String, Object> attributes = new TreeMap<>(script.values());
        attributes.keySet().removeAll(CLAIM_PARTS);
        String parent = script.text("parent");
        return new Claim(
                id,
                content,
                cue,
                parties(script, "source"),
                parties(script, "addressee"),
                parties(script, "target"),
                parties(script, "via"),
                parent == null ? null : id(parent),
                attributes,
                script.has("implicit"),
                List.of());
    }

    private List<Party> parties(Script claim, String role) {
        return claim.texts(role).stream().map(this::party).toList();
    }

    private Party party(String name) {
        return CONSTANTS.contains(name)
                ? new ConstantParty(Constant.valueOf(name.toUpperCase(Locale.ROOT)))
                : new MentionParty(id(name));
    }

    /** A relation written as {@code {type: [from, to]}}. */
    private Relation relation(String id, Script script) {
        Map.Entry<String, Object> entry = script.values().entrySet().iterator().next();
        List<Object> ends = Script.asList(entry.getValue());
        return new Relation(
                id, entry.getKey(), end(ends.get(0).toString()), end(ends.get(1).toString()));
    }

    private Relation.End end(String name) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            return new Relation.End(Kind.CLAIM, id(name), null);
        }
        String other = name.substring(0, slash);
        @Nullable DocumentId document = documents.get(other);
        if (document == null) {
            throw new IllegalStateException("%s leads to %s, which comes later".formatted(article, other));
        }
        return new Relation.End(Kind.CLAIM, id(other, annotator, name.substring(slash + 1)), document);
    }
}
