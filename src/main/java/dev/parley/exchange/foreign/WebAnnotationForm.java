package dev.parley.exchange.foreign;

import dev.parley.annotation.Mention;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.Article;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.Layers;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * W3C Web Annotation: a page of annotations in JSON-LD. Positions are code points, as the recommendation says, beside the
 * quote with a little of what stands around it. A mark is a tag, a tie is a link between two annotations, and the text itself
 * is a body that describes its document.
 */
final class WebAnnotationForm implements Form {

    static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";

    private static final Set<Feature> HELD =
            EnumSet.complementOf(EnumSet.of(Feature.OUTWARD_RELATIONS, Feature.SEGMENTS));
    private static final int AROUND = 24;

    @Override
    public Format format() {
        return Format.WEB_ANNOTATION;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) {
        Feature.accountProject(project.source(), false, losses);
        JsonOutput.writeLines(out, json -> {
            json.writeStartObject();
            json.writeStringProperty("@context", CONTEXT);
            json.writeStringProperty(
                    "id", "urn:parley:project:" + project.source().project().id());
            json.writeStringProperty("type", "AnnotationPage");
            json.writeArrayPropertyStart("items");
            project.source().forEachArticle(article -> {
                text(json, article);
                for (Layers layers : project.layers(article)) {
                    Feature.account(HELD, article, layers, losses);
                    Marks marks = Marks.of(article, layers, losses);
                    Page page = new Page(json, article, project.nameOf(layers));
                    marks.marks().forEach(page::mark);
                    marks.ties().forEach(page::tie);
                }
            });
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void text(JsonGenerator json, Article article) {
        String document = documentId(article);
        json.writeStartObject();
        json.writeStringProperty("id", document + "#text");
        json.writeStringProperty("type", "Annotation");
        json.writeStringProperty("motivation", "describing");
        json.writeObjectPropertyStart("body");
        json.writeStringProperty("type", "TextualBody");
        json.writeStringProperty("value", article.text().value());
        json.writeStringProperty("format", "text/plain");
        if (article.document().language() != null) {
            json.writeStringProperty("language", article.document().language());
        }
        json.writeEndObject();
        json.writeStringProperty("target", document);
        json.writeEndObject();
    }

    private static String documentId(Article article) {
        return "urn:parley:document:" + article.document().id();
    }

    private record Page(JsonGenerator json, Article article, String set) {

        private String id(String annotation) {
            return Stream.of(article.document().id().toString(), set, annotation)
                    .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                    .reduce("urn:parley:annotation", (one, other) -> one + ":" + other);
        }

        private void begin(String id, String motivation) {
            json.writeStartObject();
            json.writeStringProperty("id", id(id));
            json.writeStringProperty("type", "Annotation");
            json.writeStringProperty("motivation", motivation);
            json.writeObjectPropertyStart("creator");
            json.writeStringProperty("type", "Person");
            json.writeStringProperty("nickname", set);
            json.writeEndObject();
        }

        private void mark(Mark mark) {
            begin(mark.id(), "tagging");
            json.writeArrayPropertyStart("body");
            words("tagging", mark.label());
            mark.attributes()
                    .forEach((name, value) -> words("classifying", "%s=%s".formatted(name, JsonText.of(value))));
            mark.flags().forEach(flag -> words("moderating", flag));
            Mention.Link link = mark.link();
            if (link != null && link.entity() != null) {
                json.writeStartObject();
                json.writeStringProperty("type", "SpecificResource");
                json.writeStringProperty("purpose", "identifying");
                json.writeStringProperty("source", "urn:parley:entity:" + link.entity());
                json.writeEndObject();
            }
            if (link != null) {
                words("assessing", link.confidence().name().toLowerCase(Locale.ROOT));
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("target");
            mark.spans().forEach(this::target);
            json.writeEndArray();
            json.writeEndObject();
        }

        private void words(String purpose, String words) {
            json.writeStartObject();
            json.writeStringProperty("type", "TextualBody");
            json.writeStringProperty("purpose", purpose);
            json.writeStringProperty("value", words);
            json.writeEndObject();
        }

        private void target(Span span) {
            DocumentText text = article.text();
            json.writeStartObject();
            json.writeStringProperty("source", documentId(article));
            json.writeArrayPropertyStart("selector");
            json.writeStartObject();
            json.writeStringProperty("type", "TextQuoteSelector");
            json.writeStringProperty("exact", text.slice(span));
            json.writeStringProperty("prefix", around(Math.max(0, span.start() - AROUND), span.start()));
            json.writeStringProperty("suffix", around(span.end(), Math.min(text.codePoints(), span.end() + AROUND)));
            json.writeEndObject();
            json.writeStartObject();
            json.writeStringProperty("type", "TextPositionSelector");
            json.writeNumberProperty("start", span.start());
            json.writeNumberProperty("end", span.end());
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }

        private String around(int start, int end) {
            return start == end ? "" : article.text().slice(new Span(start, end));
        }

        private void tie(Tie tie) {
            begin(tie.id(), "linking");
            json.writeArrayPropertyStart("body");
            words("tagging", tie.type());
            json.writeStartObject();
            json.writeStringProperty("type", "SpecificResource");
            json.writeStringProperty("purpose", "linking");
            json.writeStringProperty("source", id(tie.to()));
            json.writeEndObject();
            json.writeEndArray();
            json.writeStringProperty("target", id(tie.from()));
            json.writeEndObject();
        }
    }
}
