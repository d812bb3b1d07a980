package dev.parley.scheme;

import dev.parley.project.Permission;
import dev.parley.project.ProjectNews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells that what may be said about a text has changed. */
@Component
class NewSchemes extends ProjectNews {

    private static final String SQL = """
            SELECT project_id, count(*)
            FROM scheme_version
            WHERE project_id IN (:projects) AND version > 1 AND created_at > :since AND created_by <> :viewer
            GROUP BY project_id
            """;

    NewSchemes(JdbcClient jdbc) {
        super(jdbc, Permission.READ, 40, SQL, "new version of the scheme", "new versions of the scheme");
    }
}
