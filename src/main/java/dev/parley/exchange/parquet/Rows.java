package dev.parley.exchange.parquet;

import static dev.parley.exchange.parquet.Column.number;
import static dev.parley.exchange.parquet.Column.structs;
import static dev.parley.exchange.parquet.Column.text;

import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.Article;
import dev.parley.exchange.ExportOrder;
import dev.parley.exchange.Layers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document and one of its sets as a row. */
final class Rows {

    private static final Column SPANS = spans("spans");

    static final List<Column> COLUMNS = List.of(
            text("document"),
            text("set"),
            text("split"),
            text("language"),
            text("title"),
            text("text"),
            structs(
                    "mentions",
                    text("id"),
                    text("label"),
                    SPANS,
                    attributes(),
                    text("entity"),
                    text("confidence"),
                    Column.texts("flags")),
            structs(
                    "claims",
                    text("id"),
                    spans("content"),
                    spans("cue"),
                    parties("source"),
                    parties("addressee"),
                    parties("target"),
                    parties("via"),
                    text("parent"),
                    attributes(),
                    number("implicit"),
                    Column.texts("flags")),
            structs(
                    "relations",
                    text("id"),
                    text("type"),
                    text("from"),
                    text("from_document"),
                    text("to"),
                    text("to_document")));

    private Rows() {}

    private static Column spans(String name) {
        return structs(name, number("start"), number("end"), text("text"));
    }

    private static Column attributes() {
        return structs("attributes", text("name"), text("value"));
    }

    private static Column parties(String name) {
        return structs(name, text("mention"), text("constant"));
    }

    static Map<String, Object> of(Article article, Layers layers, String set) {
        DocumentText text = article.text();
        Row row = new Row()
                .with("document", article.document().id().toString())
                .with("set", set)
                .with(
                        "split",
                        article.placement().map(place -> place.part().id()).orElse(null))
                .with("language", article.document().language())
                .with("title", article.document().title())
                .with("text", text.value());
        row.with(
                "mentions",
                layers.mentions().stream()
                        .sorted(ExportOrder.MENTIONS)
                        .map(mention -> mention(text, mention))
                        .toList());
        row.with(
                "claims",
                layers.claims().stream()
                        .sorted(ExportOrder.CLAIMS)
                        .map(claim -> claim(text, claim))
                        .toList());
        return row.with(
                        "relations",
                        layers.relations().stream()
                                .sorted(ExportOrder.RELATIONS)
                                .map(Rows::relation)
                                .toList())
                .fields();
    }

    private static Map<String, Object> mention(DocumentText text, Mention mention) {
        Mention.Link link = mention.link();
        return new Row()
                .with("id", mention.id())
                .with("label", mention.label())
                .with("spans", spans(text, mention.spans()))
                .with("attributes", attributes(mention.attributes()))
                .with("entity", link == null ? null : link.entity())
                .with(
                        "confidence",
                        link == null ? null : link.confidence().name().toLowerCase(Locale.ROOT))
                .with("flags", mention.flags())
                .fields();
    }

    private static Map<String, Object> claim(DocumentText text, Claim claim) {
        Row row = new Row()
                .with("id", claim.id())
                .with("content", spans(text, claim.content()))
                .with("cue", spans(text, claim.cue()))
                .with("parent", claim.parent())
                .with("attributes", attributes(claim.attributes()))
                .with("implicit", claim.implicit() ? 1 : 0)
                .with("flags", claim.flags());
        Stream.of("source", "addressee", "target", "via")
                .forEach(role -> row.with(
                        role, claim.parties(role).stream().map(Rows::party).toList()));
        return row.fields();
    }

    private static Map<String, Object> party(Party party) {
        return switch (party) {
            case MentionParty(String mention) ->
                new Row().with("mention", mention).fields();
            case ConstantParty(Claim.Constant constant) ->
                new Row()
                        .with("constant", constant.name().toLowerCase(Locale.ROOT))
                        .fields();
        };
    }

    private static Map<String, Object> relation(Relation relation) {
        return new Row()
                .with("id", relation.id())
                .with("type", relation.type())
                .with("from", relation.from().annotation())
                .with("from_document", document(relation.from()))
                .with("to", relation.to().annotation())
                .with("to_document", document(relation.to()))
                .fields();
    }

    private static @Nullable String document(Relation.End end) {
        return end.document() == null ? null : end.document().toString();
    }

    static List<Map<String, Object>> spans(DocumentText text, List<Span> spans) {
        return spans.stream()
                .map(span -> new Row()
                        .with("start", span.start())
                        .with("end", span.end())
                        .with("text", text.slice(span))
                        .fields())
                .toList();
    }

    private static List<Map<String, Object>> attributes(Map<String, Object> attributes) {
        return attributes.entrySet().stream()
                .map(entry -> new Row()
                        .with("name", entry.getKey())
                        .with(
                                "value",
                                entry.getValue() instanceof List<?> many
                                        ? many.stream().map(String::valueOf).collect(Collectors.joining("|"))
                                        : entry.getValue().toString())
                        .fields())
                .toList();
    }

    /** Values by column under construction; what is null is left out. */
    record Row(Map<String, Object> fields) {

        Row() {
            this(new LinkedHashMap<>());
        }

        Row with(String name, @Nullable Object value) {
            if (value != null) {
                fields.put(name, value);
            }
            return this;
        }
    }
}
