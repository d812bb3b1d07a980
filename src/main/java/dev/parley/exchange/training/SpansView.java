package dev.parley.exchange.training;

import static dev.parley.exchange.Feature.CLAIMS;
import static dev.parley.exchange.Feature.CUES;
import static dev.parley.exchange.Feature.MENTIONS;

import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.document.Span;
import dev.parley.exchange.ExportOrder;
import dev.parley.exchange.Format;
import dev.parley.exchange.words.Segmenter;
import dev.parley.exchange.words.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/**
 * Texts with labelled offsets, as spaCy and trainers like it read them: {@code entities} without overlap, the outermost kept;
 * {@code spans.sc} with everything, contents and cues of claims included. {@code meta.misaligned} lists what does not end
 * at a token's border, because spaCy leaves such spans out without a word.
 */
final class SpansView extends LinesView {

    SpansView() {
        super(Format.SPANS, Set.of(MENTIONS, CLAIMS, CUES));
    }

    @Override
    void write(Page page, JsonGenerator json) {
        Outermost outermost = Outermost.of(page.layers());
        outermost
                .left()
                .forEach(id -> page.lost(
                        "mentions left out of entities because a longer one covers them (they stand in spans.sc)", id));
        TreeSet<Span> written = new TreeSet<>();
        json.writeStartObject();
        json.writeStringProperty("text", page.article().text().value());
        json.writeArrayPropertyStart("entities");
        outermost.kept().forEach(piece -> Pairs.writeLabelled(json, piece.span(), piece.label()));
        json.writeEndArray();
        json.writeObjectPropertyStart("spans");
        json.writeArrayPropertyStart("sc");
        page.layers().mentions().stream()
                .sorted(ExportOrder.MENTIONS)
                .forEach(mention -> write(mention, json, written));
        page.layers().claims().stream().sorted(ExportOrder.CLAIMS).forEach(claim -> write(claim, json, written));
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectPropertyStart("meta");
        page.writeOrigin(json);
        Pairs.writeAll(json, "misaligned", misaligned(page, written), 0);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(Mention mention, JsonGenerator json, Set<Span> written) {
        for (Span span : mention.spans()) {
            Pairs.writeLabelled(json, span, mention.label());
            written.add(span);
        }
    }

    private static void write(Claim claim, JsonGenerator json, Set<Span> written) {
        for (String role : List.of("content", "cue")) {
            for (Span span : claim.spans(role)) {
                Pairs.writeLabelled(json, span, role);
                written.add(span);
            }
        }
    }

    private static List<Span> misaligned(Page page, Set<Span> spans) {
        Set<Integer> starts = new HashSet<>();
        Set<Integer> ends = new HashSet<>();
        for (Sentence sentence : Segmenter.sentences(
                page.article().text(), page.article().document().language())) {
            sentence.tokens().forEach(token -> {
                starts.add(token.start());
                ends.add(token.end());
            });
        }
        return spans.stream()
                .filter(span -> !starts.contains(span.start()) || !ends.contains(span.end()))
                .toList();
    }
}
