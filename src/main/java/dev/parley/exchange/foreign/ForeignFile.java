package dev.parley.exchange.foreign;

import dev.parley.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file that somebody wants to import.
 *
 * @param name as the sender calls it
 */
public record ForeignFile(String name, byte[] bytes) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_UNPACKED = 200L << 20;

    /** A value of the file and where it stands. */
    record JsonRecord(String place, JsonNode node) {

        /** A field's text. @throws ProblemException invalid if it is missing or none */
        String text(String field) {
            JsonNode value = node.path(field);
            if (!value.isString()) {
                throw fault("field “%s” should be a text, not %s"
                        .formatted(field, value.isMissingNode() ? "missing" : value));
            }
            return value.asString();
        }

        ProblemException fault(String what) {
            return ProblemException.invalid("%s: %s; nothing was imported.".formatted(place, what));
        }
    }

    /** Strictly UTF-8, without the mark that may stand at the start. */
    String text() {
        return decoded(name, bytes);
    }

    private static String decoded(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid(
                    "“%s” is not UTF-8 throughout; it may mix encodings. Nothing was imported.".formatted(name));
        }
    }

    /** The elements of a list, or the values one after the other, as JSON lines have them. */
    List<JsonRecord> records() {
        String text = text();
        List<JsonRecord> records = new ArrayList<>();
        try (JsonParser parser = MAPPER.createParser(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            JsonToken token = parser.nextToken();
            boolean list = token == JsonToken.START_ARRAY;
            if (list) {
                token = parser.nextToken();
            }
            while (token != null && token != JsonToken.END_ARRAY) {
                String place = "“%s”, record %d (line %d)"
                        .formatted(
                                name,
                                records.size() + 1,
                                parser.currentTokenLocation().getLineNr());
                JsonNode node = MAPPER.readTree(parser);
                records.add(new JsonRecord(place, node));
                token = parser.nextToken();
            }
            if (list && token == null) {
                throw ProblemException.invalid(
                        "“%s” breaks off after record %d; nothing was imported.".formatted(name, records.size()));
            }
        } catch (JacksonException e) {
            if (e.getOriginalMessage().startsWith("Unexpected end-of-input")) {
                throw ProblemException.invalid(
                        "“%s” breaks off after record %d; nothing was imported.".formatted(name, records.size()));
            }
            throw ProblemException.invalid("“%s”, record %d (line %d): this is not JSON: %s; nothing was imported."
                    .formatted(
                            name,
                            records.size() + 1,
                            e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                            e.getOriginalMessage().lines().findFirst().orElse("")));
        }
        if (records.isEmpty()) {
            throw ProblemException.invalid("“%s” holds no record; nothing was imported.".formatted(name));
        }
        return records;
    }

    boolean isZip() {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    /** The files of an archive by name; of a file that is none, itself. */
    public Map<String, byte[]> entries() {
        if (!isZip()) {
            return Map.of(name, bytes);
        }
        Map<String, byte[]> entries = new TreeMap<>();
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MOST_UNPACKED - unpacked + 1));
                unpacked += content.length;
                if (unpacked > MOST_UNPACKED || entries.size() == MOST_ENTRIES) {
                    throw ProblemException.invalid("“%s” unpacks to more than %d files or %d MB; nothing was imported."
                            .formatted(name, MOST_ENTRIES, MOST_UNPACKED >> 20));
                }
                entries.put(entry.getName(), content);
            }
        } catch (IOException e) {
            throw ProblemException.invalid(
                    "“%s” is a broken or truncated archive; nothing was imported.".formatted(name));
        }
        return entries;
    }

    /** The text of an entry. */
    static String entryText(String name, byte[] bytes) {
        return decoded(name, bytes);
    }
}
