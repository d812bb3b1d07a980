package dev.parley.agreement;

import dev.parley.agreement.Bootstrap.Counts;
import dev.parley.agreement.Measure.Sample;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What documents add to γ, kept beyond the process for the revisions it was worked out from. */
@Repository
class GammaRepository {

    private static final int PORTION = 500;

    private static final String SELECT = """
            SELECT document_id, revision, samples
            FROM gamma_sample
            WHERE annotators = :annotators AND document_id IN (:documents)
            """;

    private static final String DELETE = """
            DELETE FROM gamma_sample
            WHERE document_id = :document AND annotators = :annotators
            """;

    private static final String INSERT = """
            INSERT INTO gamma_sample (document_id, annotators, revision, samples)
            VALUES (:document, :annotators, :revision, :samples)
            ON CONFLICT DO NOTHING
            """;

    private static final TypeReference<Map<String, Written>> SAMPLES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    GammaRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sample as JSON. */
    record Written(int units, int[] places, double[] values) {

        static Written of(Sample sample) {
            return new Written(
                    sample.units(), sample.numbers().places(), sample.numbers().values());
        }

        Sample sample() {
            return new Sample(new Counts(places, values), units);
        }
    }

    /**
     * The samples of some documents, by what they depend on.
     *
     * @param annotators those looked at; empty for everybody
     * @param revisions what each document is like now; samples of other revisions are left out
     */
    Map<DocumentId, Map<String, Sample>> find(Set<String> annotators, Map<DocumentId, String> revisions) {
        Map<DocumentId, Map<String, Sample>> found = new HashMap<>();
        List<UUID> wanted = revisions.keySet().stream().map(DocumentId::value).toList();
        for (int from = 0; from < wanted.size(); from += PORTION) {
            Collection<UUID> portion = wanted.subList(from, Math.min(wanted.size(), from + PORTION));
            jdbc.sql(SELECT)
                    .param("annotators", hash(new TreeSet<>(annotators).toString()))
                    .param("documents", portion)
                    .query(row -> {
                        DocumentId document = new DocumentId(row.getObject("document_id", UUID.class));
                        String revision = revisions.getOrDefault(document, "");
                        if (row.getString("revision").equals(hash(revision))) {
                            Map<String, Sample> samples = new HashMap<>();
                            JsonMapper.shared()
                                    .readValue(row.getString("samples"), SAMPLES)
                                    .forEach((key, written) -> samples.put(key, written.sample()));
                            found.put(document, samples);
                        }
                    });
        }
        return found;
    }

    /** Takes the place of what was kept of the document. */
    void put(DocumentId document, Set<String> annotators, String revision, Map<String, Sample> samples) {
        Map<String, Written> written = new HashMap<>();
        samples.forEach((key, sample) -> written.put(key, Written.of(sample)));
        String looked = hash(new TreeSet<>(annotators).toString());
        jdbc.sql(DELETE)
                .param("document", document.value())
                .param("annotators", looked)
                .update();
        jdbc.sql(INSERT)
                .param("document", document.value())
                .param("annotators", looked)
                .param("revision", hash(revision))
                .param("samples", JsonMapper.shared().writeValueAsString(written))
                .update();
    }

    /** Stands for a text that says what something depends on. */
    static String hash(String text) {
        return DocumentText.of(text).sha256();
    }
}
