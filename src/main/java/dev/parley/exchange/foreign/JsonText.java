package dev.parley.exchange.foreign;

import dev.parley.exchange.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;

/** A value as a piece of JSON, for formats that only have strings. */
final class JsonText {

    private JsonText() {}

    static String of(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonOutput.to(out)) {
            JsonOutput.writeValue(json, value);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
