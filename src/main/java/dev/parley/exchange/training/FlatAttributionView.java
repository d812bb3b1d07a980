package dev.parley.exchange.training;

import static dev.parley.exchange.Feature.CLAIMS;
import static dev.parley.exchange.Feature.CUES;
import static dev.parley.exchange.Feature.SOURCES;

import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Mention;
import dev.parley.document.Span;
import dev.parley.exchange.ExportOrder;
import dev.parley.exchange.Format;
import dev.parley.exchange.words.Segmenter;
import dev.parley.exchange.words.Sentence;
import dev.parley.exchange.words.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * Attribution with one role for each token, a document a line. Claims that share a token cannot all be said this way; those
 * in the fewest conflicts are kept, and the others are named.
 */
final class FlatAttributionView extends LinesView {

    FlatAttributionView() {
        super(Format.FLAT, Set.of(CLAIMS, CUES, SOURCES));
    }

    /**
     * A claim on the tokens.
     *
     * @param roles the tokens of each of its roles
     */
    private record Laid(Claim claim, Map<String, BitSet> roles, BitSet all) {}

    @Override
    void write(Page page, JsonGenerator json) {
        List<Token> tokens = Segmenter.sentences(
                        page.article().text(), page.article().document().language())
                .stream()
                .map(Sentence::tokens)
                .flatMap(List::stream)
                .toList();
        List<Laid> kept = kept(page, lay(page, tokens));
        String[] tags = new String[tokens.size()];
        Arrays.fill(tags, "O");
        Integer[] owner = new Integer[tokens.size()];
        for (int number = 0; number < kept.size(); number++) {
            int claim = number;
            kept.get(number)
                    .roles()
                    .forEach((role, set) -> set.stream().forEach(token -> {
                        tags[token] = (token > 0 && set.get(token - 1) ? "I-" : "B-") + role;
                        owner[token] = claim;
                    }));
        }
        json.writeStartObject();
        json.writeStringProperty("id", page.id());
        json.writeArrayPropertyStart("tokens");
        tokens.forEach(token -> json.writeString(token.text()));
        json.writeEndArray();
        json.writeArrayPropertyStart("tags");
        Arrays.stream(tags).forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("claim");
        Arrays.stream(owner).forEach(number -> json.writeNumber(number == null ? -1 : number));
        json.writeEndArray();
        json.writeArrayPropertyStart("claims");
        kept.forEach(laid -> json.writeString(laid.claim().id()));
        json.writeEndArray();
        json.writeArrayPropertyStart("offsets");
        tokens.forEach(token -> Pairs.write(json, token.span(), 0));
        json.writeEndArray();
        page.writeOrigin(json);
        json.writeEndObject();
    }

    private static List<Laid> lay(Page page, List<Token> tokens) {
        TreeMap<Integer, Integer> byStart = new TreeMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            byStart.put(tokens.get(i).start(), i);
        }
        Map<String, Mention> mentions =
                page.layers().mentions().stream().collect(Collectors.toMap(Mention::id, Function.identity()));
        List<Laid> laid = new ArrayList<>();
        page.layers().claims().stream().sorted(ExportOrder.CLAIMS).forEach(claim -> {
            Map<String, List<Span>> spans = new LinkedHashMap<>();
            spans.put("CONTENT", claim.content());
            spans.put("CUE", claim.cue());
            spans.put(
                    "SOURCE",
                    claim.source().stream()
                            .filter(MentionParty.class::isInstance)
                            .map(party -> mentions.get(((MentionParty) party).mention()))
                            .filter(mention -> mention != null)
                            .flatMap(mention -> mention.spans().stream())
                            .toList());
            Map<String, BitSet> roles = new LinkedHashMap<>();
            BitSet all = new BitSet();
            boolean overlapsItself = false;
            for (var role : spans.entrySet()) {
                BitSet set = tokens(role.getValue(), tokens, byStart);
                overlapsItself |= set.intersects(all);
                all.or(set);
                roles.put(role.getKey(), set);
            }
            if (overlapsItself) {
                page.lost("claims whose own parts overlap", claim.id());
            } else {
                laid.add(new Laid(claim, roles, all));
            }
        });
        return laid;
    }

    private static BitSet tokens(List<Span> spans, List<Token> tokens, TreeMap<Integer, Integer> byStart) {
        BitSet set = new BitSet();
        for (Span span : spans) {
            var first = byStart.floorEntry(span.start());
            int number = first == null ? 0 : first.getValue();
            while (number < tokens.size() && tokens.get(number).start() < span.end()) {
                if (tokens.get(number).end() > span.start()) {
                    set.set(number);
                }
                number++;
            }
        }
        return set;
    }

    /** Fewest conflicts first: not the most that could be kept, but close, and the same every time. */
    private static List<Laid> kept(Page page, List<Laid> laid) {
        Map<Laid, Long> conflicts = new LinkedHashMap<>();
        for (Laid one : laid) {
            conflicts.put(
                    one,
                    laid.stream()
                            .filter(other -> other != one && other.all().intersects(one.all()))
                            .count());
        }
        BitSet taken = new BitSet();
        List<Laid> kept = new ArrayList<>();
        conflicts.entrySet().stream()
                .sorted(Map.Entry.<Laid, Long>comparingByValue()
                        .thenComparing(
                                Comparator.comparing(entry -> entry.getKey().claim(), ExportOrder.CLAIMS)))
                .map(Map.Entry::getKey)
                .forEach(one -> {
                    if (one.all().intersects(taken)) {
                        page.lost(
                                "claims that share a token with another claim",
                                one.claim().id());
                    } else {
                        taken.or(one.all());
                        kept.add(one);
                    }
                });
        kept.sort(Comparator.comparing(Laid::claim, ExportOrder.CLAIMS));
        return kept;
    }
}
