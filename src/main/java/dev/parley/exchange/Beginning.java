package dev.parley.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Shows how a file begins, so that people can look before they take it. */
final class Beginning {

    /** Enough to look at, little enough for a page. */
    private static final int LONGEST = 60_000;

    private static final JsonMapper MAPPER = new JsonMapper();

    private Beginning() {}

    static String of(Format format, byte[] bytes) throws IOException {
        return switch (format.extension()) {
            case "zip" -> firstText(bytes);
            case "parquet", "xlsx" -> "";
            case "json", "jsonl", "jsonld" -> spread(text(bytes));
            default -> cut(text(bytes));
        };
    }

    private static String firstText(byte[] bytes) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                boolean ours =
                        name.startsWith("schema.") || name.equals("record.schema.json") || name.equals("guidelines.md");
                if (!ours && !name.endsWith(".parquet")) {
                    String text = text(zip.readNBytes(LONGEST));
                    if (!text.isBlank()) {
                        return "%s\n\n%s".formatted(name, name.endsWith(".jsonl") ? spread(text) : cut(text));
                    }
                }
            }
            return "";
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The first value over several lines; as it stands if it cannot be read alone. */
    private static String spread(String json) {
        String first = json.startsWith("[") ? json : json.lines().findFirst().orElse("");
        if (first.isBlank()) {
            return "";
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator pretty = JsonOutput.prettyTo(out)) {
            pretty.writeTree(MAPPER.readTree(first));
        } catch (JacksonException e) {
            return cut(json);
        }
        return cut(out.toString(StandardCharsets.UTF_8));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST - 1)));
    }
}
