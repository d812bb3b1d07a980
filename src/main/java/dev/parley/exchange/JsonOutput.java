package dev.parley.exchange;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.JsonpCharacterEscapes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the generators that write exports: UTF-8, nothing escaped that need not be except U+2028 and U+2029, which some
 * readers take for line ends. One line per root value.
 */
public final class JsonOutput {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .characterEscapes(JsonpCharacterEscapes.instance())
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    // the stream belongs to the answer or to the zip, never to one generator
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .rootValueSeparator("\n")
                    .build())
            .build();

    /** Line feeds everywhere: the platform's own line end would make bytes depend on the machine. */
    private static final DefaultPrettyPrinter PRETTY =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private JsonOutput() {}

    /** Writes compactly; closing the generator leaves the stream open. */
    public static JsonGenerator to(OutputStream stream) {
        return MAPPER.createGenerator(stream);
    }

    /** Writes for people: indented, otherwise the same. */
    public static JsonGenerator prettyTo(OutputStream stream) {
        return MAPPER.writer().with(PRETTY).createGenerator(stream);
    }

    /** Writes values one a line and ends the last with a line feed; without a value nothing is written. */
    public static void writeLines(OutputStream stream, Consumer<JsonGenerator> values) {
        write(to(stream), values);
    }

    /** One value for people, ended by a line feed. */
    public static void writePretty(OutputStream stream, Consumer<JsonGenerator> value) {
        write(prettyTo(stream), value);
    }

    private static void write(JsonGenerator generator, Consumer<JsonGenerator> values) {
        try (generator) {
            values.accept(generator);
            if (generator.streamWriteContext().getEntryCount() > 0) {
                generator.writeRaw('\n');
            }
        }
    }

    /** A map in the order of its keys, so that equal data gives equal bytes. */
    public static void writeSorted(JsonGenerator json, Map<String, ?> values) {
        json.writeStartObject();
        new TreeMap<>(values).forEach((key, value) -> {
            json.writeName(key);
            writeValue(json, value);
        });
        json.writeEndObject();
    }

    /** Writes what an attribute, a decision or a figure may hold: text, numbers, flags, lists, maps in their order. */
    public static void writeValue(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Number number -> json.writeNumber(new BigDecimal(number.toString()));
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(item -> writeValue(json, item));
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((key, item) -> {
                    json.writeName(String.valueOf(key));
                    writeValue(json, item);
                });
                json.writeEndObject();
            }
            default -> json.writeString(value.toString());
        }
    }
}
