package dev.parley.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a form wrote, and what it said it lost. */
public record Written(byte[] bytes, List<Loss> losses) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public static Written of(FormFamily family, Format format, ExportSource source, ExportOptions options) {
        Form form = family.forms().stream()
                .filter(candidate -> candidate.format() == format)
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Losses losses = new Losses();
        try {
            form.write(new Outgoing(source, options, Names.own(), Articles.NOON), out, losses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(out.toByteArray(), losses.report());
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public List<JsonNode> lines() {
        return text().lines().map(MAPPER::readTree).toList();
    }

    public JsonNode json() {
        return MAPPER.readTree(bytes);
    }

    public Map<String, byte[]> unzipped() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** How often each thing was lost. */
    public Map<String, Integer> lost() {
        return losses.stream().collect(Collectors.toMap(Loss::what, Loss::count));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Written written && Arrays.equals(bytes, written.bytes) && losses.equals(written.losses);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
