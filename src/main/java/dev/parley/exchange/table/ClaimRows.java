package dev.parley.exchange.table;

import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.document.Span;
import dev.parley.exchange.Article;
import dev.parley.exchange.ExportOrder;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Layers;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.scheme.Attribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A claim per row: its words, who takes part in words and by entity, its attributes and its place. */
final class ClaimRows {

    private static final Set<Feature> HELD = EnumSet.of(
            Feature.CLAIMS,
            Feature.CUES,
            Feature.SOURCES,
            Feature.OTHER_PARTIES,
            Feature.PARENTS,
            Feature.CLAIM_ATTRIBUTES,
            Feature.PIECES);
    private static final List<String> ROLES = List.of("source", "addressee", "target", "via");
    /** Between several things in one cell. */
    private static final String AND = " | ";

    private final Outgoing project;
    private final List<String> attributes;

    ClaimRows(Outgoing project) {
        this.project = project;
        this.attributes = project.source().definition().frame().stream()
                .flatMap(frame -> frame.attributes().stream())
                .map(Attribute::id)
                .toList();
    }

    void writeTo(Sheet sheet, Losses losses) throws IOException {
        List<String> head = new ArrayList<>(List.of("document", "title", "set", "claim", "content", "cue"));
        ROLES.forEach(role -> head.addAll(List.of(role, role + " entity")));
        head.addAll(List.of("parent", "start", "end"));
        head.addAll(attributes);
        sheet.row(head);
        try {
            project.forEachSet((article, layers) -> {
                Feature.account(HELD, article, layers, losses);
                losses.add("texts", article.document().id().toString());
                Map<String, Mention> mentions =
                        layers.mentions().stream().collect(Collectors.toMap(Mention::id, Function.identity()));
                layers.claims().stream().sorted(ExportOrder.CLAIMS).forEach(claim -> {
                    claim.attributes().keySet().stream()
                            .filter(name -> !attributes.contains(name))
                            .forEach(_ -> losses.add(
                                    "attributes that the scheme does not know any more", article, claim.id()));
                    try {
                        sheet.row(row(article, layers, claim, mentions));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<String> row(Article article, Layers layers, Claim claim, Map<String, Mention> mentions) {
        List<Span> place = claim.content().isEmpty() ? claim.cue() : claim.content();
        List<String> row = new ArrayList<>(List.of(
                article.document().id().toString(),
                article.document().title(),
                project.nameOf(layers),
                claim.id(),
                words(article, claim.content()),
                words(article, claim.cue())));
        for (String role : ROLES) {
            row.add(claim.parties(role).stream()
                    .map(party -> words(article, party, mentions))
                    .collect(Collectors.joining(AND)));
            row.add(claim.parties(role).stream()
                    .map(party -> entity(party, mentions))
                    .filter(entity -> !entity.isEmpty())
                    .collect(Collectors.joining(AND)));
        }
        row.add(claim.parent() == null ? "" : claim.parent());
        row.add(place.isEmpty() ? "" : Integer.toString(place.getFirst().start()));
        row.add(place.isEmpty() ? "" : Integer.toString(place.getLast().end()));
        attributes.forEach(name -> row.add(value(claim.attributes().get(name))));
        return row;
    }

    private static String words(Article article, List<Span> spans) {
        return spans.stream().map(article.text()::slice).collect(Collectors.joining(AND));
    }

    private static String words(Article article, Party party, Map<String, Mention> mentions) {
        return switch (party) {
            case ConstantParty(Claim.Constant constant) ->
                "<%s>".formatted(constant.name().toLowerCase(Locale.ROOT));
            case MentionParty(String id) -> {
                Mention mention = mentions.get(id);
                yield mention == null ? id : words(article, mention.spans());
            }
        };
    }

    private static String entity(Party party, Map<String, Mention> mentions) {
        Mention mention = party instanceof MentionParty(String id) ? mentions.get(id) : null;
        Mention.Link link = mention == null ? null : mention.link();
        return link == null || link.entity() == null ? "" : link.entity();
    }

    private static String value(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(AND));
            default -> value.toString();
        };
    }
}
