package dev.parley.adjudication;

import dev.parley.project.Permission;
import dev.parley.project.ProjectNews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells supervisors what others settled. */
@Component
class NewDecisions extends ProjectNews {

    private static final String SQL = """
            SELECT project_id, count(*)
            FROM decision
            WHERE project_id IN (:projects) AND decided_at > :since AND decided_by <> :viewer AND standing IS NOT NULL
            GROUP BY project_id
            """;

    NewDecisions(JdbcClient jdbc) {
        super(jdbc, Permission.SUPERVISE, 20, SQL, "decision by others", "decisions by others");
    }
}
