package dev.parley.exchange.training;

import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.exchange.training.LinesView.Page;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Set;

/** Instruction tuning: the article as a question, the annotations as the answer, in words instead of offsets. */
final class ChatView implements Form {

    private static final Set<Feature> HELD = EnumSet.of(
            Feature.MENTIONS, Feature.PIECES, Feature.CLAIMS, Feature.CUES, Feature.SOURCES, Feature.CLAIM_ATTRIBUTES);

    @Override
    public Format format() {
        return Format.CHAT;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) {
        Feature.accountProject(project.source(), false, losses);
        Prompt prompt = new Prompt(project.source().definition());
        JsonOutput.writeLines(
                out,
                json -> project.forEachSet((article, layers) -> {
                    Feature.account(HELD, article, layers, losses);
                    json.writeStartObject();
                    json.writeArrayPropertyStart("messages");
                    prompt.writeQuestion(json, article.text().value());
                    Prompt.message(json, "assistant", new Quotes(article.text(), layers).of(layers));
                    json.writeEndArray();
                    json.writeObjectPropertyStart("meta");
                    new Page(project, article, layers, losses).writeOrigin(json);
                    json.writeStringProperty("prompt", Prompt.VERSION);
                    json.writeEndObject();
                    json.writeEndObject();
                }));
    }
}
