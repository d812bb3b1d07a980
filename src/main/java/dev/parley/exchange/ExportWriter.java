package dev.parley.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Writes one project in one format, one document at a time, however many there are. Equal data and options give equal
 * bytes, except for the time of export in the manifest.
 */
final class ExportWriter {

    private final ExportSource source;
    private final ExportOptions options;
    private final Names names;
    private final Instant exportedAt;
    private final Sections sections;

    ExportWriter(Outgoing project) {
        this(project.source(), project.options(), project.names(), project.at());
    }

    ExportWriter(ExportSource source, ExportOptions options, Names names, Instant exportedAt) {
        this.source = source;
        this.options = options;
        this.names = names;
        this.exportedAt = exportedAt;
        this.sections = new Sections(source, options, names);
    }

    /** Writes everything and leaves the stream open. */
    void write(Format format, OutputStream out) throws IOException {
        switch (format) {
            case BUNDLE -> writeBundle(out);
            case JSON -> writeObject(out);
            case JSON_LINES, PER_ANNOTATOR -> JsonOutput.writeLines(out, sections::writeDocuments);
            default -> throw new IllegalArgumentException(format.id() + " is none of our own formats");
        }
        out.flush();
    }

    private void writeObject(OutputStream out) {
        // the manifest stands first and tells the counts, so the documents are read twice
        Tally tally = sections.count();
        JsonOutput.writeLines(out, json -> {
            json.writeStartObject();
            json.writeName("manifest");
            manifest(Format.JSON, tally, List.of()).write(json);
            json.writeArrayPropertyStart("documents");
            sections.writeDocuments(json);
            json.writeEndArray();
            json.writeArrayPropertyStart("entities");
            sections.writeEntities(json, tally);
            json.writeEndArray();
            json.writeArrayPropertyStart("relations");
            sections.writeRelations(json, tally);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void writeBundle(OutputStream out) throws IOException {
        Bundle bundle = new Bundle(out);
        bundle.add("record.schema.json", entry -> ShippedSchema.writeTo(entry, options.text()));
        bundle.add("schema.yaml", entry -> entry.write(utf8(source.scheme().yaml())));
        bundle.add("schema.json", entry -> entry.write(utf8(source.scheme().json())));
        ExportSource.GuidelineFile guidelines = source.guidelines().orElse(null);
        if (guidelines != null) {
            bundle.add("guidelines.md", entry -> entry.write(utf8(guidelines.text())));
        }
        // the documents are counted while they are written
        Tally[] counted = new Tally[1];
        bundle.add(
                "documents.jsonl",
                entry -> JsonOutput.writeLines(entry, json -> counted[0] = sections.writeDocuments(json)));
        Tally tally = counted[0];
        bundle.add(
                "entities.jsonl", entry -> JsonOutput.writeLines(entry, json -> sections.writeEntities(json, tally)));
        bundle.add(
                "relations.jsonl", entry -> JsonOutput.writeLines(entry, json -> sections.writeRelations(json, tally)));
        bundle.add("clusters.jsonl", entry -> JsonOutput.writeLines(entry, sections::writeClusters));
        bundle.add("decisions.jsonl", entry -> JsonOutput.writeLines(entry, sections::writeDecisions));
        bundle.add(
                "agreement.json",
                entry -> JsonOutput.writePretty(entry, json -> JsonOutput.writeValue(json, source.agreement(names))));
        BackgroundFiles background = new BackgroundFiles(source, options, names);
        bundle.add("revisions.jsonl", entry -> JsonOutput.writeLines(entry, background::writeRevisions));
        bundle.add("threads.jsonl", entry -> JsonOutput.writeLines(entry, background::writeThreads));
        bundle.add("questions.jsonl", entry -> JsonOutput.writeLines(entry, background::writeQuestions));
        bundle.add("annotators.jsonl", entry -> JsonOutput.writeLines(entry, sections::writeParticipants));
        bundle.add("assignments.jsonl", entry -> JsonOutput.writeLines(entry, sections::writeAssignments));
        bundle.add(
                "project.json",
                entry -> JsonOutput.writePretty(entry, json -> new SetupFile(json, source, options, names).write()));
        // last, because it tells the hashes of the others
        Manifest manifest = manifest(Format.BUNDLE, tally, bundle.entries());
        bundle.add("manifest.json", entry -> JsonOutput.writePretty(entry, manifest::write));
        bundle.finish();
    }

    private Manifest manifest(Format format, Tally tally, List<Bundle.Entry> files) {
        return new Manifest(
                format,
                source.project(),
                source.scheme(),
                source.guidelines().orElse(null),
                options,
                tally,
                files,
                exportedAt);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
