package dev.parley.exchange;

import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.document.Document;
import dev.parley.document.DocumentText;
import dev.parley.document.Publication;
import dev.parley.document.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * Writes one article as one export record. The record's JSON schema is in {@code exchange/export-record.schema.json};
 * what it has no place for is written by {@link RecordExtras}, so that nothing is lost.
 */
final class RecordWriter {

    static final String FORMAT = "parley-record";
    static final String FORMAT_WITHOUT_TEXT = "parley-record-without-text";
    static final String FORMAT_VERSION = "1.2.0";

    /** By the number of hyphens in a date. */
    private static final List<String> PRECISIONS = List.of("year", "month", "day");

    private static final Party UNSPECIFIED = new ConstantParty(Claim.Constant.UNSPECIFIED);

    private final JsonGenerator json;
    private final ExportOptions options;
    private final Names names;
    private final int schemeVersion;

    /** @param schemeVersion the version that is shipped with the export */
    RecordWriter(JsonGenerator json, ExportOptions options, Names names, int schemeVersion) {
        this.json = json;
        this.options = options;
        this.names = names;
        this.schemeVersion = schemeVersion;
    }

    void write(Article article) {
        Document document = article.document();
        json.writeStartObject();
        json.writeStringProperty("format", options.text() ? FORMAT : FORMAT_WITHOUT_TEXT);
        json.writeStringProperty("formatVersion", FORMAT_VERSION);
        json.writeStringProperty("id", document.id().toString());
        article.placement().ifPresent(placement -> {
            json.writeStringProperty("group", placement.group());
            json.writeStringProperty("split", placement.part().id());
        });
        json.writeStringProperty("language", RecordExtras.fitsRecord(document.language()) ? document.language() : null);
        if (options.text()) {
            json.writeStringProperty("text", article.text().value());
        }
        json.writeStringProperty("textSha256", document.sha256());
        json.writeObjectPropertyStart("length");
        json.writeNumberProperty("codePoints", document.codePoints());
        json.writeNumberProperty("utf16", document.utf16());
        json.writeEndObject();
        writeSource(document.source());
        json.writeObjectPropertyStart("document");
        json.writeStringProperty("title", options.text() ? document.title() : null);
        writePublication(document.publication());
        json.writeEndObject();
        BackgroundFiles.writeSegments(json, document.segments());
        writeGold(article);
        writeSets(article);
        new RecordExtras(json, options, names, schemeVersion).write(article);
        json.writeEndObject();
    }

    /** What is not known is left out. */
    private void writePublication(Publication publication) {
        if (publication.outlet() != null) {
            json.writeStringProperty("outlet", publication.outlet());
        }
        if (publication.url() != null) {
            json.writeStringProperty("url", publication.url());
        }
        String published = publication.published();
        Publication.Basis basis = publication.basis();
        if (published != null && basis != null) {
            json.writeObjectPropertyStart("published");
            json.writeStringProperty("value", published);
            json.writeStringProperty("precision", PRECISIONS.get((int)
                    published.chars().filter(c -> c == '-').count()));
            json.writeStringProperty("basis", lowerCase(basis));
            json.writeEndObject();
        }
    }

    private void writeSource(Document.Source source) {
        json.writeObjectPropertyStart("source");
        json.writeStringProperty("file", source.fileName());
        json.writeStringProperty("fileSha256", source.fileSha256());
        json.writeStringProperty("mediaType", source.mediaType());
        json.writeNumberProperty("start", source.start());
        json.writeNumberProperty("end", source.end());
        json.writeEndObject();
    }

