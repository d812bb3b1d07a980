package dev.parley.exchange.training;

import static dev.parley.exchange.Feature.CLAIMS;
import static dev.parley.exchange.Feature.CLAIM_ATTRIBUTES;
import static dev.parley.exchange.Feature.CUES;
import static dev.parley.exchange.Feature.PIECES;
import static dev.parley.exchange.Feature.SOURCES;

import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.document.Span;
import dev.parley.exchange.ExportOrder;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * Who says what in which words, a claim a line. {@code source} and {@code cue} are the first of theirs, {@code sources} and
 * {@code cues} all; offsets count from the start of {@code context}, the paragraphs the claim stands in.
 */
final class TriplesView extends LinesView {

    TriplesView() {
        super(Format.TRIPLES, Set.of(CLAIMS, CUES, SOURCES, CLAIM_ATTRIBUTES, PIECES));
    }

    @Override
    void write(Page page, JsonGenerator json) {
        Map<String, Mention> mentions =
                page.layers().mentions().stream().collect(Collectors.toMap(Mention::id, Function.identity()));
        page.layers().claims().stream().sorted(ExportOrder.CLAIMS).forEach(claim -> write(page, json, claim, mentions));
    }

    private static void write(Page page, JsonGenerator json, Claim claim, Map<String, Mention> mentions) {
        List<Mention> named = claim.source().stream()
                .filter(MentionParty.class::isInstance)
                .map(party -> mentions.get(((MentionParty) party).mention()))
                .filter(mention -> mention != null)
                .toList();
        List<Span> all = new ArrayList<>(claim.content());
        all.addAll(claim.cue());
        named.forEach(mention -> all.addAll(mention.spans()));
        Context context = Context.of(page.article().text(), all);
        int origin = context.origin();
        json.writeStartObject();
        json.writeStringProperty("id", claim.id());
        json.writeStringProperty("context", context.text());
        json.writeNumberProperty("contextStart", origin);
        Pairs.writeFirst(
                json, "source", named.isEmpty() ? List.of() : named.getFirst().spans(), origin);
        Pairs.writeFirst(json, "cue", claim.cue(), origin);
        Pairs.writeAll(json, "content", claim.content(), origin);
        json.writeStringProperty("sourceEntity", named.isEmpty() ? null : entity(named.getFirst()));
        json.writeArrayPropertyStart("sources");
        claim.source().forEach(party -> write(json, party, mentions, origin));
        json.writeEndArray();
        Pairs.writeAll(json, "cues", claim.cue(), origin);
        claim.attributes().forEach((name, value) -> {
            json.writeName(name);
            JsonOutput.writeValue(json, value);
        });
        page.writeMeta(json);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Party party, Map<String, Mention> mentions, int origin) {
        json.writeStartObject();
        switch (party) {
            case ConstantParty(Claim.Constant constant) ->
                json.writeStringProperty("constant", constant.name().toLowerCase(Locale.ROOT));
            case MentionParty(String id) -> {
                Mention mention = mentions.get(id);
                Pairs.writeAll(json, "spans", mention == null ? List.of() : mention.spans(), origin);
                json.writeStringProperty("label", mention == null ? null : mention.label());
                json.writeStringProperty("entity", mention == null ? null : entity(mention));
            }
        }
        json.writeEndObject();
    }

    private static @org.jspecify.annotations.Nullable String entity(Mention mention) {
        Mention.Link link = mention.link();
        return link == null ? null : link.entity();
    }
}
