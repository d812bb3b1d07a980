package dev.parley.exchange.training;

import static dev.parley.exchange.Feature.MENTIONS;

import dev.parley.exchange.Format;
import dev.parley.exchange.training.TaggedSentences.Tagged;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** One sentence a line: its tokens, a tag for each, and their offsets in the document. For token classification. */
final class TaggedTokensView extends LinesView {

    private final Tagging tagging;

    TaggedTokensView(Format format, Tagging tagging) {
        super(format, Set.of(MENTIONS));
        this.tagging = tagging;
    }

    @Override
    void write(Page page, JsonGenerator json) {
        int number = 0;
        for (Tagged tagged : TaggedSentences.of(page, tagging)) {
            json.writeStartObject();
            json.writeStringProperty("id", "%s.s%d".formatted(page.id(), number++));
            json.writeArrayPropertyStart("tokens");
            tagged.sentence().tokens().forEach(token -> json.writeString(token.text()));
            json.writeEndArray();
            json.writeArrayPropertyStart("ner_tags");
            tagged.tags().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("offsets");
            tagged.sentence().tokens().forEach(token -> Pairs.write(json, token.span(), 0));
            json.writeEndArray();
            page.writeOrigin(json);
            json.writeEndObject();
        }
    }
}
