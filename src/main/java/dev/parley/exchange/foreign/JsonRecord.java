package dev.parley.exchange.foreign;

import dev.parley.problem.Problem;
import dev.parley.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value of a file with JSON, and where it stands, for sentences such as "record 3".
 *
 * @param place file, record and line
 */
public record JsonRecord(String place, JsonNode node) {

    /** How long a text may be is not for the parser to say. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int MARK = 0xFEFF;
    private static final int SHOWN = 200;

    /** A field's text. @throws ProblemException invalid if it is missing or none */
    String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw fault(
                    "field “%s” should be a text, not %s".formatted(field, value.isMissingNode() ? "missing" : value));
        }
        return value.asString();
    }

    /** What is wrong with the record. */
    public ProblemException fault(String what) {
        return ProblemException.invalid("%s: %s; nothing was imported.".formatted(place, shortened(what)));
    }

    /** As much of something strange as fits into a sentence. */
    static String shortened(String what) {
        int length = what.codePointCount(0, what.length());
        return length <= SHOWN ? what : what.substring(0, what.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /**
     * Hands over the elements of a list, or values that stand one after the other, one at a time.
     *
     * @param file its name, for sentences
     * @return how many there were
     * @throws ProblemException invalid, for what is no JSON, no UTF-8, or breaks off
     */
    public static int readAll(String file, InputStream in, Consumer<JsonRecord> reader) throws IOException {
        int records = 0;
        Pieces pieces = reader(in);
        try (JsonParser parser = MAPPER.createParser(pieces)) {
            JsonToken token = parser.nextToken();
            boolean list = token == JsonToken.START_ARRAY;
            if (list) {
                token = parser.nextToken();
            }
            while (token != null && token != JsonToken.END_ARRAY) {
                String place = "“%s”, record %d (line %d)"
                        .formatted(
                                file, records + 1, parser.currentTokenLocation().getLineNr());
                JsonRecord record = new JsonRecord(place, MAPPER.readTree(parser));
                records++;
                reader.accept(record);
                pieces.begin();
                token = parser.nextToken();
            }
            if (list && token == null) {
                throw breaksOff(file, records);
            }
            return records;
        } catch (JacksonException e) {
            throw unreadable(file, records, e);
        }
    }

    /** Strictly UTF-8, without the mark that may stand at the start. */
    private static Pieces reader(InputStream in) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            int first = reader.read();
            if (first >= 0 && first != MARK) {
                reader.unread(first);
            }
        } catch (CharacterCodingException e) {
            // the parser meets it again and says so
            return new Pieces(reader);
        }
        return new Pieces(reader);
    }

    private static ProblemException unreadable(String file, int records, JacksonException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return ForeignFile.notUtf8(file);
        }
        if (e.getCause() instanceof Pieces.TooLong tooLong) {
            return ProblemException.of(
                    Problem.Kind.TOO_LARGE,
                    "“%s”, record %d: %s; nothing was imported.".formatted(file, records + 1, tooLong.getMessage()));
        }
        if (e.getOriginalMessage().startsWith("Unexpected end-of-input")) {
            return breaksOff(file, records);
        }
        return ProblemException.invalid("“%s”, record %d (line %d): this is not JSON: %s; nothing was imported."
                .formatted(
                        file,
                        records + 1,
                        e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                        e.getOriginalMessage().lines().findFirst().orElse("")));
    }

    private static ProblemException breaksOff(String file, int records) {
        return ProblemException.invalid(
                "“%s” breaks off after record %d; nothing was imported.".formatted(file, records));
    }
}
