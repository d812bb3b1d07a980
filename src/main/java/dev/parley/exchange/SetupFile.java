package dev.parley.exchange;

import dev.parley.account.UserId;
import dev.parley.adjudication.MergeRuleJson;
import dev.parley.adjudication.MergeRun;
import dev.parley.adjudication.RulesJson;
import dev.parley.project.ProjectSettingsJson;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Writes how a project is set up; who and when only where people may be named. */
final class SetupFile {

    private final JsonGenerator json;
    private final ExportSource source;
    private final Setup setup;
    private final ExportOptions options;
    private final Names names;

    SetupFile(JsonGenerator json, ExportSource source, ExportOptions options, Names names) {
        this.json = json;
        this.source = source;
        this.setup = source.setup();
        this.options = options;
        this.names = names;
    }

    void write() {
        json.writeStartObject();
        json.writeStringProperty("name", source.project().name());
        json.writeName("settings");
        json.writeTree(ProjectSettingsJson.tree(setup.settings()));
        json.writeName("rules");
        json.writeTree(RulesJson.write(setup.rules()));
        json.writeArrayPropertyStart("schemes");
        setup.schemes().forEach(kept -> {
            json.writeStartObject();
            json.writeNumberProperty("version", kept.version().number());
            writeWho(kept.version().by(), "at", kept.version().at());
            json.writeStringProperty("source", kept.source());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("guidelines");
        setup.guidelines().forEach(guideline -> {
            json.writeStartObject();
            json.writeNumberProperty("version", guideline.version());
            writeWho(guideline.writtenBy(), "at", guideline.writtenAt());
            json.writeStringProperty("news", guideline.news());
            json.writeStringProperty("text", guideline.text());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("merges");
        setup.merges().forEach(this::writeMerge);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeMerge(MergeRun run) {
        json.writeStartObject();
        json.writeStringProperty("id", run.id().toString());
        json.writeStringProperty("state", run.state().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("documents", run.documents());
        ObjectNode rule = MergeRuleJson.write(run.rule());
        String trusted = run.rule().annotator();
        if (trusted != null) {
            rule.put("annotator", names.of(trusted));
        }
        json.writeName("rule");
        json.writeTree(rule);
        writeWho(run.begunBy(), "begunAt", run.begunAt());
        writeTime("endedAt", run.endedAt());
        json.writeEndObject();
    }

    private void writeWho(UserId who, String field, Instant when) {
        json.writeStringProperty("by", names.of(source.nameOf(who)));
        writeTime(field, when);
    }

    private void writeTime(String field, @Nullable Instant when) {
        if (!options.anonymous() && when != null) {
            json.writeStringProperty(field, when.toString());
        }
    }
}
