package dev.parley.document;

import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds near-duplicates by the bands their sketches share; nobody compares a text with all others. */
@Repository
class LikenessRepository {

    /** From here on two texts count as alike. */
    private static final double ALIKE = 0.5;

    private static final int MOST = 20;

    private static final String SELECT_CANDIDATES = """
            SELECT document_sketch.document_id, document_sketch.sketch, document.title
            FROM document_sketch
            JOIN document ON document.id = document_sketch.document_id
            WHERE document.deleted_at IS NULL
              AND document_sketch.document_number IN (SELECT document_number
                                                      FROM sketch_band
                                                      WHERE band = ANY (?)
                                                      GROUP BY document_number
                                                      ORDER BY COUNT(*) DESC, document_number
                                                      FETCH FIRST 200 ROWS ONLY)
            """;

    private static final String INSERT_SKETCH = """
            INSERT INTO document_sketch (document_number, document_id, sketch)
            SELECT number, id, :sketch
            FROM document
            WHERE id = :documentId
            """;

    private static final String INSERT_BAND = """
            INSERT INTO sketch_band (band, document_number)
            VALUES (?, ?)
            """;

    private static final String SELECT_SKETCH = """
            SELECT sketch
            FROM document_sketch
            WHERE document_number = ?
            """;

    private static final String DELETE_BAND = """
            DELETE FROM sketch_band
            WHERE band = ? AND document_number = ?
            """;

    private static final String DELETE_SKETCH = """
            DELETE FROM document_sketch
            WHERE document_number = ?
            """;

    private static final String DELETE_LIKENESS = """
            DELETE FROM document_likeness
            WHERE document_id = ? OR like_id = ?
            """;

    private static final String INSERT_LIKENESS = """
            INSERT INTO document_likeness (document_id, like_id, percent)
            VALUES (:documentId, :likeId, :percent)
            """;

    private static final String SELECT_LIKENESS = """
            SELECT document.id, document.title, document_likeness.percent
            FROM document_likeness
            JOIN document ON document.id = CASE WHEN document_likeness.document_id = :documentId
                                                THEN document_likeness.like_id
                                                ELSE document_likeness.document_id END
            WHERE (document_likeness.document_id = :documentId OR document_likeness.like_id = :documentId)
              AND document.deleted_at IS NULL
            ORDER BY document_likeness.percent DESC, document.title
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    LikenessRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Documents that a text resembles, the most alike first. */
    List<Likeness> find(ProjectId project, Sketch sketch) {
        List<Likeness> alike = new ArrayList<>();
        batches.query(
                SELECT_CANDIDATES,
                row -> {
                    double likeness = sketch.likeness(Sketch.read(row.getBytes("sketch")));
                    if (likeness >= ALIKE) {
                        alike.add(new Likeness(
                                new DocumentId(row.getObject("document_id", UUID.class)), row.getString("title"), (int)
                                        Math.round(likeness * 100)));
                    }
                },
                (Object) boxed(sketch.bands(project.value())));
        return alike.stream()
                .sorted(Comparator.comparing(Likeness::percent).reversed().thenComparing(Likeness::title))
                .limit(MOST)
                .toList();
    }

    private static Long[] boxed(long[] bands) {
        return Arrays.stream(bands).boxed().toArray(Long[]::new);
    }

    /** Keeps a document's sketch, so that later ones are compared with it, and what it resembles itself. */
    void add(ProjectId project, DocumentId document, long number, Sketch sketch) {
        List<Likeness> alike = find(project, sketch);
        jdbc.sql(INSERT_SKETCH)
                .param("documentId", document.value())
                .param("sketch", sketch.write())
                .update();
        List<Long> bands = Arrays.stream(sketch.bands(project.value())).boxed().toList();
        batches.batchUpdate(INSERT_BAND, bands, bands.size(), (row, band) -> {
            row.setLong(1, band);
            row.setLong(2, number);
        });
        for (Likeness likeness : alike) {
            jdbc.sql(INSERT_LIKENESS)
                    .param("documentId", document.value())
                    .param("likeId", likeness.document().value())
                    .param("percent", likeness.percent())
                    .update();
        }
    }

    /** Forgets what a document with an earlier text resembled. */
    void forget(ProjectId project, DocumentId document, long number) {
        List<Sketch> sketches =
                batches.query(SELECT_SKETCH, (row, line) -> Sketch.read(row.getBytes("sketch")), number);
        for (Sketch sketch : sketches) {
            List<Long> bands =
                    Arrays.stream(sketch.bands(project.value())).boxed().toList();
            batches.batchUpdate(DELETE_BAND, bands, bands.size(), (row, band) -> {
                row.setLong(1, band);
                row.setLong(2, number);
            });
        }
        batches.update(DELETE_SKETCH, number);
        batches.update(DELETE_LIKENESS, document.value(), document.value());
    }

    /** What a document resembles and what resembles it, the most alike first. */
    List<Likeness> of(DocumentId document) {
        return jdbc.sql(SELECT_LIKENESS)
                .param("documentId", document.value())
                .query((row, number) -> new Likeness(
                        new DocumentId(row.getObject("id", UUID.class)), row.getString("title"), row.getInt("percent")))
                .list();
    }
}
