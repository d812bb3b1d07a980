package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An annotation as its row holds it.
 *
 * @param body as JSON; the last value if deleted
 * @param sequence of the edit that wrote it last
 */
record StoredAnnotation(String id, Kind kind, String body, long sequence, boolean deleted) {

    Annotation value() {
        return AnnotationJson.parse(kind, body);
    }

    /** A row with the columns of the table. */
    static StoredAnnotation of(ResultSet row, int number) throws SQLException {
        return new StoredAnnotation(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("body"),
                row.getLong("sequence"),
                row.getBoolean("deleted"));
    }
}
