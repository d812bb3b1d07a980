package dev.parley.document;

import dev.parley.project.Permission;
import dev.parley.project.ProjectNews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells those who look after a project that others added articles. */
@Component
class NewArticles extends ProjectNews {

    private static final String SQL = """
            SELECT document.project_id, count(*)
            FROM document
            JOIN source_file ON source_file.id = document.source_file_id AND source_file.uploaded_by <> :viewer
            WHERE document.project_id IN (:projects) AND document.created_at > :since AND document.deleted_at IS NULL
            GROUP BY document.project_id
            """;

    NewArticles(JdbcClient jdbc) {
        super(jdbc, Permission.MANAGE, 30, SQL, "article added", "articles added");
    }
}
