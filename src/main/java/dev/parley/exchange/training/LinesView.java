package dev.parley.exchange.training;

import dev.parley.exchange.Article;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.Layers;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.exchange.split.Placement;
import java.io.OutputStream;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** A view of JSON lines, made set by set. */
abstract class LinesView implements Form {

    private final Format format;
    private final Set<Feature> held;

    /** @param held what the view has a place for; everything else is named as lost */
    LinesView(Format format, Set<Feature> held) {
        this.format = format;
        this.held = held;
    }

    @Override
    public final Format format() {
        return format;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) {
        Feature.accountProject(project.source(), false, losses);
        JsonOutput.writeLines(
                out,
                json -> project.forEachSet((article, layers) -> {
                    Feature.account(held, article, layers, losses);
                    write(new Page(project, article, layers, losses), json);
                }));
    }

    /** Writes the lines of one set. */
    abstract void write(Page page, JsonGenerator json);

    /** One set of one document, and where to say what does not fit. */
    record Page(Outgoing project, Article article, Layers layers, Losses losses) {

        String id() {
            return article.document().id().toString();
        }

        void lost(String what, String annotation) {
            losses.add(what, article, annotation);
        }

        /** Where a line comes from: document, set, language, part. */
        void writeMeta(JsonGenerator json) {
            json.writeObjectPropertyStart("meta");
            writeOrigin(json);
            json.writeEndObject();
        }

        void writeOrigin(JsonGenerator json) {
            json.writeStringProperty("document", id());
            json.writeStringProperty("set", project.nameOf(layers));
            json.writeStringProperty("language", article.document().language());
            article.placement().map(Placement::part).ifPresent(part -> json.writeStringProperty("split", part.id()));
        }
    }
}
