package dev.parley.exchange;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Judges exported records, for tests of any package. */
public final class ExportRecords {

    private ExportRecords() {}

    /** What the schema and the second pass find wrong with a record. */
    public static List<String> faults(JsonNode record) {
        return Stream.concat(RecordSchema.faults(record).stream(), SecondPass.faults(record).stream())
                .toList();
    }
}
