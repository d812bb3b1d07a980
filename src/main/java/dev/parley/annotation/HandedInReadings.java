package dev.parley.annotation;

import dev.parley.project.Permission;
import dev.parley.project.ProjectNews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells those who may see others' work that some of it is handed in. */
@Component
class HandedInReadings extends ProjectNews {

    private static final String SQL = """
            SELECT document.project_id, count(*)
            FROM annotation_set
            JOIN document ON document.id = annotation_set.document_id AND document.deleted_at IS NULL
            WHERE annotation_set.submitted_at > :since AND annotation_set.user_id <> :viewer
              AND document.project_id IN (:projects)
            GROUP BY document.project_id
            """;

    HandedInReadings(JdbcClient jdbc) {
        super(jdbc, Permission.SUPERVISE, 10, SQL, "reading handed in", "readings handed in");
    }
}
