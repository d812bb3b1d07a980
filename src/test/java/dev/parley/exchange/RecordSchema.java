package dev.parley.exchange;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Judges records by the schema we ship. */
final class RecordSchema {

    static final Schema SHIPPED = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Objects.requireNonNull(
                    RecordSchema.class.getResourceAsStream("/exchange/export-record.schema.json")));

    private RecordSchema() {}

    /** The faults of a record; none if it is valid. */
    static List<String> faults(JsonNode record) {
        return SHIPPED
                .validate(record, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