    private void writeGold(Article article) {
        Gold gold = article.gold(options).orElse(null);
        if (gold == null) {
            json.writeNullProperty("gold");
            return;
        }
        json.writeObjectPropertyStart("gold");
        json.writeStringProperty("status", lowerCase(gold.status()));
        if (gold.by() != null) {
            json.writeStringProperty("by", names.of(gold.by()));
        }
        if (gold.at() != null && !options.anonymous()) {
            json.writeStringProperty("at", gold.at().toString());
        }
        writeLayers(article.text(), Layers.of(gold));
        json.writeArrayPropertyStart("support");
        gold.support().stream()
                .sorted((one, other) -> one.item().compareTo(other.item()))
                .forEach(this::writeSupport);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeSupport(Gold.Support support) {
        json.writeStartObject();
        json.writeStringProperty("item", support.item());
        json.writeArrayPropertyStart("annotators");
        support.annotators().stream().map(names::of).sorted().forEach(json::writeString);
        json.writeEndArray();
        Double agreement = support.agreement();
        if (agreement != null) {
            json.writeNumberProperty("agreement", agreement);
        }
        if (!support.labels().isEmpty()) {
            json.writeName("labels");
            JsonOutput.writeSorted(json, support.labels());
        }
        json.writeEndObject();
    }

    private void writeSets(Article article) {
        json.writeArrayPropertyStart("annotations");
        for (AnnotationSet set : article.sets(options)) {
            json.writeStartObject();
            json.writeStringProperty("annotator", names.of(set.annotator()));
            json.writeStringProperty("state", lowerCase(set.state()));
            if (set.submittedAt() != null && !options.anonymous()) {
                json.writeStringProperty("at", set.submittedAt().toString());
            }
            if (set.guidelineVersion() != null) {
                json.writeStringProperty(
                        "guidelinesVersion", set.guidelineVersion().toString());
            }
            Integer seconds = article.seconds().get(set.annotator());
            if (seconds != null && options.seconds()) {
                json.writeNumberProperty("seconds", seconds);
            }
            writeLayers(article.text(), Layers.of(set));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeLayers(DocumentText text, Layers layers) {
        json.writeArrayPropertyStart("mentions");
        layers.mentions().stream().sorted(ExportOrder.MENTIONS).forEach(mention -> writeMention(text, mention));
        json.writeEndArray();
        json.writeArrayPropertyStart("claims");
        layers.claims().stream().sorted(ExportOrder.CLAIMS).forEach(claim -> writeClaim(text, claim));
        json.writeEndArray();
        json.writeArrayPropertyStart("relations");
        layers.claimRelations().forEach(relation -> {
            json.writeStartObject();
            RelationFields.write(json, relation);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void writeMention(DocumentText text, Mention mention) {
        json.writeStartObject();
        json.writeStringProperty("id", mention.id());
        json.writeStringProperty("label", mention.label());
        writeSpans("spans", text, mention.spans());
        writeAttributes(mention.attributes());
        Mention.Link link = mention.link();
        if (link != null) {
            json.writeObjectPropertyStart("link");
            json.writeStringProperty("entity", link.entity());
            json.writeStringProperty("confidence", lowerCase(link.confidence()));
            json.writeEndObject();
        }
        writeFlags(mention.flags());
        json.writeEndObject();
    }

    private void writeClaim(DocumentText text, Claim claim) {
        json.writeStartObject();
        json.writeStringProperty("id", claim.id());
        writeSpans("content", text, claim.content());
        writeParties("source", claim.source().isEmpty() ? List.of(UNSPECIFIED) : claim.source());
        if (!claim.cue().isEmpty()) {
            writeSpans("cue", text, claim.cue());
        }
        writeOptionalParties("addressee", claim.addressee());
        writeOptionalParties("target", claim.target());
        writeOptionalParties("via", claim.via());
        if (claim.parent() != null) {
            json.writeStringProperty("parent", claim.parent());
        }
        Map<String, Object> attributes = new TreeMap<>(claim.attributes());
        Object standalone = attributes.get("standalone");
        if (standalone instanceof String rewrite) {
            attributes.remove("standalone");
            writeAttributes(attributes);
            if (options.text()) {
                json.writeStringProperty("standalone", rewrite);
            }
        } else {
            writeAttributes(attributes);
        }
        writeFlags(claim.flags());
        // a scheme may have claims without content; to the record they are implicit
        if (claim.implicit() || claim.content().isEmpty()) {
            json.writeBooleanProperty("implicit", true);
        }
        json.writeEndObject();
    }

    private void writeOptionalParties(String role, List<Party> parties) {
        if (!parties.isEmpty()) {
            writeParties(role, parties);
        }
    }

    private void writeParties(String role, List<Party> parties) {
        json.writeArrayPropertyStart(role);
        for (Party party : parties) {
            json.writeStartObject();
            switch (party) {
                case MentionParty mention -> json.writeStringProperty("mention", mention.mention());
                case ConstantParty constant -> json.writeStringProperty("kind", lowerCase(constant.constant()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeSpans(String name, DocumentText text, List<Span> spans) {
        json.writeArrayPropertyStart(name);
        for (Span span : spans) {
            json.writeStartObject();
            json.writeNumberProperty("start", span.start());
            json.writeNumberProperty("end", span.end());
            if (options.text()) {
                json.writeStringProperty("text", text.slice(span));
            }
            if (text.hasAstral()) {
                json.writeArrayPropertyStart("utf16");
                json.writeNumber(text.toUtf16(span.start()));
                json.writeNumber(text.toUtf16(span.end()));
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeAttributes(Map<String, Object> attributes) {
        if (!attributes.isEmpty()) {
            json.writeName("attributes");
            JsonOutput.writeSorted(json, attributes);
        }
    }

    private void writeFlags(List<String> flags) {
        if (!flags.isEmpty()) {
            json.writeName("flags");
            JsonOutput.writeValue(json, flags.stream().sorted().toList());
        }
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
