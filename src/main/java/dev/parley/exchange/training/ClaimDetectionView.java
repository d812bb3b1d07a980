package dev.parley.exchange.training;

import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.document.Span;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.words.Segmenter;
import dev.parley.exchange.words.Sentence;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * Does a sentence hold a claim? One sentence a line, with the answer of the set and, as {@code soft}, the share of all who
 * handed in. Which sentences there are depends on the segmenter, which is named.
 */
final class ClaimDetectionView extends LinesView {

    private static final String CHECKWORTHY = "checkworthy";

    ClaimDetectionView() {
        super(Format.CLAIMS, Set.of(dev.parley.exchange.Feature.CLAIMS));
    }

    @Override
    void write(Page page, JsonGenerator json) {
        List<AnnotationSet> votes = page.article().sets().stream()
                .filter(set -> set.state().isHandedIn())
                .toList();
        for (Sentence sentence : Segmenter.sentences(
                page.article().text(), page.article().document().language())) {
            List<Claim> here = page.layers().claims().stream()
                    .filter(claim -> touches(claim, sentence.span()))
                    .toList();
            json.writeStartObject();
            json.writeStringProperty("sentence", page.article().text().slice(sentence.span()));
            json.writeNumberProperty("label", here.isEmpty() ? 0 : 1);
            here.stream()
                    .map(claim -> claim.attributes().get(CHECKWORTHY))
                    .filter(value -> value != null)
                    .findFirst()
                    .ifPresent(value -> {
                        json.writeName(CHECKWORTHY);
                        JsonOutput.writeValue(json, value);
                    });
            if (!votes.isEmpty()) {
                long yes = votes.stream()
                        .filter(set -> set.claims().stream().anyMatch(claim -> touches(claim, sentence.span())))
                        .count();
                json.writeObjectPropertyStart("soft");
                json.writeNumberProperty("1", (double) yes / votes.size());
                json.writeNumberProperty("0", (double) (votes.size() - yes) / votes.size());
                json.writeEndObject();
            }
            json.writeNumberProperty("n", votes.size());
            json.writeNumberProperty("start", sentence.span().start());
            json.writeNumberProperty("end", sentence.span().end());
            json.writeStringProperty("segmenter", Segmenter.version());
            page.writeOrigin(json);
            json.writeEndObject();
        }
    }

    private static boolean touches(Claim claim, Span sentence) {
        return claim.content().stream().anyMatch(span -> span.overlap(sentence) > 0);
    }
}
