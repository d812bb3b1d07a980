package dev.parley.exchange;

import dev.parley.exchange.Bundle.Entry;
import dev.parley.exchange.ExportSource.SchemeFiles;
import dev.parley.project.Licence;
import dev.parley.project.Project;
import dev.parley.project.ProjectSettingsJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What an export says about itself: what it is, in which unit it counts, what was asked for, what it holds.
 *
 * @param guidelines those in force; absent if the project has none
 * @param files the other files of a bundle; empty for an export that is one file
 */
record Manifest(
        Format format,
        Project project,
        SchemeFiles scheme,
        ExportSource.@Nullable GuidelineFile guidelines,
        ExportOptions options,
        Tally tally,
        List<Entry> files,
        Instant exportedAt) {

    private static final String FORMAT_VERSION = "1.2.0";

    Manifest {
        files = List.copyOf(files);
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("format", "parley-export");
        json.writeStringProperty("formatVersion", FORMAT_VERSION);
        json.writeStringProperty("kind", format.id());
        json.writeStringProperty("exportedAt", exportedAt.toString());
        json.writeObjectPropertyStart("generator");
        json.writeStringProperty("name", "Parley");
        json.writeStringProperty("version", version());
        json.writeEndObject();
        json.writeObjectPropertyStart("project");
        json.writeStringProperty("id", project.id().toString());
        json.writeStringProperty("name", project.name());
        json.writeEndObject();
        Licence licence = project.settings().licence();
        if (licence != null) {
            json.writeName("licence");
            json.writeTree(ProjectSettingsJson.tree(licence));
        }
        json.writeStringProperty("offsetUnit", "unicode-code-point");
        json.writeStringProperty("record", "urn:parley:schema:record:1");
        json.writeObjectPropertyStart("scheme");
        json.writeStringProperty("id", scheme.id());
        json.writeNumberProperty("version", scheme.version());
        json.writeStringProperty("sha256", Sha256.of(scheme.yaml().getBytes(StandardCharsets.UTF_8)));
        json.writeEndObject();
        ExportSource.GuidelineFile guide = guidelines;
        if (guide != null) {
            json.writeObjectPropertyStart("guidelines");
            json.writeNumberProperty("version", guide.version());
            json.writeStringProperty("sha256", Sha256.of(guide.text().getBytes(StandardCharsets.UTF_8)));
            json.writeEndObject();
        }
        json.writeObjectPropertyStart("options");
        json.writeStringProperty("sets", setsAsked());
        json.writeBooleanProperty("drafts", options.drafts());
        json.writeBooleanProperty("anonymous", options.anonymous());
        json.writeBooleanProperty("text", options.text());
        json.writeBooleanProperty("seconds", options.seconds());
        json.writeStringProperty(
                "split", options.split() == null ? null : options.split().id());
        if (!options.only().isNone()) {
            json.writeObjectPropertyStart("only");
            options.only().asked().forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("split");
        json.writeStringProperty(
                "rule",
                "near-duplicates stay together (MinHash 128, word 3-shingles, 0.5); SHA-256 of project and group: 0.8 train, 0.1 dev, 0.1 test");
        tally.writeParts(json);
        json.writeEndObject();
        json.writeName("counts");
        tally.write(json);
        json.writeArrayPropertyStart("losses");
        json.writeEndArray();
        if (!files.isEmpty()) {
            writeFiles(json);
        }
        json.writeEndObject();
    }

    /** One annotator's export of an anonymous kind must not say whose it is. */
    private String setsAsked() {
        return options.anonymous() && options.sets() instanceof Selection.One
                ? "one annotator"
                : options.sets().id();
    }

    private void writeFiles(JsonGenerator json) {
        json.writeArrayPropertyStart("files");
        for (Entry file : files) {
            json.writeStartObject();
            json.writeStringProperty("name", file.name());
            json.writeNumberProperty("bytes", file.bytes());
            json.writeStringProperty("sha256", file.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String version() {
        return Objects.requireNonNullElse(Manifest.class.getPackage().getImplementationVersion(), "unreleased");
    }
}
