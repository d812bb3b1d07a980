package dev.parley.exchange.foreign;

import dev.parley.document.Span;
import dev.parley.exchange.Article;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.Layers;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.exchange.Sha256;
import dev.parley.exchange.words.Segmenter;
import dev.parley.exchange.words.Sentence;
import dev.parley.exchange.words.Token;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * Prodigy's tasks, a line for each set. {@code end} is exclusive and {@code token_end} inclusive, as that tool has them;
 * spans are widened to whole tokens, and relations tie tokens: the last ones of the spans.
 */
final class ProdigyForm implements Form {

    private static final Set<Feature> HELD = EnumSet.of(
            Feature.MENTIONS,
            Feature.CLAIMS,
            Feature.CUES,
            Feature.SOURCES,
            Feature.OTHER_PARTIES,
            Feature.PARENTS,
            Feature.RELATIONS,
            Feature.PIECES);

    @Override
    public Format format() {
        return Format.PRODIGY;
    }

    /** A stretch on the tokens. */
    private record Placed(Span span, int first, int last, String label) {

        void write(JsonGenerator json) {
            json.writeStartObject();
            json.writeNumberProperty("start", span.start());
            json.writeNumberProperty("end", span.end());
            json.writeNumberProperty("token_start", first);
            json.writeNumberProperty("token_end", last);
            json.writeStringProperty("label", label);
            json.writeEndObject();
        }
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) {
        Feature.accountProject(project.source(), false, losses);
        JsonOutput.writeLines(
                out,
                json -> project.forEachSet((article, layers) -> {
                    Feature.account(HELD, article, layers, losses);
                    write(json, project, article, layers, losses);
                }));
    }

    private static void write(JsonGenerator json, Outgoing project, Article article, Layers layers, Losses losses) {
        List<Token> tokens = Segmenter.sentences(
                        article.text(), article.document().language())
                .stream()
                .map(Sentence::tokens)
                .flatMap(List::stream)
                .toList();
        Marks marks = Marks.of(article, layers, losses);
        Map<String, List<Placed>> placed = new HashMap<>();
        json.writeStartObject();
        json.writeStringProperty("text", article.text().value());
        json.writeObjectPropertyStart("meta");
        json.writeStringProperty("document", article.document().id().toString());
        json.writeEndObject();
        json.writeArrayPropertyStart("tokens");
        for (int i = 0; i < tokens.size(); i++) {
            write(json, tokens.get(i), i);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("spans");
        for (Mark mark : marks.marks()) {
            List<Placed> pieces = place(article, mark, tokens, losses);
            pieces.forEach(piece -> piece.write(json));
            placed.put(mark.id(), pieces);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("relations");
        for (Mark mark : marks.marks()) {
            List<Placed> pieces = placed.getOrDefault(mark.id(), List.of());
            for (int i = 1; i < pieces.size(); i++) {
                relation(json, LabelStudioForm.CONTINUES, pieces.get(i), pieces.getFirst());
            }
        }
        for (Tie tie : marks.ties()) {
            List<Placed> from = placed.getOrDefault(tie.from(), List.of());
            List<Placed> to = placed.getOrDefault(tie.to(), List.of());
            if (!from.isEmpty() && !to.isEmpty()) {
                relation(json, tie.type(), from.getFirst(), to.getFirst());
            }
        }
        json.writeEndArray();
        json.writeStringProperty("answer", "accept");
        String session = project.nameOf(layers);
        json.writeNumberProperty("_input_hash", hash(article.text().sha256()));
        json.writeNumberProperty("_task_hash", hash(article.text().sha256() + session));
        json.writeStringProperty("_view_id", "relations");
        json.writeStringProperty("_session_id", session);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Token token, int number) {
        json.writeStartObject();
        json.writeStringProperty("text", token.text());
        json.writeNumberProperty("start", token.start());
        json.writeNumberProperty("end", token.end());
        json.writeNumberProperty("id", number);
        json.writeBooleanProperty("ws", token.spaceAfter());
        json.writeEndObject();
    }

    private static List<Placed> place(Article article, Mark mark, List<Token> tokens, Losses losses) {
        List<Placed> placed = new ArrayList<>();
        for (Span span : mark.spans()) {
            int first = firstTouched(tokens, span);
            int last = first;
            while (last < tokens.size() && tokens.get(last).start() < span.end()) {
                last++;
            }
            if (first == last) {
                losses.add("spans that touch no token", article, mark.id());
                continue;
            }
            Span whole =
                    new Span(tokens.get(first).start(), tokens.get(last - 1).end());
            if (!whole.equals(span)) {
                losses.add("spans widened or narrowed to whole tokens", article, mark.id());
            }
            placed.add(new Placed(whole, first, last - 1, mark.label()));
        }
        return placed;
    }

    /** By halving: number of the first token that ends after the span's start. */
    private static int firstTouched(List<Token> tokens, Span span) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void relation(JsonGenerator json, String type, Placed head, Placed child) {
        json.writeStartObject();
        json.writeNumberProperty("head", head.last());
        json.writeNumberProperty("child", child.last());
        json.writeStringProperty("label", type);
        json.writeName("head_span");
        head.write(json);
        json.writeName("child_span");
        child.write(json);
        json.writeEndObject();
    }

    private static int hash(String of) {
        return Integer.parseUnsignedInt(
                        Sha256.of(of.getBytes(StandardCharsets.UTF_8)).substring(0, 8), 16)
                & Integer.MAX_VALUE;
    }
}
