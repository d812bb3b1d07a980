package dev.parley.exchange.intake;

import dev.parley.exchange.Sha256;
import dev.parley.exchange.foreign.ForeignFile;
import dev.parley.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of our own bundles: whole, and of a version we know. */
record BundleFile(
        String name,
        String scheme,
        String guidelines,
        List<JsonNode> records,
        List<JsonNode> entities,
        List<JsonNode> decisions,
        List<JsonNode> people) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String KNOWN_MAJOR = "1.";

    /** @throws ProblemException invalid, if a file is missing or its hash is another */
    static BundleFile read(ForeignFile file) {
        Map<String, byte[]> entries = file.entries();
        byte[] manifest = entries.get("manifest.json");
        if (manifest == null) {
            throw ProblemException.invalid(
                    "“%s” is no bundle of Parley's: it holds no manifest.json, which is written last. Nothing was imported."
                            .formatted(file.name()));
        }
        JsonNode told = lines("manifest.json", manifest, true).getFirst();
        String version = told.path("formatVersion").asString("");
        if (!told.path("format").asString("").equals("parley-export") || !version.startsWith(KNOWN_MAJOR)) {
            throw ProblemException.invalid(
                    "“%s” is of the format %s, version %s; this Parley reads parley-export, version 1. Nothing was imported."
                            .formatted(
                                    file.name(),
                                    told.path("format").asString("none"),
                                    version.isEmpty() ? "none" : version));
        }
        if (!told.at("/options/text").asBoolean(true)) {
            throw ProblemException.invalid(
                    "“%s” was exported without text, so its articles cannot be restored. Nothing was imported."
                            .formatted(file.name()));
        }
        for (JsonNode entry : told.path("files")) {
            String name = entry.path("name").asString("");
            byte[] bytes = entries.get(name);
            if (bytes == null || !Sha256.of(bytes).equals(entry.path("sha256").asString(""))) {
                throw ProblemException.invalid("“%s”: the file %s is %s. Nothing was imported."
                        .formatted(
                                file.name(),
                                name,
                                bytes == null ? "missing" : "not the one the manifest tells of; its hash differs"));
            }
        }
        return new BundleFile(
                file.name(),
                new String(entry(entries, "schema.yaml"), StandardCharsets.UTF_8),
                new String(entry(entries, "guidelines.md"), StandardCharsets.UTF_8),
                lines("documents.jsonl", entry(entries, "documents.jsonl"), false),
                lines("entities.jsonl", entry(entries, "entities.jsonl"), false),
                lines("decisions.jsonl", entry(entries, "decisions.jsonl"), false),
                lines("annotators.jsonl", entry(entries, "annotators.jsonl"), false));
    }

    private static byte[] entry(Map<String, byte[]> entries, String name) {
        return entries.getOrDefault(name, new byte[0]);
    }

    private static List<JsonNode> lines(String name, byte[] bytes, boolean whole) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> pieces = whole ? List.of(text) : text.lines().toList();
        List<JsonNode> values = new ArrayList<>();
        for (String piece : pieces) {
            try {
                values.add(MAPPER.readTree(piece));
            } catch (JacksonException e) {
                throw ProblemException.invalid(
                        "%s, line %d: this is not JSON. Nothing was imported.".formatted(name, values.size() + 1));
            }
        }
        return values;
    }
}
