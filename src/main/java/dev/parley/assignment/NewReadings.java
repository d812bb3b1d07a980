package dev.parley.assignment;

import dev.parley.project.Permission;
import dev.parley.project.ProjectNews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells annotators that they were given something to read. */
@Component
class NewReadings extends ProjectNews {

    private static final String SQL = """
            SELECT document.project_id, count(*)
            FROM annotation_set
            JOIN document ON document.id = annotation_set.document_id AND document.deleted_at IS NULL
            WHERE annotation_set.user_id = :viewer AND annotation_set.assigned_at > :since
              AND annotation_set.assigned_by <> :viewer AND document.project_id IN (:projects)
            GROUP BY document.project_id
            """;

    NewReadings(JdbcClient jdbc) {
        super(jdbc, Permission.ANNOTATE, 0, SQL, "article to read", "articles to read");
    }
}
