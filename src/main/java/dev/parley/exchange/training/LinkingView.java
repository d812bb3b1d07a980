package dev.parley.exchange.training;

import static dev.parley.exchange.Feature.LINKS;
import static dev.parley.exchange.Feature.MENTIONS;

import dev.parley.annotation.Mention;
import dev.parley.exchange.ExportOrder;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.exchange.training.LinesView.Page;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * A mention in its paragraph and the entity it names, with those of the registry that its words might name. A mention that
 * was looked for and not found has {@code entity: null}; one nobody looked at is left out.
 */
final class LinkingView implements Form {

    private static final Set<Feature> HELD = EnumSet.of(MENTIONS, LINKS, Feature.PIECES);

    @Override
    public Format format() {
        return Format.LINKING;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) {
        Feature.accountProject(project.source(), true, losses);
        Candidates candidates = new Candidates(project.source().entities());
        JsonOutput.writeLines(
                out,
                json -> project.forEachSet((article, layers) -> {
                    Feature.account(HELD, article, layers, losses);
                    Page page = new Page(project, article, layers, losses);
                    layers.mentions().stream()
                            .sorted(ExportOrder.MENTIONS)
                            .forEach(mention -> write(page, mention, candidates, json));
                }));
    }

    private static void write(Page page, Mention mention, Candidates candidates, JsonGenerator json) {
        Mention.Link link = mention.link();
        if (link == null) {
            page.lost("mentions without a link", mention.id());
            return;
        }
        Context context = Context.of(page.article().text(), mention.spans());
        String words =
                mention.spans().stream().map(page.article().text()::slice).collect(Collectors.joining(" "));
        json.writeStartObject();
        json.writeStringProperty("context", context.text());
        Pairs.writeFirst(json, "mention", mention.spans(), context.origin());
        Pairs.writeAll(json, "spans", mention.spans(), context.origin());
        json.writeStringProperty("label", mention.label());
        json.writeStringProperty("entity", link.entity());
        json.writeStringProperty("confidence", link.confidence().name().toLowerCase(Locale.ROOT));
        json.writeArrayPropertyStart("candidates");
        candidates.of(words, link.entity()).forEach(json::writeString);
        json.writeEndArray();
        page.writeMeta(json);
        json.writeEndObject();
    }
}
