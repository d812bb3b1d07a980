package dev.parley.document;

import dev.parley.document.Document.Segment;
import dev.parley.document.extraction.Imprint;
import dev.parley.document.extraction.Provenance;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How lists of small values lie in a column. Only this package reads them. */
final class StoredJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredJson() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static Provenance provenance(String json) {
        return JSON.readValue(json, Provenance.class);
    }

    static List<ProposedArticle> proposal(String json) {
        return JSON.readValue(json, new TypeReference<List<ProposedArticle>>() {});
    }

    static Imprint imprint(String json) {
        return JSON.readValue(json, Imprint.class);
    }

    static List<DocumentId> documents(String json) {
        return JSON.readValue(json, new TypeReference<List<String>>() {}).stream()
                .map(DocumentId::of)
                .toList();
    }

    static List<Segment> segments(String json) {
        return JSON.readValue(json, new TypeReference<List<Segment>>() {});
    }
}
