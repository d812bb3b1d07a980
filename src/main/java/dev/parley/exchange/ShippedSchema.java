package dev.parley.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON schema that goes out with records. */
final class ShippedSchema {

    private static final String RESOURCE = "/exchange/export-record.schema.json";

    private ShippedSchema() {}

    /** @param text whether the records hold the articles' words; without them the schema neither asks for nor allows any */
    static void writeTo(OutputStream out, boolean text) throws IOException {
        try (InputStream schema = Objects.requireNonNull(ShippedSchema.class.getResourceAsStream(RESOURCE))) {
            if (text) {
                schema.transferTo(out);
            } else {
                ObjectNode root = (ObjectNode) new JsonMapper().readTree(schema);
                withoutWords(root);
                JsonOutput.writePretty(out, json -> json.writeTree(root));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void withoutWords(ObjectNode root) {
        root.put("$id", "urn:parley:schema:record-without-text:1");
        ObjectNode properties = (ObjectNode) root.get("properties");
        properties.putObject("format").put("const", RecordWriter.FORMAT_WITHOUT_TEXT);
        drop(root);
        drop((ObjectNode) root.at("/$defs/span"));
        ((ObjectNode) root.at("/$defs/claim/properties")).remove("standalone");
    }

    private static void drop(ObjectNode type) {
        ((ObjectNode) type.get("properties")).remove("text");
        ArrayNode required = (ArrayNode) type.get("required");
        for (int i = required.size() - 1; i >= 0; i--) {
            if (required.get(i).asString().equals("text")) {
                required.remove(i);
            }
        }
    }
}
