package dev.parley.exchange.intake;

import dev.parley.exchange.Sha256;
import dev.parley.exchange.foreign.ForeignFile;
import dev.parley.exchange.foreign.JsonRecord;
import dev.parley.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One of our own bundles: whole, and of a version we know. Its lines are read one at a time. */
final class BundleFile {

    private static final String KNOWN_MAJOR = "1.";

    private final ForeignFile file;
    private final JsonNode manifest;

    private BundleFile(ForeignFile file, JsonNode manifest) {
        this.file = file;
        this.manifest = manifest;
    }

    /** @throws ProblemException invalid, if a file is missing or its hash is another */
    static BundleFile read(ForeignFile file) {
        Optional<ForeignFile.Entry> manifest = file.isZip() ? file.entry("manifest.json") : Optional.empty();
        if (manifest.isEmpty()) {
            throw ProblemException.invalid(
                    "“%s” is no bundle of Parley's: it holds no manifest.json, which is written last. Nothing was imported."
                            .formatted(file.name()));
        }
        JsonNode told = manifest.get().json().node();
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
        BundleFile bundle = new BundleFile(file, told);
        told.path("files").forEach(bundle::requireWhole);
        return bundle;
    }

    private void requireWhole(JsonNode told) {
        String name = told.path("name").asString("");
        Optional<String> hash = file.stream(name, BundleFile::sha256);
        if (!hash.orElse("").equals(told.path("sha256").asString(""))) {
            throw ProblemException.invalid("“%s”: the file %s is %s. Nothing was imported."
                    .formatted(
                            file.name(),
                            name,
                            hash.isEmpty() ? "missing" : "not the one the manifest tells of; its hash differs"));
        }
    }

    private static String sha256(InputStream in) throws IOException {
        MessageDigest digest = Sha256.digest();
        new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        return Sha256.hex(digest.digest());
    }

    JsonNode manifest() {
        return manifest;
    }

    /** A small file as text; empty if there is none. */
    String text(String name) {
        return file.entry(name)
                .map(entry -> new String(entry.bytes(), StandardCharsets.UTF_8))
                .orElse("");
    }

    /** A small file with one value. */
    Optional<JsonNode> value(String name) {
        return file.entry(name).map(entry -> entry.json().node());
    }

    /** Hands over the values of a file, one at a time; none if there is no such file. */
    void lines(String name, Consumer<JsonNode> reader) {
        file.stream(name, in -> JsonRecord.readAll(name, in, line -> reader.accept(line.node())));
    }
}
